using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kith.Data;

/// <summary>Lets one import of a workspace run at a time, also across processes: the second one waits and then finds what the first brought.</summary>
internal static class ImportLock
{
    private const int PatienceSeconds = 900;

    // SQLITE_BUSY (sqlite.org/rescode.html).
    private const int Busy = 5;

    /// <summary>Opens the transaction of an import once it is its turn.</summary>
    internal static async Task<IDbContextTransaction> Begin(KithDb db, CancellationToken ct)
    {
        if (db.Database.IsSqlite())
            return await BeginSqlite(db, ct);
        var transaction = await db.Database.BeginTransactionAsync(ct);
        var key = $"import {db.WorkspaceId}";
        var patience = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(PatienceSeconds);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", ct);
        db.Database.SetCommandTimeout(patience);
        return transaction;
    }

    // SQLite has one writer anyway; it only has to be waited for longer than for a click.
    private static async Task<IDbContextTransaction> BeginSqlite(KithDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var patience = connection.DefaultTimeout;
        connection.DefaultTimeout = 1;
        var started = db.Clock.GetTimestamp();
        try
        {
            while (true)
                try
                {
                    return await db.Database.BeginTransactionAsync(ct);
                }
                catch (SqliteException busy) when (busy.SqliteErrorCode == Busy && db.Clock.GetElapsedTime(started).TotalSeconds < PatienceSeconds)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(200), db.Clock, ct);
                }
        }
        finally
        {
            connection.DefaultTimeout = patience;
            await db.Database.CloseConnectionAsync();
        }
    }
}
