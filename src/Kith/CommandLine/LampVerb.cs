using System.CommandLine;
using System.Globalization;
using Kith.Audiences;
using Kith.Domain;
using Kith.Domain.Aims;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith lamp</c>: the target organisations in the order of LAMP, their values, and a list brought in.</summary>
internal static class LampVerb
{
    private static readonly Argument<string> Name = new("ORGANISATION") { Description = "Its name; made where it is new" };

    private static readonly Option<int?> Motivation = new("--motivation") { Description = "How much you want it: 0 on the list, 1 interested, 2 keen, 3 dream", HelpName = "0-3" };

    private static readonly Option<int?> Posting = new("--posting") { Description = "Whether it has an opening: 1 none, 2 related, 3 fitting", HelpName = "1-3" };

    private static readonly Option<bool> Remove = new("--remove") { Description = "Take it off the list" };

    private static readonly Argument<FileInfo> File = new("FILE") { Description = "One organisation a line: name[, motivation[, posting]]" };

    private static readonly Option<int> Page = new("--page") { Description = "Which page of 50", HelpName = "N", DefaultValueFactory = _ => 1 };

    internal static Command Build(Surroundings here)
    {
        var command = new Command("lamp", "List the target organisations by motivation, posting and advocate, and what the list lacks") { Page }.Does(here, List);
        command.Add(new Command("set", "Put an organisation on the list, value it, or take it off") { Name, Motivation, Posting, Remove }.Does(here, Set));
        command.Add(new Command("import", "Bring in a list of organisations; one batch") { File }.Does(here, Import));
        return command;
    }

    private static async Task<int> List(Session session, ParseResult parsed, CancellationToken ct)
    {
        var board = await ShowLamp.Handle(parsed.GetValue(Page), session.Db, ct) ?? throw new RefusedException("goal.missing", "Set a goal first: kith goal set --role ROLE");
        return session.Terminal.Answer(board, console => Draw(console, board));
    }

    private static async Task<int> Set(Session session, ParseResult parsed, CancellationToken ct)
    {
        var done = await SetTarget.Handle(
            new(Name: parsed.GetRequiredValue(Name), Motivation: parsed.GetValue(Motivation), Posting: parsed.GetValue(Posting), Remove: parsed.GetValue(Remove)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(done, console => console.WriteLine(Terminal.Plain(done.Batch is { } batch ? $"{done.Title}. Take it back with: kith undo {batch}" : done.Title)));
    }

    private static async Task<int> Import(Session session, ParseResult parsed, CancellationToken ct)
    {
        var file = parsed.GetRequiredValue(File);
        await using var source = file.OpenRead();
        var came = await ImportTargets.Read(source, file.Name, session.Db, session.Clock, ct);
        return session.Terminal.Answer(
            came,
            console =>
            {
                console.WriteLine($"{came.Added} added ({came.New} new to you), {came.Changed} changed, {came.Unchanged} as before, {came.Issues.Count} {(came.Issues.Count == 1 ? "line" : "lines")} left out");
                foreach (var issue in came.Issues)
                    console.WriteLine(Terminal.Plain($"  line {issue.Line}: {issue.Message}"));
                if (came.Batch is { } batch)
                    console.WriteLine($"Take it back with: kith undo {batch}");
            },
            came.Issues.Count > 0 ? Root.Refused : Root.Done);
    }

    private static void Draw(IAnsiConsole console, ShowLamp.Board board)
    {
        console.WriteLine(Terminal.Plain($"{board.Total} of {Lamp.Wanted} organisations for {board.RoleFamily}"));
        if (board.Total > 0)
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("", "organisation", "motivation", "posting", "advocate");
            foreach (var row in board.Rows)
                table.AddRow(
                    new Text($"{row.Rank}{(row.IsTop ? "*" : "")}"), Terminal.Cell(row.Name), Number(row.Motivation), Number(row.Posting),
                    Terminal.Cell(row.Advocate is { } advocate ? $"{advocate.Name}{(advocate.Title is { } title ? $", {title}" : "")} ({advocate.Strength})" : "nobody yet"));
            console.Write(table);
        }
        foreach (var gap in board.Gaps)
            console.WriteLine(Terminal.Plain($"- {gap}"));
    }

    private static Text Number(int? value) => new(value?.ToString(CultureInfo.InvariantCulture) ?? "");
}
