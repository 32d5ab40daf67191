using System.CommandLine;
using System.Globalization;
using Kith.Domain;
using Kith.Opportunities;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith opportunity</c>: the board, and what is done with one opportunity.</summary>
internal static class OpportunityVerb
{
    private static readonly Argument<string> Title = new("TITLE") { Description = "The role" };

    private static readonly Argument<string> Which = new("OPPORTUNITY") { Description = "Id of the opportunity, or its title where only one has it" };

    private static readonly Option<string?> At = new("--at") { Description = "Where", HelpName = "ORGANISATION" };

    private static readonly Argument<OpportunityState?> To = new("STAGE") { Description = Verb.Words<OpportunityState>(), CustomParser = Verb.Word<OpportunityState>() };

    private static readonly Option<CloseReason?> Reason = new("--reason") { Description = Verb.Words<CloseReason>(), CustomParser = Verb.Word<CloseReason>(), Required = true };

    private static readonly Option<bool> Thank = new("--thank") { Description = "Open a thank-you to everybody on it" };

    private static readonly Argument<string> Person = new("PERSON") { Description = "Who (id or its beginning, LinkedIn address, name)" };

    private static readonly Option<DecisionRole?> Role = new("--role") { Description = Verb.Words<DecisionRole>(), CustomParser = Verb.Word<DecisionRole>() };

    private static readonly Option<bool> Off = new("--off") { Description = "Take them off it" };

    private static readonly Option<string> Need = new("--need") { Description = "What they need", HelpName = "TEXT", Required = true };

    private static readonly Option<string> Claim = new("--claim") { Description = "What you can do for them", HelpName = "TEXT", Required = true };

    private static readonly Option<string?> Mission = new("--mission") { Description = "What they are there for", HelpName = "TEXT" };

    internal static Command Build(Surroundings here)
    {
        var command = new Command("opportunity", "Show the board of opportunities; add, move and close them").Does(here, Board);
        command.Add(new Command("add", "Note an opportunity") { Title, At }.Does(here, Add));
        command.Add(new Command("move", "Move one to another stage, forward or back") { Which, To }.Does(here, Move));
        command.Add(new Command("close", "Close one with a reason") { Which, Reason, Thank }.Does(here, Close));
        command.Add(new Command("person", "Say what part somebody has in the decision") { Which, Person, Role, Off }.Does(here, Place));
        command.Add(new Command("contribution", "State what you would contribute; the text is drafted") { Which, Need, Claim, Mission }.Does(here, State));
        return command;
    }

    private static async Task<int> Board(Session session, ParseResult parsed, CancellationToken ct)
    {
        var board = await ShowBoard.Handle(1, session.Db, session.Clock, ct);
        return session.Terminal.Answer(board, console =>
        {
            if (board.Total == 0)
                console.WriteLine("No opportunity yet; note one with: kith opportunity add TITLE --at ORGANISATION");
            foreach (var column in board.Columns)
                foreach (var card in column.Cards)
                    console.WriteLine(Terminal.Plain($"{card.Id}  {MoveOpportunity.Word(column.State),-10} {card.Title}{(card.Organisation is null ? "" : $", {card.Organisation}")}{(card.Next is { } on ? on.ToString("  yyyy-MM-dd", CultureInfo.InvariantCulture) : "")}"));
            console.WriteLine($"{board.Total - board.ClosedTotal} open or accepted, {board.ClosedTotal} closed");
        });
    }

    private static async Task<int> Add(Session session, ParseResult parsed, CancellationToken ct)
    {
        var saved = await SaveOpportunity.Handle(new(parsed.GetRequiredValue(Title), parsed.GetValue(At)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(saved, console => console.WriteLine($"Noted {saved.Opportunity}. Take it back with: kith undo {saved.Batch}"));
    }

    private static async Task<int> Move(Session session, ParseResult parsed, CancellationToken ct)
    {
        var moved = await MoveOpportunity.Handle(
            new(await Find(session, parsed, ct), parsed.GetValue(To) ?? default, session.Clock.IsFixed ? session.Clock.Today : null), session.Db, session.Clock, ct);
        return session.Terminal.Answer(moved, console => console.WriteLine(Terminal.Plain(Said(moved.Title, moved.Batch))));
    }

    private static async Task<int> Close(Session session, ParseResult parsed, CancellationToken ct)
    {
        var id = await Find(session, parsed, ct);
        var thanked = parsed.GetValue(Thank) ? await session.Db.OpportunityPeople.Where(p => p.OpportunityId == id).Select(p => p.PersonId).ToListAsync(ct) : null;
        var closed = await CloseOpportunity.Handle(new(id, parsed.GetValue(Reason) ?? default, Thank: thanked), session.Db, session.Clock, ct);
        return session.Terminal.Answer(closed, console => console.WriteLine(Terminal.Plain(Said(closed.Title, closed.Batch))));
    }

    private static async Task<int> Place(Session session, ParseResult parsed, CancellationToken ct)
    {
        var person = await PersonArgument.Find(session.Db, parsed.GetRequiredValue(Person), ct);
        var placed = await PlacePerson.Handle(
            new(await Find(session, parsed, ct), parsed.GetValue(Off) ? null : parsed.GetValue(Role) ?? DecisionRole.Recruiter, person), session.Db, session.Clock, ct);
        return session.Terminal.Answer(placed, console => console.WriteLine(Terminal.Plain(Said(placed.Title, placed.Batch))));
    }

    private static async Task<int> State(Session session, ParseResult parsed, CancellationToken ct)
    {
        var stated = await StateContribution.Handle(
            new(await Find(session, parsed, ct), parsed.GetRequiredValue(Need), Mission: parsed.GetValue(Mission), NewClaim: parsed.GetRequiredValue(Claim)), session.Db, ct);
        return session.Terminal.Answer(stated, console => console.WriteLine(Terminal.Plain($"{stated.Text}\n{Said(stated.Title, stated.Batch)}")));
    }

    private static string Said(string title, Guid? batch) => batch is null ? $"{title}." : $"{title}. Take it back with: kith undo {batch}";

    private static async Task<Guid> Find(Session session, ParseResult parsed, CancellationToken ct)
    {
        var words = parsed.GetRequiredValue(Which);
        if (Guid.TryParse(words, out var id))
            return id;
        var rows = await session.Db.Opportunities.AsNoTracking().OrderByDescending(o => o.Id).Select(o => new { o.Id, o.Title }).Take(5000).ToListAsync(ct);
        var found = rows.FindAll(o => Folding.Fold(o.Title) == Folding.Fold(words));
        return found.Count switch
        {
            1 => found[0].Id,
            0 => throw new RefusedException("opportunity.unknown", $"There is no opportunity called {words}; kith opportunity lists them."),
            _ => throw new RefusedException("opportunity.ambiguous", $"{found.Count} opportunities are called {words}; name one by id: {string.Join(", ", found.Take(5).Select(o => o.Id))}."),
        };
    }
}
