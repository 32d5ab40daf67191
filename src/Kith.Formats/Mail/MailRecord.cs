namespace Kith.Formats.Mail;

/// <summary>One message as its file tells of it; what the file does not say is null or empty.</summary>
public sealed record MailRecord
{
    public MailAddress? From { get; init; }

    public IReadOnlyList<MailAddress> To { get; init; } = [];

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    public IReadOnlyList<MailAddress> Bcc { get; init; } = [];

    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    /// <summary>The mailbox the last server put it in, which is its owner's address unless a list passed it on.</summary>
    public string? DeliveredTo { get; init; }

    public string? Subject { get; init; }

    /// <summary>When its writer says it was sent.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>When it arrived, by the last server that passed it on; only where <see cref="Date"/> is missing or unreadable.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>Without angle brackets; several messages may have the same.</summary>
    public string? MessageId { get; init; }

    public string? InReplyTo { get; init; }

    /// <summary>The messages before it in the conversation, the oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What all messages of one conversation share: Gmail's thread, else the oldest message known.</summary>
    public string? ThreadKey { get; init; }

    /// <summary>Labels or folders it was filed under.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Sent to many by a mailing list or a newsletter.</summary>
    public bool IsList { get; init; }

    /// <summary>Written by a machine: a notice, an absence, a bounce.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>The names of attached files; only if <see cref="MailLimits.ReadParts"/> asks for them, or the text is read.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Only if <see cref="MailLimits.ReadBodies"/> asks for it.</summary>
    public string? Text { get; init; }

    /// <summary>What the writer says of themselves under the text; only with <see cref="Text"/>.</summary>
    public Signature? Signature { get; init; }

    /// <summary>The 1-based line the message starts on.</summary>
    public int Line { get; init; }

    /// <summary>The byte the message starts at.</summary>
    public long Offset { get; init; }
}

/// <summary>Somebody as a header names them.</summary>
public sealed record MailAddress(string? Email, string? Name);
