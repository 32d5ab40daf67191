using Kith.Data;
using Kith.Domain;
using Kith.Formats.Sealed;
using Microsoft.Data.Sqlite;

namespace Kith.Backups;

/// <summary>Copies an installation on SQLite, every workspace and account, while it goes on working.</summary>
public static class BackUp
{
    /// <summary>What was copied.</summary>
    /// <param name="At">When (UTC).</param>
    /// <param name="Bytes">Length of the database.</param>
    /// <param name="Keys">How many keys of sessions.</param>
    public sealed record Copied(DateTime At, long Bytes, int Keys);

    /// <summary>Writes the backup.</summary>
    /// <param name="storage">The installation.</param>
    /// <param name="file">What the user calls the file, for messages.</param>
    /// <param name="target">Takes the backup.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="ct">Ends the copying.</param>
    public static async Task<Copied> Handle(Storage storage, string file, Stream target, TimeProvider clock, CancellationToken ct)
    {
        BackupFormat.RefuseOnPostgres(storage, file, restores: false);
        if (!File.Exists(storage.SqliteFile))
            throw new RefusedException("backup.nothing", $"There is nothing in {storage.Folder} to back up.");
        using var held = HeldFolder.Share(storage);
        var copy = Path.Combine(storage.Incoming, $"backup-{Ids.New(clock):N}");
        try
        {
            Copy(storage.SqliteFile, copy);
            using var zip = new SealedZipWriter(target, BackupFormat.Name, BackupFormat.Version);
            await Add(zip, BackupFormat.Database, copy, ct);
            string[] keys = [.. Directory.EnumerateFiles(storage.Keys).Order(StringComparer.Ordinal)];
            foreach (var key in keys)
                await Add(zip, BackupFormat.Keys + Path.GetFileName(key), key, ct);
            var manifest = zip.Finish(clock.GetUtcNow().UtcDateTime);
            return new(manifest.At, manifest.Files[0].Bytes, keys.Length);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    // SQLite copies page by page within one read transaction, so rowids stay, which the search index counts on; VACUUM INTO would renumber them.
    private static void Copy(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var copy = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(copy);
        // The copy is one file: no log beside it.
        using var command = copy.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static Task Add(SealedZipWriter zip, string name, string path, CancellationToken ct) => zip.Add(name, async output =>
    {
        await using var file = File.OpenRead(path);
        await file.CopyToAsync(output, ct);
    });
}
