using System.Text.Json;
using Kith.Domain;
using LinqToDB.Data;
using LinqToDB.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>
/// Writes many new rows at once, past the change tracker: on PostgreSQL by COPY, on SQLite by statements of many rows. The rows arrive as
/// EF would have written them. They are not logged one by one, so they have to carry the batch they were born in.
/// </summary>
public static class Bulk
{
    private static readonly BulkCopyOptions Options = new() { BulkCopyType = BulkCopyType.ProviderSpecific, KeepIdentity = true };

    static Bulk() => LinqToDBForEFTools.Initialize();

    /// <summary>Inserts the rows into the current workspace, within the caller's transaction.</summary>
    public static async Task Insert<T>(this KithDb db, IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : Row
    {
        if (rows.Count == 0)
            return;
        foreach (var row in rows)
            row.WorkspaceId = db.WorkspaceId;
        if (db.Database.IsSqlite())
            await db.BulkCopyAsync(Options, rows, ct);
        else
            await ByWay(db, rows, ct);
    }

    /// <summary>
    /// Logs one and the same change of many rows, as the change log would have logged them one by one, so that undo takes them back. The
    /// caller changes the rows, in the same transaction.
    /// </summary>
    internal static async Task LogChanges<T>(this KithDb db, IEnumerable<T> rows, IReadOnlyDictionary<string, object?> before, IReadOnlyDictionary<string, object?> after, CancellationToken ct)
        where T : PersonPart
    {
        var batch = db.OpenBatch();
        await db.SaveChangesAsync(ct);
        var (old, now) = (JsonSerializer.Serialize(before), JsonSerializer.Serialize(after));
        await db.Insert([.. rows.Select(row => new Change
        {
            Id = db.NewId(),
            BatchId = batch.Id,
            Sequence = db.NextSequence(),
            Noun = typeof(T).Name,
            RowId = row.Id,
            PersonId = row.PersonId,
            Operation = Operation.Changed,
            Before = old,
            After = now,
        })], ct);
    }

    // PostgreSQL refuses COPY into a table with row-level security, so rows take the way over a table of this transaction's own; the policy
    // checks them on the second step.
    private static async Task ByWay<T>(KithDb db, IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : Row
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
        var prepare = $"CREATE TEMP TABLE IF NOT EXISTS incoming_{table} (LIKE {table}) ON COMMIT DROP";
        var move = $"INSERT INTO {table} SELECT * FROM incoming_{table}; TRUNCATE incoming_{table}";
        await db.Database.ExecuteSqlRawAsync(prepare, ct);
        await db.BulkCopyAsync(Options with { TableName = $"incoming_{table}" }, rows, ct);
        await db.Database.ExecuteSqlRawAsync(move, ct);
        if (own is not null)
            await own.CommitAsync(ct);
    }
}
