using System.Reflection;
using System.Text.Json;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kith.Data;

/// <summary>A row that undo left as it is.</summary>
/// <param name="Id">The row.</param>
/// <param name="Noun">What it is.</param>
/// <param name="Reason">Why it was kept, as a clause.</param>
public sealed record Kept(Guid Id, string Noun, string Reason);

/// <summary>
/// Runs a batch backwards. A row that a later batch touched stays as it is and is reported; taking back is itself a batch, so it can be
/// taken back too. Runs inside the caller's transaction.
/// </summary>
public static class Reversal
{
    private static readonly MethodInfo AnyRow = typeof(Reversal).GetMethod(nameof(RowEvenInTrash), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Rows held in memory at a time while an import is taken back.</summary>
    private const int Chunk = 500;

    /// <summary>Reverses the batch; returns how many rows went back and which were kept.</summary>
    public static async Task<(int Reversed, IReadOnlyList<Kept> Kept)> Of(KithDb db, Batch batch, CancellationToken ct)
    {
        db.Act($"Took back: {batch.Title}", takesBack: batch.Id);
        var kept = new List<Kept>();
        var reversed = await Logged(db, batch, kept, ct);
        if (batch.IsBulk)
            reversed += await BornRows.Remove(db, batch, kept, ct);
        return (reversed, kept);
    }

    private static async Task<int> Logged(KithDb db, Batch batch, List<Kept> kept, CancellationToken ct)
    {
        var reversed = 0;
        var before = int.MaxValue;
        while (true)
        {
            var changes = await db.Changes.AsNoTracking().Where(c => c.BatchId == batch.Id && c.Sequence < before)
                .OrderByDescending(c => c.Sequence).Take(Chunk).ToListAsync(ct);
            if (changes.Count == 0)
                return reversed;
            before = changes[^1].Sequence;
            var rows = changes.Select(c => c.RowId).ToHashSet();
            var later = await Later(db, batch, rows, ct);
            foreach (var change in changes)
                reversed += await Reverse(db, change, later, kept, ct) ? 1 : 0;
            await db.SaveChangesAsync(ct);
        }
    }

    // Ids grow with time, so "later" is a comparison of ids. A batch that was taken back, and its taking back, cancel out.
    private static async Task<HashSet<Guid>> Later(KithDb db, Batch batch, HashSet<Guid> rows, CancellationToken ct) =>
        [.. await (from change in db.Changes
                   join origin in db.Batches on change.BatchId equals origin.Id
                   where rows.Contains(change.RowId) && origin.Id > batch.Id && origin.UndoneAt == null && origin.Undoes == null
                   select change.RowId).Distinct().ToListAsync(ct)];

    private static async Task<bool> Reverse(KithDb db, Change change, HashSet<Guid> later, List<Kept> kept, CancellationToken ct)
    {
        var type = db.Model.GetEntityTypes().Single(t => t.ClrType.Name == change.Noun).ClrType;
        if (later.Contains(change.RowId))
            return Keep("it was changed again later");
        var row = await (Task<Entity?>)AnyRow.MakeGenericMethod(type).Invoke(null, [db, change.RowId, ct])!;
        switch (change.Operation)
        {
            case Operation.Added when row is null:
            case Operation.Changed when row is null:
                return Keep("it is gone");
            case Operation.Added when await BornRows.HasOthers(db, row, change.BatchId, ct):
                return Keep("something was added to it later");
            case Operation.Added:
                db.Remove(row);
                return true;
            case Operation.Changed:
                Restore(db.Entry(row), change.Before!);
                return true;
            case Operation.Deleted when row is not null:
                return Keep("it is there again");
            default:
                var restored = (Entity)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
                var entry = db.Entry(restored);
                Restore(entry, change.Before!);
                entry.State = EntityState.Added;
                return true;
        }

        bool Keep(string reason)
        {
            kept.Add(new(change.RowId, change.Noun, reason));
            return false;
        }
    }

    private static async Task<Entity?> RowEvenInTrash<T>(KithDb db, Guid id, CancellationToken ct)
        where T : Entity =>
        db.Set<T>().Local.FirstOrDefault(r => r.Id == id)
        ?? (db.ChangeTracker.Entries<T>().Any(e => e.Entity.Id == id) ? null : await db.Set<T>().IgnoreQueryFilters([KithDb.TrashFilter]).FirstOrDefaultAsync(r => r.Id == id, ct));

    private static void Restore(EntityEntry entry, string before)
    {
        using var columns = JsonDocument.Parse(before);
        foreach (var column in columns.RootElement.EnumerateObject())
            if (entry.Metadata.FindProperty(column.Name) is { } property)
                entry.Property(column.Name).CurrentValue = column.Value.Deserialize(property.ClrType);
    }
}
