using System.Buffers;
using static System.FormattableString;

namespace Kith.Formats.Mail;

/// <summary>Reads a file that holds one message; messages inside it are its attachments.</summary>
public static class EmlReader
{
    /// <summary>The message, or nothing where the file is empty.</summary>
    public static IEnumerable<MailRecord> Read(Stream source, string file, IssueLog issues, MailLimits? limits = null)
    {
        limits ??= MailLimits.Default;
        var readsBody = limits.ReadParts || limits.ReadsText;
        var bytes = Bytes(source, readsBody ? limits.MaxMessageBytes : 2 * limits.MaxHeaderBytes, out var wasCut);
        var start = Start(bytes.Span);
        if (start == bytes.Length)
        {
            issues.Report(file, 0, "mail.none", "The file is empty");
            yield break;
        }
        var line = 1 + bytes.Span[..start].Count((byte)'\n');
        var place = new MailPlace(file, issues, limits, line);
        if (wasCut && readsBody) place.ReportSize();
        yield return ReadOne(bytes[start..], place, start);
    }

    private static MailRecord ReadOne(ReadOnlyMemory<byte> message, MailPlace place, int offset)
    {
        var header = message.Span[..HeaderLength(message.Span)];
        if (header.Length > place.Limits.MaxHeaderBytes)
        {
            place.Report("mail.header.size", Invariant($"The header is longer than {place.Limits.MaxHeaderBytes:N0} bytes; the rest was left out"));
            header = header[..place.Limits.MaxHeaderBytes];
        }
        var fields = new HeaderFields(header);
        if (fields.Count == 0) place.Report("mail.header", "The message has no header");
        var record = Headers.Read(fields, place.Limits, place.Line, offset);
        return place.Limits.Reads(record) ? MailParts.Add(record, message, place, fromMbox: false) : record;
    }

    // Old Mac programs end lines with a CR alone; such a file has no LF at all.
    private static ReadOnlyMemory<byte> Bytes(Stream source, int most, out bool wasCut)
    {
        var bytes = new ArrayBufferWriter<byte>(32_768);
        int count;
        while (bytes.WrittenCount <= most && (count = source.Read(bytes.GetSpan(16_384))) > 0) bytes.Advance(count);
        wasCut = bytes.WrittenCount > most;
        var read = bytes.WrittenMemory[..Math.Min(most, bytes.WrittenCount)];
        if (read.Span.Contains((byte)'\n') || !read.Span.Contains((byte)'\r')) return read;
        var mended = read.ToArray();
        mended.AsSpan().Replace((byte)'\r', (byte)'\n');
        return mended;
    }

    // Past a byte order mark, empty lines, and the separator that a message cut out of an mbox still has.
    private static int Start(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        while (at < bytes.Length)
        {
            if (bytes[at] is (byte)'\r' or (byte)'\n') at++;
            else if (bytes[at..].StartsWith("From "u8) || bytes[at..].StartsWith(">From "u8))
                at = bytes[at..].IndexOf((byte)'\n') is var end and >= 0 ? at + end + 1 : bytes.Length;
            else break;
        }
        return at;
    }

    private static int HeaderLength(ReadOnlySpan<byte> message)
    {
        var (lf, crlf) = (message.IndexOf("\n\n"u8), message.IndexOf("\n\r\n"u8));
        var end = lf < 0 ? crlf : crlf < 0 ? lf : Math.Min(lf, crlf);
        return end < 0 ? message.Length : end + 1;
    }
}
