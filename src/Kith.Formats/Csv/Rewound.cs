namespace Kith.Formats.Csv;

/// <summary>Lets a stream be read twice: in whole where it can seek, else its beginning, which is kept in memory.</summary>
internal sealed class Rewound
{
    private const int SampleBytes = 1 << 20;

    private readonly Stream source;
    private readonly byte[] sample;
    private readonly long start;

    public Rewound(Stream source)
    {
        this.source = source;
        start = source.CanSeek ? source.Position : 0;
        var buffer = new byte[source.CanSeek ? (int)Math.Clamp(source.Length - start, 0, SampleBytes) : SampleBytes];
        var count = source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        sample = buffer[..count];
    }

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Sample => sample;

    /// <summary>All of the stream where it can seek, else the sample.</summary>
    public Stream Ahead()
    {
        if (!source.CanSeek) return new MemoryStream(sample, writable: false);
        source.Position = start;
        return source;
    }

    /// <summary>All of the stream, to be read once.</summary>
    public Stream Whole()
    {
        if (!source.CanSeek) return new Joined(sample, source);
        source.Position = start;
        return source;
    }

    private sealed class Joined(byte[] first, Stream rest) : Stream
    {
        private int passed;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var take = Math.Min(count, first.Length - passed);
            if (take == 0) return rest.Read(buffer, offset, count);
            first.AsSpan(passed, take).CopyTo(buffer.AsSpan(offset));
            passed += take;
            return take;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
