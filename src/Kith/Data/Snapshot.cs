using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>Reads a workspace as it is at one moment, however long the reading takes; nobody who writes waits for it.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly KithDb db;
    private readonly DbTransaction transaction;

    private Snapshot(KithDb db, DbTransaction transaction) => (this.db, this.transaction) = (db, transaction);

    /// <summary>Holds the moment until it is disposed.</summary>
    internal static async Task<Snapshot> Take(KithDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        // An immediate transaction, SQLite's usual one here, would be the one writer.
        var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await db.Database.UseTransactionAsync(transaction, ct);
        return new(db, transaction);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await db.Database.UseTransactionAsync(null);
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
