using Kith.Data;
using Kith.Domain;
using Npgsql;

namespace Kith.Backups;

/// <summary>A backup: the SQLite file as it is, and the keys that keep sessions valid, in one sealed zip. It belongs to the program that made it or a newer one.</summary>
internal static class BackupFormat
{
    internal const string Name = "kith-backup";

    internal const int Version = 1;

    internal const string Database = "kith.db";

    internal const string Keys = "keys/";

    /// <summary>PostgreSQL has its own tools, which know how to copy a database that is in use.</summary>
    internal static void RefuseOnPostgres(Storage storage, string file, bool restores)
    {
        if (storage.Postgres is null)
            return;
        var to = new NpgsqlConnectionStringBuilder(storage.Postgres);
        var where = FormattableString.Invariant($"--host={Quoted(to.Host)} --port={to.Port} --username=postgres --dbname={Quoted(to.Database)}");
        var command = restores ? $"pg_restore --clean --if-exists {where} {Quoted(file)}" : $"pg_dump --format=custom {where} --file={Quoted(file)}";
        // Row-level security is forced on every table, so pg_dump as Kith's own role would refuse.
        throw new RefusedException("backup.postgres", $"The data is in PostgreSQL, whose own tools copy it. Run this as a role that may read every row, such as a superuser: {command} "
            + $"and copy {storage.Keys} beside it. For one workspace in a form any program can read: kith export --to FILE");
    }

    private static string Quoted(string? word) =>
        word is { Length: > 0 } && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or ':') ? word : $"'{word?.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
