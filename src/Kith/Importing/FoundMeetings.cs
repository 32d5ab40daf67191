using Kith.Domain;
using Kith.Formats.Calendars;
using Kith.Formats.Contacts;
using Microsoft.EntityFrameworkCore;
using Direction = Kith.Domain.Direction;

namespace Kith.Importing;

/// <summary>Meetings waiting to be looked up by key: a new one is added, one that was moved or renamed since is changed.</summary>
internal sealed class FoundMeetings(ImportSession session, Tally tally, KnownContacts known)
{
    private const int Chunk = 1_000;

    private readonly HashSet<string> seen = [];
    private readonly List<(Interaction Interaction, int Person)> waiting = [];
    private readonly List<Event> events = [];

    /// <summary>Adds the meeting with one guest; somebody nobody knows yet becomes a person.</summary>
    internal async Task Add(ContactRecord guest, Occurrence time, DateTime at)
    {
        var person = known.FindByAddress(guest.Emails[0].Value, MailNames.Of(guest.Name.Full, guest.Emails[0].Value)).Person;
        if (person == KnownPeople.Nobody)
        {
            var name = ContactFacts.Name(guest)!;
            person = ImportContacts.Add(session, guest, name, KnownContacts.KeyOf(guest, name), ImportMeetings.Kind);
            known.Learn(guest, name, person);
        }
        if (session.People.Is(person, Mark.Trashed) || session.People.Is(person, Mark.Self))
            return;
        // The time is no part of the key, so that a meeting that was moved stays one; of a series it tells the occurrences apart.
        var occurrence = time.Event.RecurrenceId?.Iso ?? (time.Event.Rrule is null ? "" : time.Start.Iso);
        var key = Keys.Of(Keys.Meeting, time.Event.Uid ?? $"{time.Event.Summary} {time.Start.Iso}", occurrence, guest.Emails[0].Value.ToUpperInvariant());
        if (!seen.Add(key))
            return;
        waiting.Add((new()
        {
            Id = session.Db.NewId(),
            PersonId = session.People[person],
            Channel = Channel.Meeting,
            Direction = Direction.Both,
            At = at,
            Summary = ImportMessages.Short(time.Event.Summary),
            SourceKey = key,
        }, person));
        if (waiting.Count == Chunk)
            await Flush();
    }

    /// <summary>Adds an event of the field.</summary>
    internal async Task Add(Event happening)
    {
        if (seen.Add(happening.SourceKey!))
            events.Add(happening);
        if (events.Count == Chunk)
            await Flush();
    }

    internal async Task Flush()
    {
        await session.Staged.Flush(session.Ct);
        await Meetings();
        await Events();
        await session.SaveChanges();
    }

    private async Task Meetings()
    {
        var keys = waiting.ConvertAll(w => w.Interaction.SourceKey);
        var there = await session.Db.Interactions.Where(i => keys.Contains(i.SourceKey)).ToDictionaryAsync(i => i.SourceKey!, session.Ct);
        foreach (var (interaction, person) in waiting)
            if (!there.TryGetValue(interaction.SourceKey!, out var same))
            {
                session.Add(interaction, person);
                tally.Count(Came.Added);
            }
            else if (same.At == interaction.At && same.Summary == interaction.Summary)
            {
                tally.Count(Came.Unchanged);
            }
            else
            {
                (same.At, same.Summary) = (interaction.At, interaction.Summary);
                session.People.Set(person, Mark.Moved);
                tally.Count(Came.Updated);
            }
        waiting.Clear();
    }

    private async Task Events()
    {
        var keys = events.ConvertAll(e => e.SourceKey);
        var there = await session.Db.Events.Where(e => keys.Contains(e.SourceKey)).ToDictionaryAsync(e => e.SourceKey!, session.Ct);
        foreach (var happening in events)
            if (!there.TryGetValue(happening.SourceKey!, out var same))
            {
                session.Staged.Add(happening);
                tally.Count(Came.Added);
            }
            else if (same.StartsAt == happening.StartsAt && same.Name == happening.Name)
            {
                tally.Count(Came.Unchanged);
            }
            else
            {
                (same.StartsAt, same.Name) = (happening.StartsAt, happening.Name);
                tally.Count(Came.Updated);
            }
        events.Clear();
    }
}
