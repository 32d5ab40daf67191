using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>
/// Closes the follow-ups of an import that are older than 90 days, by the user's one decision: most connections of many years are not waiting
/// for a message, and Today would hold nothing else.
/// </summary>
public static class RestOldFollowUps
{
    private const int Chunk = 1_000;

    /// <summary>How many were closed, and the batch that undo takes back.</summary>
    public sealed record Rested(int FollowUps, Guid? Batch);

    public static async Task<Rested> Handle(Guid import, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var run = await db.Imports.AsNoTracking().OrRefuse(import, ct);
        var count = await Count(db, run, clock, ct);
        if (count == 0)
            return new(0, null);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Act(string.Create(CultureInfo.InvariantCulture, $"Let {count:N0} old {(count == 1 ? "follow-up" : "follow-ups")} rest"));
        while (await Old(db, run, clock).OrderBy(l => l.Id).Take(Chunk).ToListAsync(ct) is { Count: > 0 } loops)
        {
            foreach (var loop in loops)
                loop.CloseByDecision($"Older than {Loop.EverDays} days when it was imported", clock.Today);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        await transaction.CommitAsync(ct);
        return new(count, db.LastBatch);
    }

    internal static Task<int> Count(KithDb db, ImportRun run, WorkspaceClock clock, CancellationToken ct) => Old(db, run, clock).CountAsync(ct);

    private static IQueryable<Loop> Old(KithDb db, ImportRun run, WorkspaceClock clock)
    {
        var before = clock.Today.AddDays(-Loop.EverDays);
        return db.Loops.Where(l => l.BornIn != null && l.BornIn == run.ImportBatchId && l.Kind == LoopKind.FollowUp && l.State == LoopState.Open && l.OpenedOn < before);
    }
}
