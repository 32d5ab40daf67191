using System.IO.Compression;

namespace Kith.Formats.Sealed;

/// <summary>
/// Reads a sealed zip. It holds its manifest and exactly the files the manifest names, or it is refused. Lengths and hashes are true after
/// <see cref="Verify"/>.
/// </summary>
public sealed class SealedZip : IDisposable
{
    private const long RatioFrom = 1 << 20;

    private readonly ZipArchive zip;
    private readonly SealedLimits limits;
    private readonly Dictionary<string, ZipArchiveEntry> entries;

    private SealedZip(ZipArchive zip, SealedManifest manifest, SealedLimits limits)
    {
        (this.zip, Manifest, this.limits) = (zip, manifest, limits);
        entries = zip.Entries.ToDictionary(e => e.FullName, StringComparer.Ordinal);
    }

    public SealedManifest Manifest { get; }

    /// <summary>True when the file is a zip whose manifest tells that format, of whatever version.</summary>
    public static bool Is(Stream file, string format, SealedLimits? limits = null)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return ManifestOf(zip, limits ?? SealedLimits.Default)?.Format == format;
        }
        catch (Exception e) when (IsBroken(e) || e is FormatRefusedException)
        {
            return false;
        }
    }

    /// <summary>Opens a seekable file, or refuses it with a sentence.</summary>
    /// <param name="file">The file; the caller closes it.</param>
    /// <param name="format">The format it must be.</param>
    /// <param name="newest">The newest version the caller can read.</param>
    /// <param name="limits">How large it may be.</param>
    public static SealedZip Open(Stream file, string format, int newest, SealedLimits? limits = null)
    {
        limits ??= SealedLimits.Default;
        ZipArchive? zip = null;
        try
        {
            zip = new(file, ZipArchiveMode.Read, leaveOpen: true);
            SealedRefusal.IfUnsafe(zip, limits);
            var manifest = ManifestOf(zip, limits);
            if (manifest?.Format != format) throw SealedRefusal.Other(format);
            if (manifest.Version > newest) throw SealedRefusal.Newer(manifest.Version, newest);
            if (manifest.Version < 1) throw SealedRefusal.Other(format);
            SealedRefusal.IfIncomplete(zip, manifest, limits);
            return new(zip, manifest, limits);
        }
        catch (Exception e) when (IsBroken(e))
        {
            zip?.Dispose();
            throw SealedRefusal.Broken(e);
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    /// <summary>Reads every file once and refuses the zip if one is not what the manifest says.</summary>
    public void Verify(CancellationToken ct = default)
    {
        var buffer = new byte[1 << 16];
        foreach (var told in Manifest.Files)
        {
            using var measure = new Measure();
            try
            {
                using var content = entries[told.Name].Open();
                for (int read; (read = content.Read(buffer)) > 0;)
                {
                    ct.ThrowIfCancellationRequested();
                    measure.Add(buffer.AsSpan(0, read));
                    if (measure.Bytes > told.Bytes || IsBomb(measure.Bytes, entries[told.Name])) throw SealedRefusal.Changed(told.Name);
                }
            }
            catch (Exception e) when (IsBroken(e))
            {
                throw SealedRefusal.Broken(e);
            }
            if (measure.Of(told.Name) != told) throw SealedRefusal.Changed(told.Name);
        }
    }

    /// <summary>The content of one of the files.</summary>
    public Stream OpenFile(string name) => entries[name].Open();

    /// <inheritdoc/>
    public void Dispose() => zip.Dispose();

    private static SealedManifest? ManifestOf(ZipArchive zip, SealedLimits limits)
    {
        if (zip.GetEntry(SealedManifest.FileName) is not { } entry || entry.IsEncrypted) return null;
        var bytes = new byte[limits.MaxManifestBytes];
        using var content = entry.Open();
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length < bytes.Length ? SealedManifest.Read(bytes.AsSpan(0, length)) : null;
    }

    private bool IsBomb(long bytes, ZipArchiveEntry entry) => bytes > RatioFrom && bytes / limits.MaxRatio > entry.CompressedLength;

    private static bool IsBroken(Exception e) =>
        e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException or IndexOutOfRangeException;
}
