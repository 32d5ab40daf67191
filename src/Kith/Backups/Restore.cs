using Kith.Data;
using Kith.Domain;
using Kith.Formats;
using Kith.Formats.Sealed;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kith.Backups;

/// <summary>Brings a backup back into a data folder that nobody is working on.</summary>
public static class Restore
{
    /// <summary>The backup and where it goes.</summary>
    /// <param name="Path">The backup.</param>
    /// <param name="Replaces">Confirmed: what is in the folder goes.</param>
    public sealed record Command(string Path, bool Replaces = false);

    /// <summary>What was brought back.</summary>
    /// <param name="At">When the backup was made (UTC).</param>
    /// <param name="Bytes">Length of the database.</param>
    /// <param name="Keys">How many keys of sessions.</param>
    public sealed record Restored(DateTime At, long Bytes, int Keys);

    public static async Task<Restored> Handle(Command command, Storage storage, TimeProvider clock, CancellationToken ct)
    {
        BackupFormat.RefuseOnPostgres(storage, command.Path, restores: true);
        if (!File.Exists(command.Path))
            throw new RefusedException("file.unknown", $"There is no file \"{command.Path}\".");
        try
        {
            await using var file = File.OpenRead(command.Path);
            using var zip = SealedZip.Open(file, BackupFormat.Name, BackupFormat.Version);
            RefuseStrangeFiles(zip.Manifest);
            using var held = HeldFolder.Alone(storage);
            if (File.Exists(storage.SqliteFile) && !command.Replaces)
                throw new RefusedException("restore.not-empty", $"There is data in {storage.Folder} already. Choose an empty folder with --data, or replace what is there with --force.");
            zip.Verify(ct);
            return await Replace(zip, storage, clock, ct);
        }
        catch (FormatRefusedException refused)
        {
            throw new RefusedException(refused.Code, refused.Message);
        }
    }

    private static void RefuseStrangeFiles(SealedManifest manifest)
    {
        if (manifest.Files.All(f => f.Name != BackupFormat.Database))
            throw new RefusedException("restore.no-database", $"The backup holds no {BackupFormat.Database}.");
        if (manifest.Files.FirstOrDefault(f => f.Name != BackupFormat.Database && !IsKey(f.Name)) is { } strange)
            throw new RefusedException("restore.strange", $"The backup holds '{strange.Name}', which no backup of this version does. Nothing was changed.");
    }

    private static bool IsKey(string name) =>
        name.StartsWith(BackupFormat.Keys, StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal)
        && name.AsSpan(BackupFormat.Keys.Length).IndexOfAny('/', '\\', ':') < 0;

    // Everything is unpacked and looked at beside the old data; only then do they change places.
    private static async Task<Restored> Replace(SealedZip zip, Storage storage, TimeProvider clock, CancellationToken ct)
    {
        var (unpacked, replaced) = (storage with { Folder = Path.Combine(storage.Folder, $"restore-{Ids.New(clock):N}") }, Path.Combine(storage.Folder, $"replaced-{Ids.New(clock):N}"));
        try
        {
            unpacked.Prepare();
            foreach (var packed in zip.Manifest.Files)
            {
                await using var input = zip.OpenFile(packed.Name);
                await using var output = new FileStream(Path.Combine(unpacked.Folder, packed.Name), FileMode.CreateNew);
                await input.CopyToAsync(output, ct);
            }
            await RefuseUnsound(unpacked, ct);
            Directory.CreateDirectory(replaced);
            Swap(unpacked, storage, replaced);
        }
        finally
        {
            // What was replaced stands in here, or nothing where it was put back.
            foreach (var folder in new[] { unpacked.Folder, replaced }.Where(Directory.Exists))
                Directory.Delete(folder, recursive: true);
        }
        return new(zip.Manifest.At, new FileInfo(storage.SqliteFile).Length, zip.Manifest.Files.Count - 1);
    }

    private static async Task RefuseUnsound(Storage unpacked, CancellationToken ct)
    {
        await using var db = StorageRegistration.Open(unpacked);
        try
        {
            var sound = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").FirstAsync(ct);
            if (sound != "ok")
                throw new RefusedException("restore.damaged", $"The database in the backup is damaged ({sound}). Nothing was changed.");
            if ((await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations()).LastOrDefault() is { } newer)
                throw new RefusedException("restore.newer", $"A newer Kith made this backup ({newer}). Update this program first; nothing was changed.");
        }
        catch (SqliteException broken)
        {
            throw new RefusedException("restore.damaged", $"The database in the backup cannot be read ({broken.Message}). Nothing was changed.");
        }
        finally
        {
            // The file is about to move; no connection may keep it under its old name.
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }
    }

    // A log of the old database must not be taken for one of the new. If a step fails, those before it are taken back.
    private static void Swap(Storage unpacked, Storage storage, string replaced)
    {
        // A connection that this process keeps open would go on with the old file.
        using (var db = StorageRegistration.Open(storage))
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        string[] old = [storage.SqliteFile + "-wal", storage.SqliteFile + "-shm", storage.SqliteFile, storage.Keys];
        var moved = new Stack<(string From, string To)>();
        try
        {
            foreach (var path in old.Where(Path.Exists))
                Move(path, Path.Combine(replaced, Path.GetFileName(path)));
            Move(unpacked.Keys, storage.Keys);
            Move(unpacked.SqliteFile, storage.SqliteFile);
        }
        catch
        {
            while (moved.TryPop(out var step))
                Directory.Move(step.To, step.From);
            throw;
        }

        // Directory.Move moves files too.
        void Move(string from, string to)
        {
            Directory.Move(from, to);
            moved.Push((from, to));
        }
    }
}
