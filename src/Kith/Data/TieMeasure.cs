using Kith.Domain;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>
/// What the stored strengths of a workspace are measured with: the user's habits and the time they speak of. Both stay as they are for a day, so
/// that every list shows the same number; a change of one pair is measured with the day's habits.
/// </summary>
/// <param name="Habits">How the user keeps contact on the whole.</param>
/// <param name="At">The time the strengths speak of (UTC).</param>
public sealed record TieMeasure(Habits Habits, DateTime At)
{
    /// <summary>For who has no history.</summary>
    public static readonly TieMeasure Unmeasured = new(Habits.None, DateTime.UnixEpoch);

    private const int Chunk = 500;

    /// <summary>The strength of a tie, 0-100; null without history.</summary>
    internal int? Strength(TieHistory tie) => TieStrength.Of(tie, Habits, At);

    /// <summary>The measure of a workspace.</summary>
    internal static TieMeasure Of(Workspace workspace) =>
        new(new(workspace.TiesKnown, workspace.TiesKept, workspace.TiesTouched), workspace.StrengthAsOf ?? workspace.CreatedAt);

    /// <summary>The measure of the current workspace.</summary>
    internal static async Task<TieMeasure> Of(KithDb db, CancellationToken ct) =>
        Of(await db.Workspaces.AsNoTracking().SingleAsync(w => w.Id == db.WorkspaceId, ct));

    /// <summary>Measures every tie anew where the day has changed since the last time; returns whether it had.</summary>
    public static async Task<bool> KeepUp(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var asOf = await db.Workspaces.Where(w => w.Id == db.WorkspaceId).Select(w => w.StrengthAsOf).SingleOrDefaultAsync(ct);
        if (asOf >= clock.DayStart)
            return false;
        // Never measured: the rows may come from a version that kept other projections.
        await (asOf is null ? Projections.Rebuild(db, ct) : Refresh(db, ct));
        return true;
    }

    /// <summary>Measures every tie of the workspace as of now: one pass over its interactions.</summary>
    internal static async Task Refresh(KithDb db, CancellationToken ct)
    {
        var at = db.Clock.GetUtcNow().UtcDateTime;
        var ties = new Dictionary<Guid, TieHistory>();
        await foreach (var i in db.Interactions.AsNoTracking().OrderBy(i => i.PersonId).ThenBy(i => i.At).ThenBy(i => i.Channel).ThenBy(i => i.Direction).Select(i => new { i.PersonId, i.At, i.Channel, i.Direction }).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!ties.TryGetValue(i.PersonId, out var tie))
                ties[i.PersonId] = tie = new();
            tie.Add(new(i.At, i.Channel, i.Direction));
        }

        var measure = new TieMeasure(Habits.Of(ties.Values, at), at);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await db.Workspaces.Where(w => w.Id == db.WorkspaceId).ExecuteUpdateAsync(
            w => w.SetProperty(x => x.StrengthAsOf, at).SetProperty(x => x.TiesKnown, measure.Habits.Known)
                .SetProperty(x => x.TiesKept, measure.Habits.Kept).SetProperty(x => x.TiesTouched, measure.Habits.Touched), ct);
        await Store(db, ties, measure, ct);
        if (own is not null)
            await own.CommitAsync(ct);
    }

    // Whole numbers repeat, so a few hundred statements serve any number of people; who stays the same is not written.
    private static async Task Store(KithDb db, Dictionary<Guid, TieHistory> ties, TieMeasure measure, CancellationToken ct)
    {
        var everybody = db.People.IgnoreQueryFilters([KithDb.TrashFilter]);
        var stored = await everybody.Where(p => p.Strength != null || db.Interactions.Any(i => i.PersonId == p.Id)).Select(p => new { p.Id, p.Strength }).ToListAsync(ct);
        var changed = stored.Select(p => (p.Id, p.Strength, Now: ties.TryGetValue(p.Id, out var tie) ? measure.Strength(tie) : null)).Where(p => p.Strength != p.Now);
        foreach (var same in changed.GroupBy(p => p.Now, p => p.Id))
            foreach (var ids in same.Chunk(Chunk))
                await everybody.Where(p => ids.Contains(p.Id)).ExecuteUpdateAsync(p => p.SetProperty(x => x.Strength, same.Key), ct);
    }
}
