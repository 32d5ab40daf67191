using System.IO.Compression;

namespace Kith.Formats.Sealed;

/// <summary>
/// Writes a sealed zip: files one after the other, then the manifest that names each with its length and hash. The same content makes the
/// same bytes, because no entry carries the time it was written.
/// </summary>
public sealed class SealedZipWriter(Stream target, string format, int version) : IDisposable
{
    // The first moment a zip can tell (APPNOTE 4.4.6 counts the years from 1980).
    private static readonly DateTimeOffset Moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<SealedFile> files = [];

    /// <summary>Adds a file; the content is written as it is made.</summary>
    public async Task Add(string name, Func<Stream, Task> write)
    {
        using var measure = new Measure();
        await using (var packed = Entry(name))
        await using (var measured = new MeasuredStream(packed, measure))
            await write(measured);
        files.Add(measure.Of(name));
    }

    /// <summary>Ends the zip with its manifest, and tells what stands there.</summary>
    /// <param name="at">When it was made (UTC).</param>
    public SealedManifest Finish(DateTime at)
    {
        var manifest = new SealedManifest(format, version, at, files);
        using (var packed = Entry(SealedManifest.FileName))
            packed.Write(manifest.Write());
        zip.Dispose();
        return manifest;
    }

    /// <inheritdoc/>
    public void Dispose() => zip.Dispose();

    private Stream Entry(string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Moment;
        return entry.Open();
    }
}
