using System.IO.Compression;

namespace Kith.Formats.LinkedIn;

/// <summary>Looks through an archive before anything in it is unpacked, and picks the files that are read.</summary>
internal static class ExportArchive
{
    public static bool IsZip(Stream file)
    {
        Span<byte> head = stackalloc byte[4];
        file.Position = 0;
        var isZip = file.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4
            && head is [(byte)'P', (byte)'K', 3, 4] or [(byte)'P', (byte)'K', 5, 6] or [(byte)'P', (byte)'K', 7, 8];
        file.Position = 0;
        return isZip;
    }

    /// <summary>The entries, or a refusal if any of them is not what LinkedIn would have packed.</summary>
    public static IReadOnlyList<ZipArchiveEntry> Examine(ZipArchive archive, ExportLimits limits)
    {
        var entries = ZipRefusal.IfBroken(() => archive.Entries);
        if (entries.Count > limits.MaxEntries) throw ZipRefusal.Entries(entries.Count, limits.MaxEntries);
        var total = 0L;
        foreach (var entry in entries)
        {
            if (!IsInside(entry.FullName)) throw ZipRefusal.Path(entry);
            if (entry.IsEncrypted) throw ZipRefusal.Encrypted(entry);
            if (entry.Length < 0 || entry.CompressedLength < 0) throw ZipRefusal.Broken();
            if (IsBomb(entry, limits)) throw ZipRefusal.Bomb(entry);
            total += entry.Length;
            if (total > limits.MaxTotalBytes) throw ZipRefusal.TooLarge(limits.MaxTotalBytes);
        }
        return entries;
    }

    /// <summary>The files that are read: found by name in any folder, the one nearest to the root, with its numbered parts.</summary>
    public static IReadOnlyList<ExportFile> Pick(IReadOnlyList<ZipArchiveEntry> entries, ExportLimits limits)
    {
        var files = entries.Where(IsFile).OrderBy(Depth).ThenByDescending(entry => entry.Length).ToList();
        return [.. LinkedInFiles.All.SelectMany(kind => Parts(kind, files).Select(entry =>
            new ExportFile(entry.FullName, kind, entry.Length) { Open = () => new CheckedEntry(entry, limits) }))];
    }

    // A long list is split: "Job Applications.csv", "Job Applications_1.csv".
    private static IEnumerable<ZipArchiveEntry> Parts(LinkedInFile kind, List<ZipArchiveEntry> files)
    {
        var ofKind = files.Where(entry => kind.IsNamed(entry.Name)).ToList();
        if (ofKind.Count == 0) return [];
        var folder = FolderOf(ofKind[0]);
        return ofKind.Where(entry => FolderOf(entry) == folder)
            .DistinctBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .OrderBy(entry => entry.Name.Length).ThenBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase);
    }

    // What macOS adds when it packs a folder again is no part of the export.
    private static bool IsFile(ZipArchiveEntry entry) =>
        entry.Name.Length > 0 && !entry.Name.StartsWith("._", StringComparison.Ordinal)
        && !entry.FullName.Contains("__MACOSX/", StringComparison.Ordinal);

    private static int Depth(ZipArchiveEntry entry) => entry.FullName.Count(c => c == '/');

    private static string FolderOf(ZipArchiveEntry entry) => entry.FullName[..^entry.Name.Length];

    private static bool IsInside(string name) =>
        name.Length > 0 && name[0] != '/' && !name.Contains('\\', StringComparison.Ordinal) && !name.Any(char.IsControl)
        && !(name.Length > 1 && name[1] == ':') && !name.Split('/').Contains("..");

    private static bool IsBomb(ZipArchiveEntry entry, ExportLimits limits) =>
        entry.Length > limits.MaxEntryBytes
        || (entry.Length > CheckedEntry.RatioFrom && entry.Length / limits.MaxRatio > entry.CompressedLength);
}
