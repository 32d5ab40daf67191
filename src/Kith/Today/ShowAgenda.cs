using Kith.Data;
using Microsoft.EntityFrameworkCore;

namespace Kith.Today;

/// <summary>Shows the events and meetings of the coming week.</summary>
public static class ShowAgenda
{
    private const int Days = 7;
    private const int Most = 5;

    /// <summary>An event, or a meeting with somebody, in the user's local time; the id is the event's or the person's.</summary>
    public sealed record Upcoming(Guid Id, string Name, DateTime At, bool IsMeeting);

    public static async Task<IReadOnlyList<Upcoming>> Handle(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var (first, last) = (clock.Now.AddHours(-12), clock.Now.AddDays(Days));
        var meetings = from brief in db.Briefs
                       where brief.MeetingAt >= first && brief.MeetingAt <= last
                       join person in db.People on brief.PersonId equals person.Id
                       select new { person.Id, Name = person.FullName, At = brief.MeetingAt, IsMeeting = true };
        var rows = await db.Events.Where(e => e.StartsAt >= first && e.StartsAt <= last).Select(e => new { e.Id, e.Name, At = e.StartsAt, IsMeeting = false })
            .Concat(meetings).OrderBy(e => e.At).Take(Most).ToListAsync(ct);
        return [.. rows.Select(e => new Upcoming(e.Id, e.Name, clock.Local(e.At!.Value), e.IsMeeting)).Where(e => DateOnly.FromDateTime(e.At) >= clock.Today)];
    }
}
