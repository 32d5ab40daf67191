using Kith.Domain;
using Kith.Formats.Calendars;
using Kith.Formats.Contacts;

namespace Kith.Importing;

/// <summary>
/// A calendar: past meetings become interactions with everybody else who was there, and what names no guests but a page on the web becomes an
/// event. Whole days, declined, cancelled and solitary ones are left out.
/// </summary>
internal static class ImportMeetings
{
    internal const string Kind = "calendar";

    /// <summary>With more guests than this one was in a crowd, which is no contact with each of them.</summary>
    private const int MostGuests = 10;

    private const int MostYears = 20;

    internal static Incoming Open(Stream file, string name, ImportOptions options) => new(() => file.Position, file.Length, session => Run(session, file, name, options));

    private static async Task Run(ImportSession session, Stream file, string name, ImportOptions options)
    {
        var tallies = new List<Tally>();
        var events = new List<CalendarEvent>();
        foreach (var (row, tally) in session.Read(name, Kind, issues => CalendarReader.Read(file, name, issues)))
        {
            tallies.Add(tally);
            if (row is CalendarEvent happening)
                events.Add(happening);
            else
                tally.Skip("task", "tasks; what you promised to somebody is noted on the person's page");
        }
        if (tallies.Count == 0)
            return;
        var own = await OwnAddresses.Known(session.Db, session.Ct);
        own.UnionWith(options.OwnAddresses);
        own.UnionWith(OwnAddresses.In(events));
        var found = new FoundMeetings(session, tallies[0], await KnownContacts.Load(session, Kind));
        var times = Occurrences.Expand(events, session.Now.AddYears(-MostYears), session.Now.AddYears(1), name, tallies[0].Issues);
        foreach (var time in times)
            await Take(session, time, own, found, tallies[0]);
        await found.Flush();
        await CloseLoops.Run(session);
    }

    private static async Task Take(ImportSession session, Occurrence time, HashSet<string> own, FoundMeetings found, Tally tally)
    {
        var at = time.Start.Utc ?? session.Clock.Utc(time.Start.Local);
        if (IsOfTheField(time.Event))
        {
            await found.Add(Published(session, time, at));
            return;
        }
        if (!Meetings.Among([time.Event], own).Any())
        {
            tally.Skip("alone", "whole days, cancelled or declined, or nobody else was there");
            return;
        }
        var guests = Guests(time.Event, own);
        if (at > session.Now)
            tally.Skip("future", "meetings still to come");
        else if (guests.Count > MostGuests)
            tally.Skip("crowd", $"meetings of more than {MostGuests} people, which are no contact with each of them");
        else
            foreach (var guest in guests)
                await found.Add(guest, time, at);
    }

    private static List<ContactRecord> Guests(CalendarEvent meeting, HashSet<string> own) =>
        [.. meeting.Attendees.Where(a => a.IsPerson && a.Status != "DECLINED").Select(a => (a.Email, a.Name))
            .Append((meeting.Organizer?.Email, meeting.Organizer?.Name))
            .Where(g => !string.IsNullOrWhiteSpace(g.Email) && !own.Contains(g.Email))
            .DistinctBy(g => g.Email!.ToUpperInvariant())
            .Select(g => new ContactRecord { Name = new() { Full = MailNames.Of(g.Name, g.Email) ?? "" }, Emails = [new(g.Email!)], Line = meeting.Line })];

    // What somebody published to come to, not what one noted for oneself.
    private static bool IsOfTheField(CalendarEvent happening) =>
        happening.Attendees.Count == 0 && happening.Url is { } url && Shared.WebAddress.IsWeb(url) && happening.Rrule is null && !string.IsNullOrWhiteSpace(happening.Summary);

    private static Event Published(ImportSession session, Occurrence time, DateTime at) => new()
    {
        Id = session.Db.NewId(),
        Name = time.Event.Summary!.Trim(),
        StartsAt = at,
        Url = time.Event.Url,
        SourceKey = Keys.Of(Keys.CalendarEvent, time.Event.Uid ?? $"{time.Event.Summary} {time.Start.Iso}"),
    };
}
