using System.Text;

namespace Kith.Formats.Mail;

/// <summary>Makes the record of a message from its header.</summary>
internal static class Headers
{
    public static MailRecord Read(HeaderFields fields, MailLimits limits, int line, long offset)
    {
        var references = HeaderText.Ids(fields.First("references"), limits.MaxReferences);
        var inReplyTo = HeaderText.Ids(fields.First("in-reply-to"), 1) is [var answered, ..] ? answered : null;
        var messageId = HeaderText.Ids(fields.First("message-id"), 1) is [var own, ..] ? own : HeaderText.Text(fields.First("message-id"));
        var from = Addresses(fields, "from", limits) is [var writer, ..] ? writer : Addresses(fields, "sender", limits) is [var sender, ..] ? sender : null;
        var date = HeaderText.Date(fields.First("date"));
        return new()
        {
            From = from,
            To = Addresses(fields, "to", limits),
            Cc = Addresses(fields, "cc", limits),
            Bcc = Addresses(fields, "bcc", limits),
            ReplyTo = Addresses(fields, "reply-to", limits),
            DeliveredTo = Addresses(fields, "delivered-to", limits) is [var mailbox, ..] ? mailbox.Email : null,
            Subject = HeaderText.Text(fields.First("subject")),
            Date = date,
            ArrivedAt = date is null ? Arrival(fields) : null,
            MessageId = messageId,
            InReplyTo = inReplyTo,
            References = references,
            ThreadKey = HeaderText.Text(fields.First("x-gm-thrid")) ?? (references is [var root, ..] ? root : inReplyTo ?? messageId),
            Labels = Labels(fields),
            IsList = MailKind.IsList(fields),
            IsAutomatic = MailKind.IsAutomatic(fields, from),
            Line = line,
            Offset = offset
        };
    }

    // A field may stand several times; nobody in it shall be lost.
    private static IReadOnlyList<MailAddress> Addresses(HeaderFields fields, string name, MailLimits limits) =>
        fields.Has(name) ? [.. fields.All(name).SelectMany(HeaderText.Addresses).Take(limits.MaxAddresses)] : [];

    // Received: from a by b; Mon, 1 Jan 2024 10:00:00 +0000
    private static DateTimeOffset? Arrival(HeaderFields fields) =>
        fields.First("received") is { } received && Array.LastIndexOf(received, (byte)';') is var at and >= 0 ? HeaderText.Date(received[(at + 1)..]) : null;

    private static IReadOnlyList<string> Labels(HeaderFields fields) =>
        HeaderText.Text(fields.First("x-gmail-labels")) is { } text ? [.. SplitQuoted(text).Distinct()] : [];

    // Gmail quotes a label with a comma in it.
    private static IEnumerable<string> SplitQuoted(string text)
    {
        var label = new StringBuilder();
        var quoted = false;
        foreach (var c in text + ",")
        {
            if (c == '"') quoted = !quoted;
            else if (c != ',' || quoted) label.Append(c);
            else
            {
                if (label.ToString().Trim() is { Length: > 0 } whole) yield return whole;
                label.Clear();
            }
        }
        if (label.ToString().Trim().TrimEnd(',') is { Length: > 0 } unclosed) yield return unclosed;
    }
}
