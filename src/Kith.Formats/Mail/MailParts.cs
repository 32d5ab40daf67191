using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Kith.Formats.LinkedIn;
using MimeKit;

namespace Kith.Formats.Mail;

/// <summary>Adds to a record what only the body of its message tells: attachments, text, signature.</summary>
internal static partial class MailParts
{
    public static MailRecord Add(MailRecord record, ReadOnlyMemory<byte> whole, MailPlace place, bool fromMbox)
    {
        using var message = Parse(whole, place);
        if (message is null) return record;
        var text = place.Limits.ReadsText ? Text(message, place.Limits.MaxTextChars, fromMbox) : null;
        return record with
        {
            Attachments = Attachments(message, place),
            Text = text,
            Signature = text is null ? null : Signatures.Find(text)
        };
    }

    private static MimeMessage? Parse(ReadOnlyMemory<byte> whole, MailPlace place)
    {
        try
        {
            var bytes = MemoryMarshal.TryGetArray(whole, out var segment) ? segment : new(whole.ToArray());
            using var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
            var options = new ParserOptions { MaxMimeDepth = place.Limits.MaxDepth };
            return new MimeParser(options, stream, MimeFormat.Entity).ParseMessage();
        }
        catch (FormatException)
        {
            place.Report("mail.parts", "The parts of the message could not be told apart");
            return null;
        }
    }

    private static IReadOnlyList<string> Attachments(MimeMessage message, MailPlace place)
    {
        MimeEntity[] parts = [.. message.BodyParts.Take(place.Limits.MaxParts + 1)];
        if (parts.Length > place.Limits.MaxParts) place.Report("mail.parts.count", "The message has too many parts; the rest was left out");
        return [.. parts.Take(place.Limits.MaxParts).Select(part => Name(part, message.Body is MultipartReport)).OfType<string>()];
    }

    private static string? Name(MimeEntity part, bool inReport)
    {
        var name = part.ContentDisposition?.FileName ?? part.ContentType.Name;
        // A message that was forwarded as a file is known by its subject, as mail programs show it; one that came back is no file.
        if (!inReport && string.IsNullOrWhiteSpace(name) && part is MessagePart { Message: { } inner } && !string.IsNullOrWhiteSpace(inner.Subject))
            name = inner.Subject.Trim() + ".eml";
        return string.IsNullOrWhiteSpace(name) ? null : name.Replace("\0", "", StringComparison.Ordinal).Trim();
    }

    private static string? Text(MimeMessage message, int most, bool fromMbox)
    {
        var text = Utf7Text(message) ?? message.TextBody ?? (message.HtmlBody is { } html ? HtmlText.Plain(html[..(int)Math.Min(html.Length, 4L * most)]) : null);
        if (text is null) return null;
        text = text.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n");
        if (fromMbox) text = QuotedFrom().Replace(text, "$1");
        text = text.TrimStart('\n').TrimEnd();
        return text.Length > most ? text[..most] : text;
    }

    // Only what MimeKit cannot decode.
    private static string? Utf7Text(MimeMessage message)
    {
        var part = message.BodyParts.OfType<TextPart>().FirstOrDefault(each => each.ContentType.IsMimeType("text", "plain") && !each.IsAttachment);
        if (part?.Content is null || !Utf7.IsName(part.ContentType.Charset)) return null;
        using var bytes = new MemoryStream();
        part.Content.DecodeTo(bytes);
        return Utf7.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    // mboxrd puts one ">" before every line that begins with From or with >From; mboxo only before the first kind.
    [GeneratedRegex("^>(>*From )", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex QuotedFrom();
}
