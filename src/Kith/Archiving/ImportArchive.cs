using System.Diagnostics;
using Kith.Data;
using Kith.Domain;
using Kith.Formats;
using Kith.Formats.Sealed;
using Microsoft.EntityFrameworkCore;

namespace Kith.Archiving;

/// <summary>
/// Brings a whole workspace back from an archive: into a workspace without people, everything or nothing. It is no batch, since the archive brings
/// the history it was part of.
/// </summary>
public static class ImportArchive
{
    /// <summary>The archive, and whether it is only tried out.</summary>
    public sealed record Command(string Path, bool DryRun = false);

    /// <summary>What came of it: rows by file, in the order of reading.</summary>
    public sealed record Brought(IReadOnlyDictionary<string, int> Rows, double Seconds);

    /// <summary>How far it is.</summary>
    /// <param name="File">The file it is at.</param>
    /// <param name="Rows">Rows done, over all files.</param>
    /// <param name="TotalRows">Rows of all files.</param>
    public sealed record Progress(string File, long Rows, long TotalRows);

    /// <summary>True when the file says in its manifest that it is an archive, of whatever version.</summary>
    public static bool Takes(string path)
    {
        if (!File.Exists(path))
            return false;
        using var file = File.OpenRead(path);
        return SealedZip.Is(file, ArchiveFormat.Name);
    }

    /// <summary>Imports the archive. The progress is called now and then from the importing thread.</summary>
    public static async Task<Brought> Handle(Command command, KithDb db, CancellationToken ct, Action<Progress>? progress = null)
    {
        if (!File.Exists(command.Path))
            throw new RefusedException("file.unknown", $"There is no file \"{command.Path}\".");
        try
        {
            var started = Stopwatch.GetTimestamp();
            await using var file = File.OpenRead(command.Path);
            using var zip = SealedZip.Open(file, ArchiveFormat.Name, ArchiveFormat.Version);
            var tables = ArchiveTable.All(db.Model);
            if (zip.Manifest.Files.FirstOrDefault(f => f.Name != ArchiveFormat.Settings && tables.All(t => t.Lines.File != f.Name)) is { } strange)
                throw new RefusedException("archive.file", $"This program knows no \"{strange.Name}\"; a newer Kith may have written it. Update this program first.");
            await RefuseIfPeople(db, ct);
            // Everything that can be told from the file alone is told before anybody has to wait for this transaction.
            zip.Verify(ct);
            await using var transaction = await ImportLock.Begin(db, ct);
            await RefuseIfPeople(db, ct);
            var rows = await Everything(zip, tables, db, progress, ct);
            if (!command.DryRun)
                await transaction.CommitAsync(ct);
            db.ChangeTracker.Clear();
            return new(rows, Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 3));
        }
        catch (FormatRefusedException refused)
        {
            throw new RefusedException(refused.Code, refused.Message);
        }
    }

    // Ids are kept, so rows of the archive would meet themselves; and two histories cannot be made one.
    private static async Task RefuseIfPeople(KithDb db, CancellationToken ct)
    {
        if (await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).AnyAsync(ct))
            throw new RefusedException("archive.not-empty", "There are people here already (perhaps in the trash), and an archive brings a whole workspace with its history. "
                + "Import it into a new one: kith import FILE --data NEW-FOLDER. To use this one, first take back what brought its people (kith history, kith undo BATCH) and empty the trash.");
    }

    private static async Task<Dictionary<string, int>> Everything(SealedZip zip, IReadOnlyList<ArchiveTable> tables, KithDb db, Action<Progress>? progress, CancellationToken ct)
    {
        var total = zip.Manifest.Files.Sum(f => f.Rows ?? 0);
        var done = 0L;
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        if (zip.Manifest.Files.Any(f => f.Name == ArchiveFormat.Settings))
            await Settings(zip, db, ct);
        foreach (var table in tables.Where(t => zip.Manifest.Files.Any(f => f.Name == t.Lines.File)))
        {
            await using var input = zip.OpenFile(table.Lines.File);
            rows[table.Lines.File] = 0;
            await table.Read(db, input, count => Tell(table.Lines.File, count), ct);
        }
        progress?.Invoke(new("people", total, total));
        await Projections.Rebuild(db, ct);
        return rows;

        void Tell(string file, int count)
        {
            rows[file] += count;
            done += count;
            ct.ThrowIfCancellationRequested();
            progress?.Invoke(new(file, done, total));
        }
    }

    private static async Task Settings(SealedZip zip, KithDb db, CancellationToken ct)
    {
        var lines = ExportArchive.SettingsLines(db);
        var workspace = await db.Workspaces.SingleAsync(w => w.Id == db.WorkspaceId, ct);
        await using var input = zip.OpenFile(lines.File);
        foreach (var (line, text) in JsonLines.Read(input, lines.File))
            if (line == 1)
                lines.Read(text.Span, line, workspace);
            else
                throw lines.Refuse(line, null, "there is one workspace in an archive.");
        await db.SaveChangesAsync(ct);
    }
}
