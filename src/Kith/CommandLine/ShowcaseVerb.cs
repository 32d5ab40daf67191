using System.CommandLine;
using System.Globalization;
using Kith.Domain;
using Kith.Domain.Proving;
using Kith.Showcase;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith showcase</c>: who has seen proof of what, what to show next; makes a claim and logs a showing.</summary>
internal static class ShowcaseVerb
{
    // As many columns as a terminal holds.
    private const int MostColumns = 6;

    private static readonly Argument<string> Text = new("TEXT") { Description = "What you can do, in your words" };

    private static readonly Argument<string> Person = PersonArgument.Argument();

    private static readonly Option<string> Which = new("--claim") { Description = "The claim: its words, or its id", HelpName = "CLAIM", Required = true };

    private static readonly Option<string?> What = new("--evidence") { Description = "What was shown: its title, or its id; without it the claim was only made", HelpName = "EVIDENCE" };

    private static readonly Option<ShowingWay?> Way = new("--way") { Description = $"How: {Verb.Words<ShowingWay>()} (default: message)", HelpName = "WAY", CustomParser = Verb.Word<ShowingWay>() };

    private static readonly Option<string?> Note = new("--note") { Description = "What they said to it", HelpName = "TEXT" };

    private static readonly Option<bool> Contact = new("--contact") { Description = "Log the contact, too; it closes what it answers" };

    private static readonly Option<int> Page = new("--page") { Description = "Which page of 25 claims", HelpName = "N", DefaultValueFactory = _ => 1 };

    internal static Command Build(Surroundings here)
    {
        var command = new Command("showcase", "Show who has seen proof of what, and what to show next") { Page }.Does(here, Matrix);
        command.Add(new Command("claim", "Make a claim: something you can do") { Text }.Does(here, Claim));
        command.Add(new Command("show", "Log that somebody was shown a claim or its evidence; --on gives the day") { Person, Which, What, Way, Note, Contact }.Does(here, Show));
        return command;
    }

    private static async Task<int> Matrix(Session session, ParseResult parsed, CancellationToken ct)
    {
        var board = await ShowMatrix.Handle(parsed.GetValue(Page), session.Db, ct);
        return session.Terminal.Answer(board, console => Draw(console, board));
    }

    private static async Task<int> Claim(Session session, ParseResult parsed, CancellationToken ct)
    {
        var saved = await SaveClaim.Handle(new(parsed.GetRequiredValue(Text)), session.Db, ct);
        return session.Terminal.Answer(saved, console => console.WriteLine(Terminal.Plain($"{saved.Title}. Take it back with: kith undo {saved.Batch}")));
    }

    private static async Task<int> Show(Session session, ParseResult parsed, CancellationToken ct)
    {
        var person = await PersonArgument.Find(session.Db, parsed.GetRequiredValue(Person), ct);
        var claim = Meant(await session.Db.Claims.AsNoTracking().Select(c => new Named(c.Id, c.Text)).ToListAsync(ct), parsed.GetRequiredValue(Which), "claim");
        Guid? evidence = parsed.GetValue(What) is { } words ? Meant(await session.Db.Evidence.AsNoTracking().Select(e => new Named(e.Id, e.Title)).ToListAsync(ct), words, "evidence") : null;
        var logged = await LogShowing.Handle(
            new(person, claim, evidence, parsed.GetValue(Way) ?? ShowingWay.Message, session.Clock.IsFixed ? session.Clock.Today : null, parsed.GetValue(Note), parsed.GetValue(Contact)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(logged, console =>
            console.WriteLine(Terminal.Plain($"{logged.Title}{(logged.ClosedLoops.Count > 0 ? $"; {logged.ClosedLoops.Count} closed" : "")}. Take it back with: kith undo {logged.Batch}")));
    }

    // The whole words come before their beginning, so that "Python" is not "Python for planners".
    private static Guid Meant(List<Named> all, string words, string noun)
    {
        if (Guid.TryParse(words, CultureInfo.InvariantCulture, out var id))
            return id;
        var whole = all.FindAll(n => string.Equals(n.Text, words.Trim(), StringComparison.OrdinalIgnoreCase));
        var found = whole.Count > 0 ? whole : all.FindAll(n => n.Text.StartsWith(words.Trim(), StringComparison.OrdinalIgnoreCase));
        return found switch
        {
            [var one] => one.Id,
            [] => throw new RefusedException($"{noun}.unknown", $"There is no {noun} \"{words}\"; kith showcase --json lists what there is."),
            _ => throw new RefusedException($"{noun}.ambiguous", $"\"{words}\" could be {string.Join(" or ", found.Take(3).Select(n => $"\"{n.Text}\""))}; say more of it."),
        };
    }

    private static void Draw(IAnsiConsole console, ShowMatrix.Board board)
    {
        if (board.TotalClaims == 0)
            console.WriteLine("No claim yet; make one: kith showcase claim TEXT");
        else if (board.People.Count == 0)
            console.WriteLine("Nobody in the decision is known at your targets; note roles with: kith audience");
        console.WriteLine($"{board.Proof.Seen} of {board.Proof.Of} decision makers have seen proof of something they need (a need is known for {board.Proof.NeedKnown})");
        foreach (var (number, step) in board.Next.Index())
            console.WriteLine(Terminal.Plain(string.Create(CultureInfo.InvariantCulture, $"{(number == 0 ? "Next" : "then")}: {step.Text}, to {step.Name} ({step.Weight:0.##}). {step.Reason}")));
        if (board.Claims.Count == 0 || board.People.Count == 0)
            return;
        var people = board.People.OrderBy(p => p.Order).Take(MostColumns).ToList();
        var cells = board.Cells.ToDictionary(c => (c.Claim, c.Person));
        var table = new Table().Border(TableBorder.Simple).AddColumn("claim");
        foreach (var person in people)
            table.AddColumn(new TableColumn(Terminal.Cell(person.Name)));
        foreach (var claim in board.Claims)
            table.AddRow([Terminal.Cell($"{claim.Text} ({claim.Evidence})"), .. people.Select(p => Terminal.Cell(Sign(cells.GetValueOrDefault((claim.Claim, p.Person)))))]);
        console.Write(table);
        if (board.InDecision > people.Count)
            console.WriteLine($"{people.Count} of {board.InDecision} people in the decision; --json gives {board.People.Count}.");
    }

    private static string Sign(ShowMatrix.Cell? cell) => cell switch
    {
        { Seen: Seen.Proven } => $"shown {cell.On:yyyy-MM-dd}",
        { Seen: Seen.Claimed } => "said",
        _ => "-",
    };

    private sealed record Named(Guid Id, string Text);
}
