using Kith.Data;
using Kith.Domain;
using Kith.Domain.Funnel;
using Microsoft.EntityFrameworkCore;

namespace Kith.Today;

/// <summary>Shows how many exchanges of the last year the user followed up, and how soon.</summary>
public static class ShowFollowUp
{
    /// <summary>Days back that are counted: older habits say little, and the count stays bounded.</summary>
    public const int Days = 365;

    private const int Week = 7;

    /// <summary>Followed up within 48 hours, a week, and 90 days. Each counts only exchanges old enough to tell.</summary>
    public sealed record Shown(Rate H48, Rate D7, Rate Ever);

    public static async Task<Shown> Handle(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var (from, today) = (clock.Today.AddDays(-Days), clock.Today);
        var (h48, d7, ever) = (today.AddDays(-Loop.FollowUpDays), today.AddDays(-Week), today.AddDays(-Loop.EverDays));
        // Naming every state lets the index on state, kind and day find the year.
        var counts = await db.Loops
            .Where(l => (l.State == LoopState.Open || l.State == LoopState.Snoozed || l.State == LoopState.Closed)
                && l.Kind == LoopKind.FollowUp && l.OpenedOn >= from && l.OpenedOn <= h48 && l.ExchangeId != null)
            .GroupBy(_ => 1)
            .Select(g => new
            {
                N48 = g.Count(),
                K48 = g.Count(l => l.EvidenceId != null && l.ClosedOn <= l.OpenedOn!.Value.AddDays(Loop.FollowUpDays)),
                N7 = g.Count(l => l.OpenedOn <= d7),
                K7 = g.Count(l => l.OpenedOn <= d7 && l.EvidenceId != null && l.ClosedOn <= l.OpenedOn!.Value.AddDays(Week)),
                NEver = g.Count(l => l.OpenedOn <= ever),
                KEver = g.Count(l => l.OpenedOn <= ever && l.EvidenceId != null && l.ClosedOn <= l.OpenedOn!.Value.AddDays(Loop.EverDays)),
            }).SingleOrDefaultAsync(ct);
        return counts is null
            ? new(new(0, 0), new(0, 0), new(0, 0))
            : new(new(counts.K48, counts.N48), new(counts.K7, counts.N7), new(counts.KEver, counts.NEver));
    }
}
