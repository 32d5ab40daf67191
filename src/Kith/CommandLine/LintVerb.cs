using System.CommandLine;
using Kith.Domain;
using Kith.Domain.Linting;
using Kith.Messages;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith lint FILE|-</c></summary>
internal static class LintVerb
{
    private const int MostBytes = 1 << 20;

    private static readonly Argument<string> Source = new("FILE") { Description = "The draft, or - to read it from standard input" };

    private static readonly Option<MessageKind?> Kind = new("--kind")
    {
        Description = "What it is to become (default: mail)",
        HelpName = Verb.Words<MessageKind>(),
        CustomParser = Verb.Word<MessageKind>(),
    };

    private static readonly Option<string?> To = new("--to") { Description = "The name of the person it goes to", HelpName = "NAME" };

    private static readonly Option<string?> Organisation = new("--organisation") { Description = "Where they work", HelpName = "NAME" };

    private static readonly Option<bool> Premium = new("--premium") { Description = "Invitations may have 300 characters" };

    internal static Command Build(Surroundings here) =>
        new Command("lint", "Check a draft against the rules of a good networking message; exit code 1 where it breaks one") { Source, Kind, To, Organisation, Premium }.DoesWithoutData(here, Run);

    private static int Run(Terminal terminal, ParseResult parsed)
    {
        var text = Text(parsed.GetRequiredValue(Source));
        var result = LintMessage.Handle(new(text, parsed.GetValue(Kind) ?? MessageKind.Mail, parsed.GetValue(To), parsed.GetValue(Organisation), parsed.GetValue(Premium)));
        return terminal.Answer(
            new { result.Kind, result.Words, result.Characters, result.About, result.Pass, result.Findings },
            console =>
            {
                console.WriteLine($"{result.Words} words, {result.Characters} characters{(result.About is { } share ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", {share:P0} about them") : "")}");
                foreach (var finding in result.Findings)
                    console.WriteLine(Terminal.Plain($"{Json.Word(finding.Rule)}: {finding.Message}{(finding.To > finding.From ? $"  \"{Short(text[finding.From..finding.To])}\"" : "")}"));
                if (result.Pass)
                    console.WriteLine("Nothing to better.");
            },
            result.Pass ? Root.Done : Root.Refused);
    }

    private static string Short(string words) => words.Length <= 80 ? words : $"{words[..79]}…";

    private static string Text(string source)
    {
        if (source == "-")
        {
            using var input = new StreamReader(Console.OpenStandardInput());
            var read = new char[MostBytes];
            return new(read, 0, input.ReadBlock(read));
        }
        var file = new FileInfo(source);
        return file is { Exists: true, Length: > MostBytes } ? throw new RefusedException("file.large", $"{file.Name} is larger than 1 MiB.") : File.ReadAllText(file.FullName);
    }
}
