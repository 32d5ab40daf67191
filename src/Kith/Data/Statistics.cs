using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>What SQLite believes about the rows behind its indexes, by which it chooses one for a query.</summary>
public static class Statistics
{
    // Left alone, SQLite takes it that the first column of an index leaves ten rows. Here that column is the workspace, which leaves them all, so it
    // would read whole tables by any index. It never measures by itself, and a sample of the first thousand rows measures one workspace as rare too:
    // so it is told, in the words of https://www.sqlite.org/fileformat2.html#stat1tab, and plans are the same on every installation.
    private const string Tell = """
        ANALYZE goals;
        DELETE FROM sqlite_stat1;
        INSERT INTO sqlite_stat1 (tbl, idx, stat)
        SELECT tbl, idx, n || ' ' || n || substr(' 10 10 10 10 10 10', 1, 3 * (columns - 2)) || CASE WHEN columns < 2 THEN '' WHEN is_unique THEN ' 1' ELSE ' 10' END
        FROM (
            SELECT t.name AS tbl, i.name AS idx, i."unique" AS is_unique, (SELECT count(*) FROM pragma_index_info(i.name)) AS columns,
                CASE WHEN t.name IN ('goals', 'targets') THEN 40 ELSE 100000 END AS n
            FROM sqlite_schema t JOIN pragma_index_list(t.name) i
            WHERE t.type = 'table' AND (SELECT name FROM pragma_index_info(i.name) WHERE seqno = 0) = 'workspace_id');
        UPDATE sqlite_stat1 SET stat = '100000 100000 10000 500 10' WHERE idx = 'ix_loops_workspace_id_state_kind_opened_on';
        """;

    /// <summary>Tells SQLite how its indexes divide the rows; PostgreSQL finds out by itself.</summary>
    public static async Task TellStatistics(this KithDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
            return;
        await db.Database.ExecuteSqlRawAsync(Tell, ct);
        // A connection reads them when it opens.
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }
}
