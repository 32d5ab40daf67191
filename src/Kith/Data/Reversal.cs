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
    private static readonly MethodInfo AnyRows = typeof(Reversal).GetMethod(nameof(RowsEvenInTrash), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Rows held in memory at a time while an import is taken back.</summary>
    private const int Chunk = 500;

    /// <summary>Reverses the batch; returns how many rows went back and which were kept.</summary>
    public static async Task<(int Reversed, IReadOnlyList<Kept> Kept)> Of(KithDb db, Batch batch, CancellationToken ct)
    {
        db.Act($"Took back: {batch.Title}", takesBack: batch.Id);
        var kept = new List<Kept>();
        var reversed = await Logged(db, batch, kept, ct);
        if (batch.IsBulk)
        {
            reversed += await BornRows.Remove(db, batch, kept, ct);
            DateTime? now = db.Clock.GetUtcNow().UtcDateTime;
            await db.Batches.Where(b => b.PartOf == batch.Id && b.UndoneAt == null).ExecuteUpdateAsync(b => b.SetProperty(x => x.UndoneAt, now), ct);
        }
        await MendRuns(db, batch, ct);
        return (reversed, kept);
    }

    // Where only some rows went back, a sequence may be left without its step, or its step without the sequence.
    private static async Task MendRuns(KithDb db, Batch batch, CancellationToken ct)
    {
        var changes = db.Changes.Where(c => c.BatchId == batch.Id);
        var runs = await db.SequenceRuns.Where(r => changes.Any(c => c.RowId == r.Id)).Select(r => r.Id)
            .Union(db.Loops.Where(l => l.RunId != null && changes.Any(c => c.RowId == l.Id)).Select(l => l.RunId!.Value)).ToListAsync(ct);
        if (runs.Count == 0)
            return;
        await Runs.Mend(db, runs, db.Days, ct);
        await db.SaveChangesAsync(ct);
    }

    private static async Task<int> Logged(KithDb db, Batch batch, List<Kept> kept, CancellationToken ct)
    {
        var reversed = 0;
        var before = int.MaxValue;
        var held = new HashSet<Guid>();
        var separated = (await Merged(db, batch).Select(c => c.RowId).ToListAsync(ct)).ToHashSet();
        while (true)
        {
            var changes = await db.Changes.AsNoTracking().Where(c => c.BatchId == batch.Id && c.Sequence < before)
                .OrderByDescending(c => c.Sequence).Take(Chunk).ToListAsync(ct);
            if (changes.Count == 0)
                return reversed;
            before = changes[^1].Sequence;
            var later = await Later(db, batch, [.. changes.Select(c => c.RowId)], ct);
            var rows = await Rows(db, changes, ct);
            var references = new References(db, rows, separated);
            foreach (var change in changes)
            {
                reversed += await Reverse(db, change, rows, references, later, held, kept, ct) ? 1 : 0;
                // What two rows may not hold at once goes back in the order in which it changed hands.
                if (IsExclusive(db, change))
                    await db.SaveChangesAsync(ct);
            }
            await db.SaveChangesAsync(ct);
            // Each save looks at every row the context holds, so it holds one chunk only; the caller has yet to mark the batch.
            db.ChangeTracker.Clear();
            db.Attach(batch);
        }
    }

    private static bool IsExclusive(KithDb db, Change change) =>
        change.Operation == Operation.Changed && db.Model.FindEntityType(TypeOf(db, change.Noun))!.GetIndexes()
            .Any(i => i.IsUnique && i.Properties.Any(p => p.Name != nameof(Row.WorkspaceId) && change.Before!.Contains($"\"{p.Name}\":", StringComparison.Ordinal)));

    // Trash or not: what is taken back may lie there.
    private static async Task<Dictionary<Guid, Entity?>> Rows(KithDb db, List<Change> changes, CancellationToken ct)
    {
        var rows = new Dictionary<Guid, Entity?>();
        foreach (var noun in changes.GroupBy(c => c.Noun))
        {
            var ids = noun.Select(c => c.RowId).Distinct().ToList();
            foreach (var row in await (Task<List<Entity>>)AnyRows.MakeGenericMethod(TypeOf(db, noun.Key)).Invoke(null, [db, ids, ct])!)
                rows[row.Id] = row;
        }
        return rows;
    }

    private static async Task<List<Entity>> RowsEvenInTrash<T>(KithDb db, List<Guid> ids, CancellationToken ct)
        where T : Entity =>
        [.. await db.Set<T>().IgnoreQueryFilters([KithDb.TrashFilter]).Where(r => ids.Contains(r.Id)).ToListAsync(ct)];

    private static Type TypeOf(KithDb db, string noun) => db.Model.GetEntityTypes().Single(t => t.ClrType.Name == noun).ClrType;

    /// <summary>
    /// What was changed since the batch and still stands. Ids grow with time, so "since" is a comparison of ids. A batch that was taken back, and
    /// its taking back, cancel out; a part of the batch goes with it.
    /// </summary>
    internal static IQueryable<Change> Since(KithDb db, Batch batch) =>
        from change in db.Changes
        join origin in db.Batches on change.BatchId equals origin.Id
        where origin.Id > batch.Id && origin.UndoneAt == null && origin.Undoes == null && origin.PartOf != batch.Id
        select change;

    /// <summary>The changes of a batch that made people one, or two again.</summary>
    internal static IQueryable<Change> Merged(KithDb db, Batch batch) =>
        db.Changes.Where(c => c.BatchId == batch.Id && c.Noun == nameof(Person) && c.Operation == Operation.Changed && c.After!.Contains("\"MergedInto\":"));

    private static async Task<HashSet<Guid>> Later(KithDb db, Batch batch, HashSet<Guid> rows, CancellationToken ct) =>
        [.. await Since(db, batch).Where(c => rows.Contains(c.RowId)).Select(c => c.RowId).Distinct().ToListAsync(ct)];

    private static async Task<bool> Reverse(
        KithDb db, Change change, Dictionary<Guid, Entity?> rows, References references, HashSet<Guid> later, HashSet<Guid> held, List<Kept> kept, CancellationToken ct)
    {
        if (later.Contains(change.RowId))
            return Keep("it was changed again later");
        var row = rows.GetValueOrDefault(change.RowId);
        switch (change.Operation)
        {
            case Operation.Added when row is null:
            case Operation.Changed when row is null:
                return Keep("it is gone");
            case Operation.Added when held.Contains(row.Id) || (row is Loop { ExchangeId: { } given } && held.Contains(given)):
                return Keep("the card it stands for stays");
            case Operation.Added when await BornRows.HasOthers(db, row, change.BatchId, [.. later, .. kept.Select(k => k.Id)], ct):
                return Keep("something was added to it later");
            case Operation.Added:
                db.Remove(row);
                rows[change.RowId] = null;
                return true;
            case Operation.Changed when !IsAsLeft(db.Entry(row), change.After!):
                return Keep("it was changed again later");
            case Operation.Changed:
                return await references.Settle(db.Entry(row), Restore(db.Entry(row), change.Before!), ct) || Keep("what it belonged to is gone", db.Entry(row));
            case Operation.Deleted when row is not null:
                return Keep("it is there again");
            default:
                var restored = (Entity)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(TypeOf(db, change.Noun));
                var entry = db.Entry(restored);
                var columns = Restore(entry, change.Before!);
                if (!await references.Settle(entry, columns, ct))
                    return Detach("what it belonged to is gone");
                if (await references.IsTaken(entry, columns, ct))
                    return Detach("another has its place by now");
                entry.State = EntityState.Added;
                rows[change.RowId] = restored;
                return true;

                bool Detach(string reason)
                {
                    entry.State = EntityState.Detached;
                    return Keep(reason);
                }
        }

        bool Keep(string reason, EntityEntry? attempted = null)
        {
            // A card that was answered stays given, so its exchange stays, and with that its follow-up.
            if (rows.GetValueOrDefault(change.RowId) is HandOut { ExchangeId: { } exchange })
                held.Add(exchange);
            if (attempted is { State: EntityState.Modified })
                attempted.CurrentValues.SetValues(attempted.OriginalValues);
            kept.Add(new(change.RowId, change.Noun, reason));
            return false;
        }
    }

    // A change that an earlier undo had to leave stands, although its batch counts as taken back; only the row itself can tell.
    private static bool IsAsLeft(EntityEntry entry, string after)
    {
        if (entry.Entity is not (Loop or SequenceRun))
            return true;
        using var columns = JsonDocument.Parse(after);
        return columns.RootElement.EnumerateObject().All(c => entry.Metadata.FindProperty(c.Name) is not { } property || property.ClrType == typeof(DateTime)
            || Equals(entry.Property(c.Name).CurrentValue, c.Value.Deserialize(property.ClrType)));
    }

    private static HashSet<string> Restore(EntityEntry entry, string before)
    {
        using var columns = JsonDocument.Parse(before);
        // The log may come from an archive, and so from another workspace; a row that comes back is stamped like any new one.
        foreach (var column in columns.RootElement.EnumerateObject().Where(c => c.Name != nameof(Row.WorkspaceId)))
            if (entry.Metadata.FindProperty(column.Name) is { } property)
                entry.Property(column.Name).CurrentValue = column.Value.Deserialize(property.ClrType);
        return [.. columns.RootElement.EnumerateObject().Select(c => c.Name)];
    }
}
