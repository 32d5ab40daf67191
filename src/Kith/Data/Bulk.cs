using Kith.Domain;
using LinqToDB.Data;
using LinqToDB.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>
/// Writes many new rows at once, past the change tracker, in statements of many rows. The rows arrive as EF would have written them. They
/// are not logged one by one, so they have to carry the batch they were born in.
/// </summary>
public static class Bulk
{
    private static readonly BulkCopyOptions Native = new() { BulkCopyType = BulkCopyType.ProviderSpecific, KeepIdentity = true };

    // COPY would pass by row-level security, so PostgreSQL refuses it on our tables (SQLSTATE 0A000); inserts are checked row by row.
    private static readonly BulkCopyOptions Guarded = new() { BulkCopyType = BulkCopyType.MultipleRows, KeepIdentity = true };

    static Bulk() => LinqToDBForEFTools.Initialize();

    /// <summary>Inserts the rows into the current workspace, within the caller's transaction.</summary>
    public static async Task Insert<T>(this KithDb db, IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : Row
    {
        if (rows.Count == 0)
            return;
        foreach (var row in rows)
            row.WorkspaceId = db.WorkspaceId;
        await db.BulkCopyAsync(db.Database.IsSqlite() ? Native : Guarded, rows, ct);
    }
}
