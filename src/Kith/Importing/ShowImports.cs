using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>The imports of the workspace, newest first, and one of them with what can still be done about it.</summary>
public static class ShowImports
{
    private const int Most = 20;

    /// <summary>An import in the list.</summary>
    public sealed record Row(Guid Id, string FileName, ImportState State, DateTime ReceivedAt, bool IsUndone);

    /// <summary>An import on its page.</summary>
    public sealed record One(ImportRun Run, ImportPreview? Preview, Imported? Result, bool IsUndone, int OldFollowUps)
    {
        /// <summary>What the user decided about the file so far.</summary>
        public ImportOptions Options { get; } = Run.Decided();
    }

    public static Task<List<Row>> Handle(KithDb db, CancellationToken ct) =>
        (from run in db.Imports
         join batch in db.Batches on run.ImportBatchId equals batch.Id into batches
         from batch in batches.DefaultIfEmpty()
         orderby run.ReceivedAt descending
         select new Row(run.Id, run.FileName, run.State, run.ReceivedAt, batch != null && batch.UndoneAt != null)).Take(Most).ToListAsync(ct);

    public static async Task<One> Handle(Guid import, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var run = await db.Imports.AsNoTracking().OrRefuse(import, ct);
        var isUndone = run.ImportBatchId is { } batch && await db.Batches.AnyAsync(b => b.Id == batch && b.UndoneAt != null, ct);
        var old = run.State == ImportState.Done && !isUndone ? await RestOldFollowUps.Count(db, run, clock, ct) : 0;
        return new(run, run.Preview(), run.Result(), isUndone, old);
    }
}
