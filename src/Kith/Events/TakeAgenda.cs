using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Formats;
using Kith.Formats.Calendars;
using Kith.Formats.Pages;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kith.Events;

/// <summary>Takes the agenda, the time, the place and the guests of an event out of a calendar file or a web page.</summary>
public static class TakeAgenda
{
    /// <summary>The largest calendar file that is taken.</summary>
    public const int MostBytes = 1 << 20;

    private const int MostLetters = 8_000;
    private const int MostSessions = 500;
    private const int NameLetters = 200;

    /// <summary>How many sessions and guests the file had, and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Taken(int Sessions, int Guests, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/events/{id:guid}/agenda", async (Guid id, HttpRequest request, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
        {
            // The body is the file itself, and memory holds no more of it than is allowed.
            using var file = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (var read = 1; read > 0 && file.Length <= MostBytes;)
            {
                read = await request.Body.ReadAsync(buffer, ct);
                file.Write(buffer, 0, read);
            }
            return await Handle(id, file.ToArray(), "calendar.ics", db, clock, ct);
        }).Accepts<byte[]>("text/calendar").WithSummary("Take the agenda of an event out of a calendar file");

    /// <summary>Maps reading it from the web.</summary>
    public static void MapWeb(IEndpointRouteBuilder api) =>
        api.MapPost("/events/agenda", FromWeb).WithSummary("Take the agenda of an event from a web address");

    /// <summary>An event, and the address of its page or of its calendar file.</summary>
    public sealed record Address(Guid Event, string Url);

    /// <summary>Maps the forms.</summary>
    public static void MapForms(IEndpointRouteBuilder site)
    {
        site.MapPost("/events/{id:guid}/agenda/web", (Guid id, [FromForm] string? url, HttpContext http, KithDb db, WorkspaceClock clock, PublicWeb web, CancellationToken ct) =>
            http.Then($"/events/{id}", async () =>
            {
                var taken = await FromWeb(new(id, url ?? ""), db, clock, web, ct);
                return new($"{taken.Title}.", taken.Batch);
            }));
        site.MapPost("/events/{id:guid}/agenda", (Guid id, [FromForm] IFormFile? file, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then($"/events/{id}", async () =>
            {
                if (file is null or { Length: 0 })
                    throw new RefusedException("file.missing", "Choose a calendar file (.ics) first.");
                using var copy = new MemoryStream();
                await file.OpenReadStream().CopyToAsync(copy, ct);
                var taken = await Handle(id, copy.ToArray(), file.FileName, db, clock, ct);
                return new($"{taken.Title}.", taken.Batch);
            })).WithFormOptions(multipartBodyLengthLimit: 4 * MostBytes);
    }

    /// <summary>Reads the address, which the history then names: it is the one thing that left this machine.</summary>
    public static async Task<Taken> FromWeb(Address command, KithDb db, WorkspaceClock clock, PublicWeb web, CancellationToken ct)
    {
        var gathering = await db.Events.OrRefuse(command.Event, ct);
        var (content, type) = await web.Read(command.Url.Trim(), ct);
        if (type == "text/calendar" || content.AsSpan().StartsWith("BEGIN:VCALENDAR"u8))
            return await Handle(command.Event, content, Cut(command.Url, NameLetters)!, db, clock, ct);
        var page = EventSite.Read(new MemoryStream(content));
        if (page is { Text: null, Start: null })
            throw new RefusedException("page.empty", "There is no text on that page; it may need a script. Open it in your browser and paste what it says.");
        db.Act($"Took the agenda of {gathering.Name} from {Cut(command.Url, NameLetters)}");
        gathering.StartsAt ??= Utc(page.Start, page.HasOffset, clock);
        gathering.EndsAt ??= Utc(page.End, page.HasOffset, clock) is { } end && end >= gathering.StartsAt ? end : null;
        gathering.Place ??= Cut(page.Place, 200);
        gathering.Url ??= Cut(WebAddress.Checked(command.Url), 1000);
        gathering.Agenda = Cut(page.Text, MostLetters) ?? gathering.Agenda;
        var guests = (await AddAttendees.Take(gathering, [.. page.People.Select(p => new AddAttendees.Wanted(Cut(p, NameLetters)!, null, null))], db, ct)).Count;
        await db.SaveChangesAsync(ct);
        return new(1, guests, Told(1, guests), db.LastBatch);
    }

    public static async Task<Taken> Handle(Guid id, byte[] content, string name, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (content.Length > MostBytes)
            throw new RefusedException("file.large", $"{name} is larger than a calendar of one event can be (1 MiB).");
        var gathering = await db.Events.OrRefuse(id, ct);
        var sessions = CalendarReader.Read(new MemoryStream(content), name, new IssueLog(), new CalendarLimits { MaxItems = MostSessions, MaxAttendees = Domain.Attendee.Most })
            .OfType<CalendarEvent>().Where(e => e.Status != "CANCELLED").OrderBy(e => Order(e, clock)).ToList();
        if (sessions.Count == 0)
            throw new RefusedException("calendar.empty", $"{name} holds no event of a calendar (VEVENT).");
        db.Act($"Took the agenda of {gathering.Name} from {name}");
        gathering.StartsAt ??= Utc(sessions[0].Start, clock);
        gathering.EndsAt ??= sessions.Max(s => Utc(s.End, clock)) is { } end && end >= gathering.StartsAt ? end : null;
        gathering.Place ??= Cut(sessions.Select(s => s.Location).FirstOrDefault(l => !string.IsNullOrWhiteSpace(l)), 200);
        if (sessions.Count == 1 && gathering.Url is null && WebAddress.IsWeb(sessions[0].Url))
            gathering.Url = Cut(sessions[0].Url, 1000);
        gathering.Agenda = Cut(sessions.Count == 1 ? sessions[0].Description ?? gathering.Agenda : string.Join('\n', Lines(sessions, clock)), MostLetters);
        var guests = await Guests(gathering, sessions, db, ct);
        await db.SaveChangesAsync(ct);
        return new(sessions.Count, guests, Told(sessions.Count, guests), db.LastBatch);
    }

    private static async Task<int> Guests(Event gathering, List<CalendarEvent> sessions, KithDb db, CancellationToken ct)
    {
        var guests = sessions.SelectMany(s => s.Attendees).Where(a => a.IsPerson && a.Status != "DECLINED")
            .Concat(sessions.Select(s => s.Organizer).OfType<Organizer>().Select(o => new Formats.Calendars.Attendee(o.Email, o.Name, null)))
            .Where(a => !string.IsNullOrWhiteSpace(a.Name) || !string.IsNullOrWhiteSpace(a.Email)).DistinctBy(a => Folding.Fold(a.Name ?? a.Email)).Take(Domain.Attendee.Most).ToList();
        var addresses = guests.Select(g => g.Email?.Trim()).OfType<string>().SelectMany(a => new[] { a, a.ToLowerInvariant() }).Distinct().ToList();
        var known = (await db.Emails.AsNoTracking().Where(e => addresses.Contains(e.Value)).Join(db.People, e => e.PersonId, p => p.Id, (e, p) => new { e.Value, p.Id, p.IsSelf, p.FullName })
            .Take(Domain.Attendee.Most * 2).ToListAsync(ct)).GroupBy(e => e.Value.ToLowerInvariant()).ToDictionary(e => e.Key, e => e.First());
        var wanted = new List<AddAttendees.Wanted>();
        foreach (var guest in guests)
        {
            var person = guest.Email is { } address ? known.GetValueOrDefault(address.Trim().ToLowerInvariant()) : null;
            if (person is not { IsSelf: true })
                wanted.Add(new(Cut(person?.FullName ?? guest.Name ?? guest.Email, NameLetters)!, null, person?.Id));
        }
        return (await AddAttendees.Take(gathering, wanted, db, ct)).Count;
    }

    private static IEnumerable<string> Lines(List<CalendarEvent> sessions, WorkspaceClock clock)
    {
        DateOnly? day = null;
        foreach (var session in sessions)
        {
            var at = Local(session.Start, clock);
            if (at is { } start && DateOnly.FromDateTime(start) != day)
                yield return (day = DateOnly.FromDateTime(start)).Value.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);
            var hour = session.IsAllDay || at is null ? "" : at.Value.ToString("HH:mm ", CultureInfo.InvariantCulture);
            yield return $"{hour}{session.Summary ?? "Without a title"}{(string.IsNullOrWhiteSpace(session.Location) ? "" : $", {session.Location.Trim()}")}";
        }
    }

    private static string Told(int sessions, int guests) =>
        $"Agenda taken: {sessions} {(sessions == 1 ? "entry" : "entries")}{(guests == 0 ? "" : $", {guests} more on the list")}";

    private static DateTime Order(CalendarEvent session, WorkspaceClock clock) => Utc(session.Start, clock) ?? DateTime.MaxValue;

    private static DateTime? Utc(CalendarTime? time, WorkspaceClock clock) => time is null ? null : time.Utc ?? clock.Utc(time.Local);

    private static DateTime? Utc(DateTimeOffset? time, bool hasOffset, WorkspaceClock clock) => time is not { } at ? null : hasOffset ? at.UtcDateTime : clock.Utc(at.DateTime);

    private static DateTime? Local(CalendarTime? time, WorkspaceClock clock) => time is null ? null : time.Utc is { } utc ? clock.Local(utc) : time.Local;

    private static string? Cut(string? text, int most) => text is null || text.Trim() is not { Length: > 0 } said ? null : said.Length <= most ? said : said[..(most - 1)] + "…";
}
