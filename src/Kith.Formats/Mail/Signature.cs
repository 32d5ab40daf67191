namespace Kith.Formats.Mail;

/// <summary>What the writer of a message says of themselves under it; what is not said is null.</summary>
public sealed record Signature
{
    public SignatureLine? Title { get; init; }

    public SignatureLine? Organisation { get; init; }

    /// <summary>As written.</summary>
    public SignatureLine? Phone { get; init; }

    public SignatureLine? Url { get; init; }
}

/// <summary>A value and the 1-based line of the text it stands on.</summary>
public sealed record SignatureLine(string Value, int Line);
