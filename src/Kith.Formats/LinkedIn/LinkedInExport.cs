using System.IO.Compression;

namespace Kith.Formats.LinkedIn;

/// <summary>An export as the user has it: the archive LinkedIn sends, or one CSV file out of it. Nothing is unpacked to disk.</summary>
public sealed class LinkedInExport : IDisposable
{
    private readonly ZipArchive? archive;
    private readonly ExportLimits limits;

    private LinkedInExport(ZipArchive? archive, IReadOnlyList<ExportFile> files, ExportLimits limits)
    {
        this.archive = archive;
        this.limits = limits;
        Files = files;
    }

    /// <summary>The files that are read.</summary>
    public IReadOnlyList<ExportFile> Files { get; }

    /// <summary>Bytes read so far, unpacked, over all calls of <see cref="Read"/>: how far a long job is.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Opens a seekable file, which stays the caller's; throws <see cref="FormatRefusedException"/> if it is not an export.</summary>
    public static LinkedInExport Open(Stream file, string name, ExportLimits? limits = null)
    {
        limits ??= ExportLimits.Default;
        if (!ExportArchive.IsZip(file)) return new(null, [SingleFile.Identify(file, name, limits)], limits);

        var archive = ZipRefusal.IfBroken(() => new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true));
        try
        {
            var entries = ExportArchive.Examine(archive, limits);
            var export = new LinkedInExport(archive, ExportArchive.Pick(entries, limits), limits);
            if (!export.Has(LinkedInFiles.Connections) && limits.RequireConnections)
                throw ZipRefusal.ConnectionsMissing(entries.Select(entry => entry.Name).Where(found => found.Length > 0));
            export.RefuseIfColumnsAreMissing(LinkedInFiles.Connections);
            return export;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public bool Has(LinkedInFile kind) => Files.Any(file => file.Kind == kind);

    /// <summary>
    /// The records of one kind, lazily; none where the export has no such file. A damaged archive may be found out only while
    /// reading and throws <see cref="FormatRefusedException"/> then, so records belong into one transaction.
    /// </summary>
    public IEnumerable<T> Read<T>(LinkedInFile<T> kind, IssueLog issues)
    {
        foreach (var file in Files.Where(file => file.Kind == kind))
        {
            var content = file.Open();
            using var entry = archive is null ? null : content;
            var before = BytesRead;
            foreach (var record in kind.Read(content, issues, file.Path, limits.Rows))
            {
                BytesRead = before + content.Position;
                yield return record;
            }
            BytesRead = before + file.Bytes;
        }
    }

    public void Dispose() => archive?.Dispose();

    // Nothing of an export is taken when its main file cannot be.
    private void RefuseIfColumnsAreMissing<T>(LinkedInFile<T> kind)
    {
        foreach (var file in Files.Where(file => file.Kind == kind))
        {
            using var content = file.Open();
            var issues = new IssueLog();
            kind.Read(content, issues, file.Path, limits.Rows);
            if (issues.Items.FirstOrDefault(issue => issue.Code is "csv.column" or "csv.header") is not { } issue) continue;
            // A damaged archive is the better reason where there are both.
            content.CopyTo(Stream.Null);
            throw new FormatRefusedException(issue.Code, issue.ToString());
        }
    }
}
