using System.Buffers;
using static System.FormattableString;

namespace Kith.Formats.Mail;

/// <summary>
/// Reads mbox files of any size (mboxo, mboxrd, Gmail Takeout, Mozilla). Bodies are skipped as raw bytes unless they are asked for.
/// MimeKit's own mbox parser takes each line that begins with From for a separator, and stops at a header it cannot read.
/// </summary>
public static class MboxReader
{
    /// <summary>The messages in the order of the file, lazily and once; none is dropped for having another's Message-ID.</summary>
    public static IEnumerable<MailRecord> Read(Stream source, string file, IssueLog issues, MailLimits? limits = null)
    {
        limits ??= MailLimits.Default;
        var scanner = new MboxScanner(source, limits.MaxHeaderBytes);
        var any = scanner.Begin(out var skipped);
        if (skipped || !any) issues.Report(file, 1, "mbox.start", any ? "The file begins with something that is no message" : "There is no message in the file");
        for (var count = 0L; any; count++)
        {
            var (line, offset) = (scanner.Line, scanner.Offset);
            if (!scanner.ReadHeader()) yield break;
            if (count == limits.MaxMessages)
            {
                issues.Report(file, line, "mail.messages", Invariant($"The file has more than {limits.MaxMessages:N0} messages; the rest was not read"));
                yield break;
            }
            yield return ReadOne(scanner, new(file, issues, limits, line), offset);
        }
    }

    private static MailRecord ReadOne(MboxScanner scanner, MailPlace place, long offset)
    {
        var fields = new HeaderFields(scanner.Header);
        if (scanner.HeaderWasCut) place.Report("mail.header.size", Invariant($"The header is longer than {place.Limits.MaxHeaderBytes:N0} bytes; the rest was left out"));
        if (fields.Count == 0) place.Report("mail.header", "The message has no header");
        var record = Headers.Read(fields, place.Limits, place.Line, offset);
        if (!place.Limits.Reads(record))
        {
            scanner.PassBody(null);
            return record;
        }
        var whole = new ArrayBufferWriter<byte>(16_384);
        whole.Write(scanner.Header);
        var wasCut = false;
        scanner.PassBody(part =>
        {
            var fits = Math.Min(part.Length, Math.Max(0, place.Limits.MaxMessageBytes - whole.WrittenCount));
            wasCut |= fits < part.Length;
            whole.Write(part.Span[..fits]);
        });
        if (wasCut) place.ReportSize();
        return MailParts.Add(record, whole.WrittenMemory, place, fromMbox: true);
    }
}
