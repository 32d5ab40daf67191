using System.IO.Compression;

namespace Kith.Formats.Sealed;

/// <summary>Why a sealed zip is not read.</summary>
internal static class SealedRefusal
{
    internal static FormatRefusedException Broken(Exception? cause = null) =>
        new("zip.broken", "The file is damaged or incomplete. Copy it again from where it was made, and choose the new copy.", cause);

    internal static FormatRefusedException Other(string format) =>
        new("sealed.other", $"This is no {format}: it has no manifest.json that says so.");

    internal static FormatRefusedException Newer(int version, int newest) => new("sealed.newer", FormattableString.Invariant(
        $"This file has version {version} of its format, and this program reads versions up to {newest}. Update this program first."));

    internal static FormatRefusedException Changed(string name) =>
        new("sealed.changed", $"'{name}' is not what the manifest says: the file was damaged or changed after it was made. Nothing of it was taken.");

    /// <summary>Refuses names that point outside, passwords, and more or larger entries than the limits allow.</summary>
    internal static void IfUnsafe(ZipArchive zip, SealedLimits limits)
    {
        if (zip.Entries.Count > limits.MaxEntries)
            throw new FormatRefusedException("zip.entries", FormattableString.Invariant($"The file holds {zip.Entries.Count:N0} files; at most {limits.MaxEntries:N0} are read."));
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            if (!IsInside(entry.FullName))
                throw new FormatRefusedException("zip.path", $"The file holds the name '{entry.FullName}', which points outside of it.");
            if (entry.IsEncrypted)
                throw new FormatRefusedException("zip.encrypted", $"'{entry.FullName}' is protected by a password, which is never so in a file of this kind.");
            if (entry.Length < 0 || entry.CompressedLength < 0) throw Broken();
            total += entry.Length;
            if (entry.Length > limits.MaxEntryBytes || total > limits.MaxTotalBytes || (entry.Length > 1 << 20 && entry.Length / limits.MaxRatio > entry.CompressedLength))
                throw new FormatRefusedException("zip.bomb", $"'{entry.FullName}' unpacks to far more than such a file holds, so nothing was read.");
        }
    }

    /// <summary>Refuses a zip that holds other files than its manifest names, or one of them twice.</summary>
    internal static void IfIncomplete(ZipArchive zip, SealedManifest manifest, SealedLimits limits)
    {
        var told = manifest.Files.Select(f => f.Name).Append(SealedManifest.FileName).ToHashSet(StringComparer.Ordinal);
        var found = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.Ordinal);
        if (told.Except(found).FirstOrDefault() is { } missing)
            throw new FormatRefusedException("sealed.missing", $"'{missing}' is missing, though the manifest names it. Copy the file again from where it was made.");
        if (found.Except(told).FirstOrDefault() is { } strange)
            throw new FormatRefusedException("sealed.strange", $"'{strange}' is not named by the manifest, so it was put there by somebody else. Nothing of the file was taken.");
        if (told.Count != manifest.Files.Count + 1 || found.Count != zip.Entries.Count || manifest.Files.Any(f => f.Bytes > limits.MaxEntryBytes))
            throw Broken();
    }

    private static bool IsInside(string name) =>
        name.Length > 0 && name[0] != '/' && !name.Contains('\\', StringComparison.Ordinal) && !name.Any(char.IsControl)
        && !(name.Length > 1 && name[1] == ':') && !name.Split('/').Contains("..");
}
