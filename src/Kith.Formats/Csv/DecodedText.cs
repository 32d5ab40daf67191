using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Kith.Formats.Csv;

/// <summary>
/// Reads bytes of an unknown encoding as text: UTF-16 by its mark or its zeros, UTF-8, and windows-1252 from the first byte
/// that is not UTF-8. Decided while reading, so that nothing has to be read twice.
/// </summary>
internal sealed class DecodedText
{
    private const int SampleBytes = 4_096;
    private static readonly char[] Windows1252 = TableOf(1252);

    private readonly Stream source;
    private readonly Action<int> notUtf8;
    private readonly byte[] bytes = new byte[16_384];
    private readonly Decoder? known;
    private int next, end;
    private bool ended, sawMultibyte, reported, onlyWindows, afterCr;
    private int line = 1;

    /// <param name="source">The bytes.</param>
    /// <param name="notUtf8">Called once with the line of the first byte that is not UTF-8.</param>
    /// <param name="codePage">The code page where it is known.</param>
    public DecodedText(Stream source, Action<int> notUtf8, int? codePage = null)
    {
        this.source = source;
        this.notUtf8 = notUtf8;
        known = codePage is { } page ? CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetDecoder() : null;
        while (end < SampleBytes && !ended) Fill();
        if (known is not null) return;
        var sample = bytes.AsSpan(0, end);
        if (sample is [0xEF, 0xBB, 0xBF, ..]) next = 3;
        else if (sample is [0xFF, 0xFE, ..] || HasZeros(sample, odd: true)) known = Encoding.Unicode.GetDecoder();
        else if (sample is [0xFE, 0xFF, ..] || HasZeros(sample, odd: false)) known = Encoding.BigEndianUnicode.GetDecoder();
        if (known is not null && sample is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) next = 2;
    }

    /// <summary>Reads some characters; 0 only at the end.</summary>
    public int Read(Span<char> into)
    {
        var written = 0;
        while (written == 0 && !(ended && next == end))
        {
            if (!ended && end - next < 4) Fill();
            written = known is null ? DecodeUtf8(into) : DecodeKnown(into);
        }
        return written;
    }

    private int DecodeKnown(Span<char> into)
    {
        known!.Convert(bytes.AsSpan(next, end - next), into, flush: ended, out var used, out var written, out _);
        next += used;
        return written;
    }

    private int DecodeUtf8(Span<char> into)
    {
        var available = bytes.AsSpan(next, end - next);
        if (onlyWindows) return DecodeWindows(available, into);

        var status = Utf8.ToUtf16(available, into, out var used, out var written, replaceInvalidSequences: false, isFinalBlock: ended);
        sawMultibyte |= used > written;
        next += used;
        if (!reported) CountLines(into[..written]);
        if (status == OperationStatus.InvalidData && written < into.Length)
        {
            if (!reported) notUtf8(line);
            reported = true;
            // Real UTF-8 before it means one damaged place; only ASCII before it means a file of the old code page.
            onlyWindows = !sawMultibyte;
            into[written++] = Windows1252[bytes[next++]];
        }
        return written;
    }

    private int DecodeWindows(ReadOnlySpan<byte> from, Span<char> into)
    {
        var count = Math.Min(from.Length, into.Length);
        for (var i = 0; i < count; i++) into[i] = Windows1252[from[i]];
        next += count;
        return count;
    }

    private void Fill()
    {
        bytes.AsSpan(next, end - next).CopyTo(bytes);
        end -= next;
        next = 0;
        var count = source.Read(bytes, end, bytes.Length - end);
        end += count;
        ended = count == 0;
    }

    private void CountLines(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c == '\r' || (c == '\n' && !afterCr)) line++;
            afterCr = c == '\r';
        }
    }

    private static bool HasZeros(ReadOnlySpan<byte> sample, bool odd)
    {
        int here = 0, there = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i + (odd ? 1 : 0)] == 0) here++;
            if (sample[i + (odd ? 0 : 1)] == 0) there++;
        }
        return sample.Length >= 8 && here * 5 > sample.Length && there * 20 < sample.Length;
    }

    private static char[] TableOf(int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        return encoding.GetChars([.. Enumerable.Range(0, 256).Select(b => (byte)b)]);
    }
}
