using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kith.Data;

/// <summary>Tells where two wrote the same at the same moment: the later one ends with nothing saved, and may simply try again.</summary>
public static class Conflicts
{
    // SQLITE_BUSY and SQLITE_LOCKED; SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE (sqlite.org/rescode.html).
    private static readonly int[] locked = [5, 6];
    private static readonly int[] taken = [1555, 2067];

    private static readonly string[] states = [PostgresErrorCodes.UniqueViolation, PostgresErrorCodes.DeadlockDetected, PostgresErrorCodes.SerializationFailure];

    /// <summary>True for what a database reports in such a moment.</summary>
    public static bool Is(Exception error) => error switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => Is(inner),
        PostgresException postgres => states.Contains(postgres.SqlState),
        SqliteException sqlite => locked.Contains(sqlite.SqliteErrorCode) || taken.Contains(sqlite.SqliteExtendedErrorCode),
        _ => false,
    };
}
