using Kith.Domain;
using Kith.Domain.Funnel;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>How many exchanges of the last year the user followed up and how soon, and how many the others did.</summary>
public static class FollowUpRates
{
    /// <summary>Days back that are counted: older habits say little, and the count stays bounded.</summary>
    public const int Days = 365;

    /// <summary>Exchanges that are counted, the latest of the year: more would not make the rates surer than their interval shows.</summary>
    public const int Most = 500;

    private const int MostRows = 20_000;
    private const int Week = 7;

    /// <summary>Followed up within 48 hours, a week, and 90 days. Each counts only exchanges old enough to tell.</summary>
    /// <param name="MedianHours">Hours from noon of the day of the exchange to the first contact, over those followed up within 90 days; null of none.</param>
    public sealed record Side(Rate H48, Rate D7, Rate Ever, double? MedianHours);

    /// <summary>The user's side, by evidence, and the others', by their first message or call.</summary>
    public sealed record Shown(Side Mine, Side Theirs);

    /// <summary>Counts both sides: one statement.</summary>
    public static async Task<Shown> FollowUps(this KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var (from, last) = (clock.Today.AddDays(-Days), clock.Today.AddDays(-Loop.FollowUpDays));
        var counted = db.ExchangeFollowUps(from, last).OrderByDescending(l => l.OpenedOn).ThenBy(l => l.Id).Take(Most);
        var since = clock.Noon(from.AddDays(-1));
        // What was met and what came from them in one statement, as Today has no more to spare.
        var rows = await counted.Select(l => new
        {
            l.PersonId,
            On = l.OpenedOn,
            ClosedOn = l.EvidenceId == null ? null : l.ClosedOn,
            At = db.Interactions.Where(i => i.Id == l.EvidenceId).Select(i => (DateTime?)i.At).FirstOrDefault(),
        }).Concat(db.Interactions.Where(i => i.Direction == Direction.In && i.At >= since && counted.Select(l => l.PersonId).Contains(i.PersonId)).Select(i => new
        {
            i.PersonId,
            On = (DateOnly?)null,
            ClosedOn = (DateOnly?)null,
            At = (DateTime?)i.At,
        })).Take(MostRows).ToListAsync(ct);
        var met = rows.Where(r => r.On is not null).Select(r => new { r.PersonId, On = r.On!.Value, r.ClosedOn, r.At }).ToList();
        var theirs = rows.Where(r => r.On is null).Select(r => (r.PersonId, At: r.At!.Value)).OrderBy(r => r.At).ToLookup(r => r.PersonId, r => r.At);
        return new(
            Count([.. met.Select(m => new Seen(m.On, m.ClosedOn, Hours(m.On, m.At)))], clock.Today),
            Count([.. met.Select(m => theirs[m.PersonId].Where(at => clock.DayOf(at) >= m.On).Select(at => (DateTime?)at).FirstOrDefault() is { } at
                ? new Seen(m.On, clock.DayOf(at), Hours(m.On, at)) : new Seen(m.On, null, null))], clock.Today));

        double? Hours(DateOnly on, DateTime? at) => at is { } moment ? Math.Max(0, (moment - clock.Noon(on)).TotalHours) : null;
    }

    private static Side Count(IReadOnlyList<Seen> seen, DateOnly today)
    {
        var hours = seen.Where(s => s.IsWithin(Loop.EverDays)).Select(s => s.Hours).OfType<double>().Order().ToList();
        double? median = hours.Count == 0 ? null : (hours[(hours.Count - 1) / 2] + hours[hours.Count / 2]) / 2;
        return new(Within(Loop.FollowUpDays), Within(Week), Within(Loop.EverDays), median);

        Rate Within(int days)
        {
            var old = seen.Where(s => s.On <= today.AddDays(-days)).ToList();
            return new(old.Count(s => s.IsWithin(days)), old.Count);
        }
    }

    private sealed record Seen(DateOnly On, DateOnly? Followed, double? Hours)
    {
        internal bool IsWithin(int days) => Followed <= On.AddDays(days);
    }
}
