using System.IO.Compression;

namespace Kith.Formats.LinkedIn;

/// <summary>The content of an archive entry while it is inflated: counted, checked, never longer than declared.</summary>
internal sealed class CheckedEntry(ZipArchiveEntry entry, ExportLimits limits) : Stream
{
    internal const long RatioFrom = 1 << 20;

    private readonly Stream inflated = ZipRefusal.IfBroken(entry.Open);
    private uint crc = Crc32.Start;
    private long count;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => entry.Length;
    public override long Position { get => count; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = ZipRefusal.IfBroken(() => inflated.Read(buffer, offset, count));
        this.count += read;
        crc = Crc32.Add(crc, buffer.AsSpan(offset, read));
        if (this.count > entry.Length || this.count > limits.MaxEntryBytes || IsBomb(this.count)) throw ZipRefusal.Bomb(entry);
        // A shortened entry and a flipped bit look like data otherwise.
        if (read == 0 && count > 0 && (this.count != entry.Length || Crc32.End(crc) != entry.Crc32)) throw ZipRefusal.Broken();
        return read;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inflated.Dispose();
        base.Dispose(disposing);
    }

    private bool IsBomb(long bytes) => bytes > RatioFrom && bytes / limits.MaxRatio > entry.CompressedLength;
}
