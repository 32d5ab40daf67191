using System.CommandLine;
using System.Globalization;
using Kith.Importing;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith parse FILE</c></summary>
internal static class ParseVerb
{
    private const int IssuesShown = 50;

    private static readonly Argument<string> Path = new("FILE") { Description = "Anything that can be imported; of mail a folder too" };

    private static readonly Option<string> Kind = new("--kind") { Description = "What the file is", HelpName = string.Join('|', FileKinds.Known), DefaultValueFactory = _ => FileKinds.Auto };

    internal static Command Build(Surroundings here)
    {
        Kind.AcceptOnlyFromAmong([.. FileKinds.Known]);
        return new Command("parse", "Tell what is in a file and what could not be read; stores nothing") { Path, Kind }.DoesWithoutData(here, Run);
    }

    private static int Run(Terminal terminal, ParseResult parsed)
    {
        var seen = ParseFile.Handle(parsed.GetRequiredValue(Path), parsed.GetValue(Kind)!);
        return terminal.Answer(seen, console =>
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seen.Kind}: {seen.Items.Count:N0} items, {seen.Issues.Count:N0} to look at, {seen.Seconds:0.0} s; --json prints them"));
            foreach (var issue in seen.Issues.Take(IssuesShown))
                console.WriteLine(Terminal.Plain(string.Create(CultureInfo.InvariantCulture, $"line {issue.Line}: {issue.Message}")));
        });
    }
}
