using System.Globalization;
using Kith.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kith.CommandLine;

/// <summary>What can go wrong with an SQLite file.</summary>
internal static class SqliteChecks
{
    internal static async Task<IReadOnlyList<Check>> Run(KithDb db, Storage storage, bool mend, CancellationToken ct) =>
    [
        await File(db, storage, ct),
        await References(db, ct),
        await Search(db, mend, ct),
    ];

    private static async Task<Check> File(KithDb db, Storage storage, CancellationToken ct)
    {
        var problems = await Sql.Ask(db, "PRAGMA integrity_check(10)", ct);
        var version = (await Sql.Ask(db, "SELECT sqlite_version()", ct))[0];
        return problems is ["ok"]
            ? new("database", Health.Ok, string.Create(CultureInfo.InvariantCulture, $"SQLite {version}, {storage.SqliteFile}, {new FileInfo(storage.SqliteFile).Length / 1e6:0.0} MB, no damage."))
            : new("database", Health.Broken, $"The file is damaged ({string.Join("; ", problems)}); go back to a backup.");
    }

    private static async Task<Check> References(KithDb db, CancellationToken ct)
    {
        var broken = await Sql.Ask(db, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1000", ct);
        return broken.Count == 0
            ? new("references", Health.Ok, "Every row refers to rows that exist.")
            : new("references", Health.Broken, $"{broken.Count} rows refer to rows that do not exist, the first in {broken[0]}.");
    }

    // FTS5 compares its index with the table itself when it is asked with rank 1 (sqlite.org/fts5.html#the_integrity_check_command).
    private static async Task<Check> Search(KithDb db, bool mend, CancellationToken ct)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO people_search(people_search, rank) VALUES ('integrity-check', 1)", ct);
            return new("search", Health.Ok, "The search index is in step with the people.");
        }
        catch (SqliteException) when (!mend)
        {
            return new("search", Health.Broken, "The search index is out of step with the people; run: kith doctor --rebuild");
        }
        catch (SqliteException)
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO people_search(people_search) VALUES ('rebuild')", ct);
            return new("search", Health.Ok, "The search index was rebuilt.", Mended: true);
        }
    }
}
