using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Reviews;

/// <summary>The week after: its events and meetings, and what falls due in it.</summary>
public sealed record Ahead(DateOnly Week, IReadOnlyList<Ahead.Upcoming> Agenda, IReadOnlyList<Slipped.Row> Due)
{
    /// <summary>Lines shown of each kind.</summary>
    public const int Most = 20;

    /// <summary>An event, or a meeting with somebody, in the user's local time; the id is the event's or the person's.</summary>
    public sealed record Upcoming(Guid Id, string Name, DateTime At, bool IsMeeting);

    /// <param name="week">The Monday of the week that is reviewed.</param>
    internal static async Task<Ahead> Read(DateOnly week, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var span = new WeekSpan(week.AddDays(Domain.Weeks.Week.Days), clock);
        var (since, until, first, last) = (span.Since, span.Until.AddMilliseconds(-1), span.First, span.Last);
        var agenda = await db.Agenda(since, until).OrderBy(e => e.At).Take(Most).ToListAsync(ct);
        var due = await (
            from loop in db.Loops
            where (loop.State == LoopState.Open && loop.Due >= first && loop.Due <= last) || (loop.State == LoopState.Snoozed && loop.SnoozedUntil >= first && loop.SnoozedUntil <= last)
            join person in db.People on loop.PersonId equals person.Id
            orderby loop.SnoozedUntil ?? loop.Due, loop.Id
            select new { loop.Id, Person = person.Id, person.FullName, loop.Kind, loop.What, Due = loop.SnoozedUntil ?? loop.Due }).Take(Most).ToListAsync(ct);
        return new(span.First, [.. agenda.Select(e => new Upcoming(e.Id, e.Name, clock.Local(e.At!.Value), e.IsMeeting))], [.. due.Select(r => new Slipped.Row(r.Id, r.Person, r.FullName, r.Kind, r.What, r.Due!.Value))]);
    }
}
