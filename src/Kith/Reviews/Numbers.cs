using Kith.Data;
using Kith.Domain.Forecast;
using Kith.Domain.Weeks;
using Microsoft.EntityFrameworkCore;

namespace Kith.Reviews;

/// <summary>The three numbers of a week beside those of the week before and what was planned, and what the goal asks of a week.</summary>
/// <param name="Planned">Planned in the review before this one, else what the goal asks for; null without either.</param>
/// <param name="Asked">What the goal asks of a week; null without a goal.</param>
public sealed record Numbers(WeekNumbers Week, WeekNumbers Before, WeekPlan? Planned, WeekPlan? Asked)
{
    private const int MostExchanges = 2000;

    /// <param name="week">The Monday.</param>
    /// <param name="planned">What the review before planned.</param>
    internal static async Task<Numbers> Read(DateOnly week, WeekPlan? planned, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var (span, before) = (new WeekSpan(week, clock), new WeekSpan(week.AddDays(-Domain.Weeks.Week.Days), clock));
        var goal = await db.CurrentGoal().AsNoTracking().FirstOrDefaultAsync(ct);
        var since = goal?.CreatedAt.AddDays(-Requests.QuietDays) is { } began && began < before.Since ? began : before.Since;
        var people = await db.SearchContacts(goal?.Id, since, ct);
        var met = await db.ExchangeFollowUps(before.First, span.Last).OrderByDescending(l => l.OpenedOn).Take(MostExchanges)
            .Select(l => new { l.OpenedOn, Followed = l.EvidenceId == null ? null : l.ClosedOn }).ToListAsync(ct);
        var asked = goal is null ? null : WeekPlan.From(WeeklyPlan.Of(
            Requests.Read(people.Select(p => (p.Contacts, p.Decides)), goal.CreatedAt, clock.Now),
            goal.Deadline is { } day ? (int)Math.Floor((day.DayNumber - clock.Today.DayNumber) / 7.0) : null, goal.WeeklyHours));
        return new(Count(span), Count(before), planned ?? asked, asked);

        WeekNumbers Count(WeekSpan of) => WeekNumbers.Count(
            people.Select(p => ((IReadOnlyList<Domain.Strength.Contact>)[.. p.Contacts.Where(c => c.At >= of.Since && c.At < of.Until)], p.Decides)),
            met.Where(m => m.OpenedOn >= of.First && m.OpenedOn <= of.Last).Select(m => new Met(m.OpenedOn!.Value, m.Followed)), clock.Today);
    }
}
