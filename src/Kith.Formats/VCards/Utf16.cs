using System.Text;

namespace Kith.Formats.VCards;

/// <summary>Gives files in UTF-16 (by their mark or their zeros) as UTF-8, and any file without its byte order mark.</summary>
internal static class Utf16
{
    private const int SampleBytes = 64;

    public static Stream Unwrap(Stream source)
    {
        var sample = new byte[SampleBytes];
        var count = source.ReadAtLeast(sample, SampleBytes, throwOnEndOfStream: false);
        var start = sample.AsSpan(0, count);
        var encoding = EncodingOf(start, out var mark);
        var whole = new PrefixedStream(sample.AsMemory(mark, count - mark), source);
        return encoding is null ? whole : Encoding.CreateTranscodingStream(whole, encoding, Encoding.UTF8, leaveOpen: true);
    }

    private static Encoding? EncodingOf(ReadOnlySpan<byte> start, out int mark)
    {
        mark = start is [0xEF, 0xBB, 0xBF, ..] ? 3 : start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? 2 : 0;
        return start switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            [> 0, 0, > 0, 0, ..] => Encoding.Unicode,
            [0, > 0, 0, > 0, ..] => Encoding.BigEndianUnicode,
            _ => null
        };
    }
}
