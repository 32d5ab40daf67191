using System.Text;

namespace Kith.Formats.Calendars;

/// <summary>Unfolds lines as octets (RFC 5545 §3.1), because programs cut them in the middle of a character; takes CR, LF and CRLF.</summary>
internal sealed class OctetLines(Stream source, int maxBytes)
{
    private readonly byte[] raw = new byte[32_768];
    private readonly char[] wide = new char[32_768];
    private byte[] buffer = [];
    private int next, end, passed;
    private bool ended, started;
    private Decoder? utf16;
    private byte[] line = new byte[512];
    private int length;

    /// <summary>The 1-based physical line on which the unfolded line starts.</summary>
    public int Line { get; private set; }

    /// <summary>Whether the line was longer than allowed.</summary>
    public bool WasCut { get; private set; }

    public ReadOnlySpan<byte> Bytes => line.AsSpan(0, length);

    /// <summary>Reads the next unfolded line; false at the end.</summary>
    public bool Next()
    {
        length = 0;
        WasCut = false;
        Line = passed + 1;
        if (Peek() < 0) return false;
        AppendLine();
        while (Peek() is ' ' or '\t')
        {
            next++;
            AppendLine();
        }
        return true;
    }

    /// <summary>Joins the following physical line, as a soft break of quoted-printable asks; not across the end of a component.</summary>
    public bool Join()
    {
        if (Peek() < 0 || StartsWith("END:"u8) || StartsWith("BEGIN:"u8)) return false;
        length--;
        AppendLine();
        return true;
    }

    private void AppendLine()
    {
        passed++;
        while (Peek() >= 0)
        {
            var rest = buffer.AsSpan(next, end - next);
            var at = rest.IndexOfAny((byte)'\r', (byte)'\n');
            Append(at < 0 ? rest : rest[..at]);
            next += at < 0 ? rest.Length : at + 1;
            if (at < 0) continue;
            if (rest[at] == '\r') PassLineFeed();
            return;
        }
    }

    // Mozilla once wrote CR CR LF, which is one break: a second one would cut the folded line that follows.
    private void PassLineFeed()
    {
        if (Peek() == '\r' && StartsWith("\r\n"u8)) next++;
        if (Peek() == '\n') next++;
    }

    private void Append(ReadOnlySpan<byte> part)
    {
        var fits = Math.Min(part.Length, maxBytes - length);
        WasCut |= fits < part.Length;
        if (length + fits > line.Length) Array.Resize(ref line, Math.Min(maxBytes, Math.Max(length + fits, line.Length * 2)));
        part[..fits].CopyTo(line.AsSpan(length));
        length += fits;
    }

    private bool StartsWith(ReadOnlySpan<byte> word)
    {
        if (end - next < word.Length) Fill();
        var rest = buffer.AsSpan(next, end - next);
        return rest.Length >= word.Length && Ascii.EqualsIgnoreCase(rest[..word.Length], word);
    }

    private int Peek()
    {
        while (next == end && !ended) Fill();
        return next < end ? buffer[next] : -1;
    }

    private void Fill()
    {
        var count = source.ReadAtLeast(raw, started ? 1 : 512, throwOnEndOfStream: false);
        ended = count == 0;
        ReadOnlySpan<byte> got = raw.AsSpan(0, count);
        if (!started) got = SkipMark(got);
        started = true;
        var rest = buffer.AsSpan(next, end - next);
        buffer = utf16 is null ? [.. rest, .. got] : [.. rest, .. Recode(got)];
        (next, end) = (0, buffer.Length);
    }

    private byte[] Recode(ReadOnlySpan<byte> got)
    {
        var chars = utf16!.GetChars(got, wide, flush: ended);
        return Encoding.UTF8.GetBytes(wide, 0, chars);
    }

    private ReadOnlySpan<byte> SkipMark(ReadOnlySpan<byte> got)
    {
        if (got is [0xEF, 0xBB, 0xBF, ..]) return got[3..];
        if (got is [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..]) utf16 = Encoding.Unicode.GetDecoder();
        else if (got is [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..]) utf16 = Encoding.BigEndianUnicode.GetDecoder();
        return got is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? got[2..] : got;
    }
}
