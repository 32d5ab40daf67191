using System.Globalization;
using System.Security.Cryptography;

namespace Kith.Formats.Sealed;

/// <summary>Measures the bytes of one file as they pass: how many, how many lines, which hash.</summary>
internal sealed class Measure : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long lines;

    internal long Bytes { get; private set; }

    internal void Add(ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        lines += bytes.Count((byte)'\n');
        Bytes += bytes.Length;
    }

    internal SealedFile Of(string name) => new(
        name, Bytes, string.Concat(hash.GetHashAndReset().Select(b => b.ToString("x2", CultureInfo.InvariantCulture))), name.EndsWith(".jsonl", StringComparison.Ordinal) ? lines : null);

    public void Dispose() => hash.Dispose();
}

/// <summary>Passes what is written on to another stream and measures it.</summary>
internal sealed class MeasuredStream(Stream inner, Measure measure) : Stream
{
    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        measure.Add(buffer);
        inner.Write(buffer);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        measure.Add(buffer.Span);
        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => inner.Flush();
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
