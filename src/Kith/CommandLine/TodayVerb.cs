using System.CommandLine;
using System.Globalization;
using Kith.Data;
using Kith.Domain.Ranking;
using Kith.Today;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith today [--limit N]</c></summary>
internal static class TodayVerb
{
    private static readonly Option<int> Limit = new("--limit") { Description = "How many at most", HelpName = "N", DefaultValueFactory = _ => TodayRanking.Rows };

    internal static Command Build(Surroundings here)
    {
        Limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--limit is at least 1.");
        });
        var forget = new Command("forget", "Forget what Today has learnt from what you did and let go").Does(here, Forget);
        return new Command("today", "Show the best next actions of the day, each with its reasons") { Limit, forget }.Does(here, Run);
    }

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var rows = await ShowToday.Handle(new(parsed.GetValue(Limit)), session.Db, session.Get<CurrentGoal>(), session.Clock, ct);
        return session.Terminal.Answer(rows, console => Draw(console, rows, session.Clock.Today));
    }

    private static async Task<int> Forget(Session session, ParseResult parsed, CancellationToken ct)
    {
        var done = await Learn.Forget(session.Db, ct);
        return session.Terminal.Answer(done, console => console.WriteLine(done.Batch is { } batch ? $"{done.Answers} answers forgotten. Take it back with: kith undo {batch}" : "There was nothing to forget."));
    }

    private static void Draw(IAnsiConsole console, IReadOnlyList<ShowToday.Row> rows, DateOnly today)
    {
        if (rows.Count == 0)
        {
            console.WriteLine("Nothing is due. Bring people in with: kith import FILE, or set a goal with: kith goal set --role ROLE");
            return;
        }
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{today:dddd, d MMMM}. {rows.Count} things, about {rows.Sum(r => r.Minutes)} minutes."));
        var table = new Table().Border(TableBorder.Simple).AddColumns("what", "with", "why").AddColumn(new TableColumn("min").RightAligned());
        foreach (var row in rows)
            table.AddRow(
                Terminal.Cell(Words(row.Action)),
                Terminal.Cell(row.Person.Headline is { } headline ? $"{row.Person.Name.Full}\n{headline}" : row.Person.Name.Full),
                Terminal.Cell(string.Join("; ", row.Reasons.Where(r => r.Code != "chance").Select(r => r.Text))),
                new Text(row.Minutes.ToString(CultureInfo.InvariantCulture)));
        console.Write(table);
        console.WriteLine("Done one? Log it with: kith log PERSON --channel CHANNEL --direction out");
    }

    private static string Words(ActionKind action) => Json.Word(action).Replace('-', ' ');
}
