namespace Kith.Formats.Mail;

/// <summary>What is read of mail, and how much of it.</summary>
public sealed record MailLimits
{
    public static MailLimits Default { get; } = new();

    /// <summary>Look into messages of an mbox for the names of attachments; without it bodies are skipped unseen.</summary>
    public bool ReadParts { get; init; }

    /// <summary>Give the text of messages and the signature found in it.</summary>
    public bool ReadBodies { get; init; }

    /// <summary>Of which messages the text and the signature are read; asked once for each message, in their order. Null: of all or none, as <see cref="ReadBodies"/> says.</summary>
    public Func<MailRecord, bool>? ReadBodyOf { get; init; }

    /// <summary>Bytes of one message's header; what follows is left out and reported.</summary>
    public int MaxHeaderBytes { get; init; } = 1 << 18;

    /// <summary>Bytes of one message when its parts or its text are read; what follows is left out and reported.</summary>
    public int MaxMessageBytes { get; init; } = 64 << 20;

    public long MaxMessages { get; init; } = 20_000_000;

    /// <summary>Addresses in one field.</summary>
    public int MaxAddresses { get; init; } = 5_000;

    public int MaxReferences { get; init; } = 1_000;

    /// <summary>Parts inside parts.</summary>
    public int MaxDepth { get; init; } = 32;

    public int MaxParts { get; init; } = 1_000;

    /// <summary>Characters of the text of one message.</summary>
    public int MaxTextChars { get; init; } = 1 << 20;

    internal bool ReadsText => ReadBodies || ReadBodyOf is not null;

    internal bool Reads(MailRecord record) => ReadParts || (ReadBodyOf?.Invoke(record) ?? ReadBodies);
}
