using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Kith.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kith.Benchmarks;

/// <summary>
/// The yardstick of an import: the same rows, read back from the imported file, put into the same schema by prepared INSERT statements in
/// one transaction, with the same indexes, triggers and pragmas. Reading them is not counted.
/// </summary>
internal static class RawInsert
{
    private const int Chunk = 20_000;

    /// <summary>Rows written, and the seconds it took.</summary>
    internal static async Task<(long Rows, double Seconds)> Run(Bed imported, Bed into, CancellationToken ct)
    {
        await using var from = await imported.Connect(ct);
        await using var to = await into.Connect(ct);
        return await into.Within(async (db, _) =>
        {
            if (to is SqliteConnection sqlite)
                await Pragmas(db, sqlite, ct);
            var tables = Tables(db).ToList();
            // The workspace is there before an import too; the imported rows belong to that of their own file.
            var workspaces = db.Model.FindEntityType(typeof(Domain.Workspace))!.GetTableName()!;
            await Copy(from, to, workspaces, $"DELETE FROM \"{workspaces}\"", ct);
            var started = Stopwatch.GetTimestamp();
            await using var transaction = await to.BeginTransactionAsync(ct);
            var spent = Stopwatch.GetElapsedTime(started);
            long rows = 0;
            foreach (var table in tables)
            {
                var (count, time) = await Copy(from, to, table, null, ct);
                (rows, spent) = (rows + count, spent + time);
            }
            started = Stopwatch.GetTimestamp();
            await transaction.CommitAsync(ct);
            return (rows, (spent + Stopwatch.GetElapsedTime(started)).TotalSeconds);
        });
    }

    // Rows that others refer to come first, as foreign keys demand.
    private static IEnumerable<string> Tables(KithDb db)
    {
        var waiting = db.Model.GetEntityTypes().Where(t => t.ClrType != typeof(Domain.Workspace) && t.GetTableName() is { } name && !name.StartsWith("AspNet", StringComparison.Ordinal)).ToList();
        while (waiting.Count > 0)
        {
            var free = waiting.Where(t => !t.GetForeignKeys().Any(k => k.PrincipalEntityType != t && waiting.Contains(k.PrincipalEntityType))).ToList();
            waiting.RemoveAll(free.Contains);
            foreach (var type in free)
                yield return type.GetTableName()!;
        }
    }

    private static async Task<(long Rows, TimeSpan Time)> Copy(DbConnection from, DbConnection to, string table, string? first, CancellationToken ct)
    {
        if (first is not null)
            await Execute(to, first, ct);
        await using var read = from.CreateCommand();
        read.CommandText = $"SELECT * FROM \"{table}\"{(from is SqliteConnection ? " ORDER BY rowid" : "")}";
        await using var reader = await read.ExecuteReaderAsync(ct);
        await using var insert = to.CreateCommand();
        var columns = Enumerable.Range(0, reader.FieldCount).ToArray();
        insert.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{reader.GetName(c)}\""))}) VALUES ({string.Join(", ", columns.Select(c => $"@p{c}"))})";
        foreach (var column in columns)
            insert.Parameters.Add(Parameter(string.Create(CultureInfo.InvariantCulture, $"p{column}"), to, reader.GetDataTypeName(column)));
        await insert.PrepareAsync(ct);

        long rows = 0;
        var time = TimeSpan.Zero;
        var chunk = new List<object[]>(Chunk);
        while (true)
        {
            chunk.Clear();
            while (chunk.Count < Chunk && await reader.ReadAsync(ct))
            {
                var values = new object[columns.Length];
                reader.GetValues(values);
                chunk.Add(values);
            }
            if (chunk.Count == 0)
                return (rows, time);
            var started = Stopwatch.GetTimestamp();
            foreach (var values in chunk)
            {
                foreach (var column in columns)
                    insert.Parameters[column].Value = values[column];
                insert.ExecuteNonQuery();
            }
            time += Stopwatch.GetElapsedTime(started);
            rows += chunk.Count;
        }
    }

    private static DbParameter Parameter(string name, DbConnection to, string type) =>
        to is SqliteConnection ? new SqliteParameter("@" + name, null) : new NpgsqlParameter { ParameterName = name, DataTypeName = type };

    // The product sets its pragmas on every connection it opens.
    private static async Task Pragmas(KithDb db, SqliteConnection raw, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        foreach (var pragma in (string[])["synchronous", "cache_size", "temp_store", "mmap_size", "foreign_keys", "recursive_triggers"])
        {
            await using var read = db.Database.GetDbConnection().CreateCommand();
            read.CommandText = $"PRAGMA {pragma}";
            if (await read.ExecuteScalarAsync(ct) is { } value)
                await Execute(raw, $"PRAGMA {pragma} = {value}", ct);
        }
        await db.Database.CloseConnectionAsync();
    }

    private static async Task Execute(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
