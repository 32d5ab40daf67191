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
    private const int Chunk = 2_000;

    private static readonly string Reason = $"Older than {Loop.EverDays} days when it was imported";

    /// <summary>How many were closed, and the batch that undo takes back.</summary>
    public sealed record Rested(int FollowUps, Guid? Batch);

    public static async Task<Rested> Handle(Guid import, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var run = await db.Imports.AsNoTracking().OrRefuse(import, ct);
        var count = await Count(db, run, clock, ct);
        if (count == 0)
            return new(0, null);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Act(string.Create(CultureInfo.InvariantCulture, $"Let {count:N0} old {(count == 1 ? "follow-up" : "follow-ups")} rest"), completes: run.ImportBatchId);
        while (await Old(db, run, clock).AsNoTracking().OrderBy(l => l.Id).Take(Chunk).ToListAsync(ct) is { Count: > 0 } loops)
            await Close(db, loops, clock.Today, ct);
        await transaction.CommitAsync(ct);
        return new(count, db.LastBatch);
    }

    // Thousands at once: the rule closes each of them, the database changes and logs them together.
    private static async Task Close(KithDb db, List<Loop> loops, DateOnly today, CancellationToken ct)
    {
        var before = Columns(loops[0]);
        foreach (var loop in loops)
            loop.CloseByDecision(Reason, today);
        await db.LogChanges(loops, before, Columns(loops[0]), ct);
        var ids = loops.ConvertAll(l => l.Id);
        DateOnly? on = today;
        await db.Loops.Where(l => ids.Contains(l.Id)).ExecuteUpdateAsync(
            l => l.SetProperty(x => x.State, LoopState.Closed).SetProperty(x => x.Decision, Reason).SetProperty(x => x.ClosedOn, on), ct);
    }

    private static Dictionary<string, object?> Columns(Loop loop) => new()
    {
        [nameof(Loop.State)] = loop.State,
        [nameof(Loop.Decision)] = loop.Decision,
        [nameof(Loop.ClosedOn)] = loop.ClosedOn,
    };

    internal static Task<int> Count(KithDb db, ImportRun run, WorkspaceClock clock, CancellationToken ct) => Old(db, run, clock).CountAsync(ct);

    private static IQueryable<Loop> Old(KithDb db, ImportRun run, WorkspaceClock clock)
    {
        var before = clock.Today.AddDays(-Loop.EverDays);
        return db.Loops.Where(l => l.BornIn != null && l.BornIn == run.ImportBatchId && l.Kind == LoopKind.FollowUp && l.State == LoopState.Open && l.OpenedOn < before);
    }
}
