using System.CommandLine;
using System.Globalization;
using Kith.Domain;
using Kith.People;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith loop</c>: what is open, and its ends.</summary>
internal static class LoopVerb
{
    private const int Most = 200;

    private static readonly Argument<string> Person = PersonArgument.Argument();

    private static readonly Argument<LoopKind?> Kind = new("KIND") { Description = "follow-up|thank|promise-by-me|promise-by-them|report-back", CustomParser = Verb.Word<LoopKind>() };

    private static readonly Option<string?> What = new("--what") { Description = "What it is about", HelpName = "TEXT" };

    private static readonly Option<DateOnly?> Due = Verb.Day("--due", "The day it is due");

    private static readonly Argument<Guid> Id = new("ID") { Description = "Id of the loop, as the list gives it" };

    private static readonly Option<DateOnly?> Until = Verb.Day("--until", "The day it comes back");

    private static readonly Option<string?> Reason = new("--reason") { Description = "Why it ends; a kept promise is \"Kept\"", HelpName = "TEXT", Required = true };

    internal static Command Build(Surroundings here)
    {
        var command = new Command("loop", "List what is open, the next due first; open, put aside or close one").Does(here, List);
        command.Add(new Command("open", "Note a promise either way, a thank-you, a report or a follow-up") { Person, Kind, What, Due }.Does(here, Open));
        command.Add(new Command("snooze", "Put one aside until a later day (default: a week)") { Id, Until }.Does(here, Snooze));
        command.Add(new Command("close", "Close one by decision; a contact that answers it is logged with kith log") { Id, Reason }.Does(here, Close));
        return command;
    }

    private static async Task<int> List(Session session, ParseResult parsed, CancellationToken ct)
    {
        var rows = await (
            from loop in session.Db.Loops.AsNoTracking()
            where loop.State != LoopState.Closed
            join person in session.Db.People on loop.PersonId equals person.Id
            orderby loop.SnoozedUntil ?? loop.Due, loop.Id
            select new { loop.Id, loop.Kind, loop.State, loop.What, loop.OpenedOn, loop.Due, loop.SnoozedUntil, Person = new { person.Id, Name = person.FullName }, Run = loop.RunId }).Take(Most).ToListAsync(ct);
        return session.Terminal.Answer(rows, console =>
        {
            foreach (var row in rows)
                console.WriteLine(Terminal.Plain($"{row.Id}  {Day(row.SnoozedUntil ?? row.Due)}  {Json.Word(row.Kind),-15} {row.Person.Name}{(row.What is null ? "" : $": {row.What}")}"));
        });
    }

    private static async Task<int> Open(Session session, ParseResult parsed, CancellationToken ct)
    {
        var person = await PersonArgument.Find(session.Db, parsed.GetRequiredValue(Person), ct);
        var opened = await OpenLoop.Handle(new(person, parsed.GetValue(Kind) ?? default, parsed.GetValue(What), parsed.GetValue(Due)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(opened, console => console.WriteLine($"Noted {opened.Loop}. Take it back with: kith undo {opened.Batch}"));
    }

    private static async Task<int> Snooze(Session session, ParseResult parsed, CancellationToken ct)
    {
        var done = await SnoozeLoop.Handle(new(parsed.GetValue(Id), parsed.GetValue(Until) ?? session.Clock.Today.AddDays(7)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(done, console => console.WriteLine($"It comes back on {Day(done.Until)}. Take it back with: kith undo {done.Batch}"));
    }

    private static async Task<int> Close(Session session, ParseResult parsed, CancellationToken ct)
    {
        var done = await CloseLoop.Handle(new(parsed.GetValue(Id), parsed.GetValue(Reason)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(done, console => console.WriteLine($"Closed. Take it back with: kith undo {done.Batch}"));
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "----------";
}
