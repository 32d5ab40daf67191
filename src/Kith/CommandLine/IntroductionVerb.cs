using System.CommandLine;
using System.Globalization;
using Kith.Domain;
using Kith.Introductions;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith introduction</c>: the list, a request, and its steps.</summary>
internal static class IntroductionVerb
{
    private static readonly Argument<string> Connector = new("CONNECTOR") { Description = "Whom to ask (id or its beginning, LinkedIn address, name)" };

    private static readonly Option<string> To = new("--to") { Description = "Whom you would like to meet", HelpName = "PERSON", Required = true };

    private static readonly Option<string?> Why = new("--why") { Description = "Why, for the connector's eyes", HelpName = "TEXT" };

    private static readonly Argument<Guid> Id = new("ID") { Description = "Id of the introduction, as the list gives it" };

    private static readonly Argument<IntroductionState?> Step = new("STEP") { Description = Verb.Words<IntroductionState>(), CustomParser = Verb.Word<IntroductionState>() };

    private static readonly Option<string?> Note = new("--note") { Description = "A line about it", HelpName = "TEXT" };

    internal static Command Build(Surroundings here)
    {
        var command = new Command("introduction", "List introductions; ask for one; take one a step on").Does(here, List);
        command.Add(new Command("ask", "Draft a request to a connector, with a text to pass on") { Connector, To, Why }.Does(here, Ask));
        command.Add(new Command("step", "Say what happened: it logs the contact, closes what that answers and opens what it leaves open") { Id, Step, Note }.Does(here, Advance));
        return command;
    }

    private static async Task<int> List(Session session, ParseResult parsed, CancellationToken ct)
    {
        var list = await ListIntroductions.Handle(1, session.Db, ct);
        return session.Terminal.Answer(list.Rows, console =>
        {
            if (list.Total == 0)
                console.WriteLine("No introductions yet; kith path TARGET shows whom to ask.");
            foreach (var row in list.Rows)
                console.WriteLine(Terminal.Plain($"{row.Id}  {Introduction.Word(row.State),-16} {row.Other?.Name ?? row.Opening} through {row.Connector.Name}{(row.ChangedOn is { } on ? on.ToString("  yyyy-MM-dd", CultureInfo.InvariantCulture) : "")}"));
        });
    }

    private static async Task<int> Ask(Session session, ParseResult parsed, CancellationToken ct)
    {
        var connector = await PersonArgument.Find(session.Db, parsed.GetRequiredValue(Connector), ct);
        var other = await PersonArgument.Find(session.Db, parsed.GetRequiredValue(To), ct);
        var asked = await RequestIntroduction.Handle(new(connector, other, Why: parsed.GetValue(Why)), session.Db, session.Clock, ct);
        var blurb = await session.Db.Introductions.Where(i => i.Id == asked.Introduction).Select(i => i.Blurb).SingleAsync(ct);
        return session.Terminal.Answer(new { asked.Introduction, asked.Batch, Blurb = blurb }, console =>
        {
            console.WriteLine(Terminal.Plain($"{asked.Title} ({asked.Introduction}). To pass on:"));
            console.WriteLine(Terminal.Plain(blurb ?? ""));
        });
    }

    private static async Task<int> Advance(Session session, ParseResult parsed, CancellationToken ct)
    {
        var done = await AdvanceIntroduction.Handle(
            new(parsed.GetValue(Id), parsed.GetValue(Step) ?? default, session.Clock.IsFixed ? session.Clock.Today : null, Note: parsed.GetValue(Note)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(done, console => console.WriteLine(Terminal.Plain($"{done.Title}. Take it back with: kith undo {done.Batch}")));
    }
}
