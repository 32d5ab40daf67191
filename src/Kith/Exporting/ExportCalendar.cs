using Kith.Data;
using Kith.Domain;
using Kith.Formats.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Kith.Exporting;

/// <summary>Writes a calendar: the events that have a time, and what is open with somebody and has a day.</summary>
public static class ExportCalendar
{
    private const int Chunk = 500;

    public static async Task<IReadOnlyDictionary<string, long>> Handle(KithDb db, Stream target, CancellationToken ct)
    {
        await using var moment = await Snapshot.Take(db, ct);
        var stamp = db.Clock.GetUtcNow().UtcDateTime;
        var calendar = new CalendarWriter(target);
        await calendar.Begin("-//Kith//Kith//EN", ct);
        var events = await Events(db, calendar, stamp, ct);
        var loops = await Loops(db, calendar, stamp, ct);
        await calendar.End(ct);
        return new Dictionary<string, long> { ["events"] = events, ["loops"] = loops };
    }

    private static async Task<long> Events(KithDb db, CalendarWriter calendar, DateTime stamp, CancellationToken ct)
    {
        var (count, after) = (0L, Guid.Empty);
        while (true)
        {
            var events = await db.Events.AsNoTracking().Where(e => e.StartsAt != null && e.Id > after).OrderBy(e => e.Id).Take(Chunk).ToListAsync(ct);
            foreach (var one in events)
                await calendar.Event(Uid(one.Id), stamp, one.StartsAt!.Value, one.Name, one.Status, one.Url, ct);
            count += events.Count;
            if (events.Count < Chunk)
                return count;
            after = events[^1].Id;
        }
    }

    private static async Task<long> Loops(KithDb db, CalendarWriter calendar, DateTime stamp, CancellationToken ct)
    {
        var (count, after) = (0L, Guid.Empty);
        while (true)
        {
            var loops = await db.Loops.AsNoTracking().Where(l => l.State != LoopState.Closed && (l.Due != null || l.SnoozedUntil != null) && l.Id > after)
                .Join(db.People, l => l.PersonId, p => p.Id, (l, p) => new { l.Id, l.Kind, l.State, l.What, l.Due, l.SnoozedUntil, p.FullName })
                .OrderBy(l => l.Id).Take(Chunk).ToListAsync(ct);
            foreach (var loop in loops)
                await calendar.ToDo(Uid(loop.Id), stamp, (loop.State == LoopState.Snoozed ? loop.SnoozedUntil ?? loop.Due : loop.Due ?? loop.SnoozedUntil)!.Value, Words(loop.Kind, loop.FullName), loop.What, ct);
            count += loops.Count;
            if (loops.Count < Chunk)
                return count;
            after = loops[^1].Id;
        }
    }

    private static string Uid(Guid id) => $"{id:D}@kith";

    private static string Words(LoopKind kind, string person) => kind switch
    {
        LoopKind.FollowUp => $"Follow up with {person}",
        LoopKind.Thank => $"Thank {person}",
        LoopKind.PromiseByMe => $"Keep your promise to {person}",
        LoopKind.PromiseByThem => $"Ask {person} about their promise",
        LoopKind.ReportBack => $"Report back to {person}",
        _ => $"Take the next step with {person}",
    };
}
