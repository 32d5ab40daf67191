using System.CommandLine;
using System.Globalization;
using Kith.Domain;
using Kith.Events;
using Kith.FollowUps;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith event</c>: the list, one event, whom to meet and whom the user met.</summary>
internal static class EventVerb
{
    private const int MostListBytes = 1 << 20;
    private const int MostEvents = 5_000;

    private static readonly Argument<string> Which = new("EVENT") { Description = "Id of the event or its beginning, or words of its name" };

    private static readonly Argument<string> Name = new("NAME") { Description = "What it is called, or who it was" };

    private static readonly Option<DateTime?> At = new("--at") { Description = "When it begins, on your clock", HelpName = "YYYY-MM-DDTHH:MM" };

    private static readonly Option<string?> Note = new("--note") { Description = "A line about it", HelpName = "TEXT" };

    private static readonly Argument<FileInfo> List = new("FILE") { Description = "One person a line: a name, and after a comma what they do" };

    private static readonly Argument<string> Source = new("SOURCE") { Description = "A calendar file (.ics), or the address of a web page or calendar" };

    private static readonly Option<CaptureEncounter.Kind?> What = new("--what")
    {
        Description = "What happened (default: met)",
        HelpName = Verb.Words<CaptureEncounter.Kind>(),
        CustomParser = Verb.Word<CaptureEncounter.Kind>(),
    };

    internal static Command Build(Surroundings here)
    {
        var command = new Command("event", "List events; prepare one, capture whom you met there, and see what came of it").Does(here, Each);
        command.Add(new Command("add", "Add an event") { Name, At }.Does(here, Add));
        command.Add(new Command("show", "Show an event: who may be there, whom you met, what came of it") { Which }.Does(here, Show));
        command.Add(new Command("list", "Add a list of who may be there") { Which, List }.Does(here, TakeList));
        command.Add(new Command("agenda", "Take the agenda and the guests from a calendar file or a web page") { Which, Source }.Does(here, Agenda));
        command.Add(new Command("met", "Write down whom you met there; it opens their follow-up") { Which, Name, What, Note }.Does(here, Met, fixesToday: false));
        return command;
    }

    private static async Task<int> Each(Session session, ParseResult parsed, CancellationToken ct)
    {
        var list = await ListEvents.Handle(1, session.Db, session.Clock, ct);
        return session.Terminal.Answer(list.Rows, console =>
        {
            foreach (var row in list.Rows)
                console.WriteLine(Terminal.Plain($"{row.Id}  {row.At?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "no date",-16}  {row.Name}{(row.Exchanges == 0 ? "" : $"  met {row.Exchanges}, followed up {row.FollowedUp}")}"));
        });
    }

    private static async Task<int> Add(Session session, ParseResult parsed, CancellationToken ct)
    {
        var added = await AddEvent.Handle(new(parsed.GetRequiredValue(Name), parsed.GetValue(At)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(added, console => console.WriteLine(Terminal.Plain($"Added ({added.Event}).")));
    }

    private static async Task<int> Show(Session session, ParseResult parsed, CancellationToken ct)
    {
        var shown = await ShowEvent.Handle(await Find(session, parsed, ct), 1, session.Db, session.Clock, ct);
        return session.Terminal.Answer(shown, console =>
        {
            console.WriteLine(Terminal.Plain($"{shown.Name}{(shown.At is { } at ? at.ToString(", yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "")}{(shown.Place is { } place ? $", {place}" : "")}"));
            foreach (var one in shown.List.Where(l => l.IsWanted))
                console.WriteLine(Terminal.Plain($"  to meet: {one.Name}{(one.Why is { } why ? $" ({why})" : "")}"));
            foreach (var one in shown.People)
                console.WriteLine(Terminal.Plain($"  met: {one.Name}{(one.IsWaiting ? $", follow up by {one.Open.First(l => l.Kind == LoopKind.FollowUp).Due:yyyy-MM-dd}" : one.FollowedUpOn is { } day ? $", followed up {day:yyyy-MM-dd}" : "")}"));
            if (shown.Return.Met > 0)
                console.WriteLine($"  followed up within 48 hours: {shown.Return.Within48.Text}; so far: {shown.Return.Ever.Text}; wrote back: {shown.Return.WroteBack.Text}; talked again: {shown.Return.Talked.Text}");
        });
    }

    private static async Task<int> TakeList(Session session, ParseResult parsed, CancellationToken ct)
    {
        var id = await Find(session, parsed, ct);
        var added = await AddAttendees.Handle(new(id, System.Text.Encoding.UTF8.GetString(await Content(parsed.GetRequiredValue(List), ct))), session.Db, ct);
        var file = parsed.GetRequiredValue(List).Name;
        foreach (var issue in added.Issues)
            session.Terminal.Tell($"{file}, line {issue.Line}: {issue.Message}");
        return session.Terminal.Answer(
            added, console => console.WriteLine($"{added.Count} added, {added.Known} of them you know; {added.Unchanged} on the list already."), added.Issues.Count > 0 ? Root.Refused : Root.Done);
    }

    private static async Task<int> Agenda(Session session, ParseResult parsed, CancellationToken ct)
    {
        var id = await Find(session, parsed, ct);
        var source = parsed.GetRequiredValue(Source);
        var file = new FileInfo(source);
        var taken = source.Contains("://", StringComparison.Ordinal)
            ? await TakeAgenda.FromWeb(new(id, source), session.Db, session.Clock, session.Get<PublicWeb>(), ct)
            : await TakeAgenda.Handle(id, await Content(file, ct), file.Name, session.Db, session.Clock, ct);
        return session.Terminal.Answer(taken, console => console.WriteLine(Terminal.Plain($"{taken.Title}.")));
    }

    private static async Task<int> Met(Session session, ParseResult parsed, CancellationToken ct)
    {
        var id = await Find(session, parsed, ct);
        var done = await CaptureEncounter.Handle(
            new(parsed.GetRequiredValue(Name), parsed.GetValue(What) ?? CaptureEncounter.Kind.Met, Note: parsed.GetValue(Note), On: parsed.GetValue(Verb.On), Event: id), session.Db, session.Clock, ct);
        return session.Terminal.Answer(done, console => console.WriteLine(Terminal.Plain($"{done.Title}. Take it back with: kith undo {done.Batch}")));
    }

    private static async Task<byte[]> Content(FileInfo file, CancellationToken ct)
    {
        if (file is { Exists: true, Length: > MostListBytes })
            throw new RefusedException("file.large", $"{file.Name} is larger than 1 MiB.");
        return await File.ReadAllBytesAsync(file.FullName, ct);
    }

    private static async Task<Guid> Find(Session session, ParseResult parsed, CancellationToken ct)
    {
        var words = parsed.GetRequiredValue(Which).Trim();
        var events = await session.Db.Events.AsNoTracking().OrderByDescending(e => e.StartsAt).Take(MostEvents).Select(e => new { e.Id, e.Name }).ToListAsync(ct);
        var found = events.Where(e => words.Length >= 4 && e.Id.ToString("D").StartsWith(words, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0)
            found = events.Where(e => Folding.Fold(e.Name).Contains(Folding.Fold(words), StringComparison.Ordinal)).ToList();
        return found.Count switch
        {
            1 => found[0].Id,
            0 => throw new RefusedException("event.unknown", $"There is no event called {words}; kith event lists them."),
            _ => throw new RefusedException("event.ambiguous", $"{found.Count} events are called so; give the id of one, as kith event lists them."),
        };
    }
}
