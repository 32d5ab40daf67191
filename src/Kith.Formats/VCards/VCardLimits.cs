namespace Kith.Formats.VCards;

/// <summary>What a file of cards may hold before something is left out.</summary>
public sealed record VCardLimits
{
    public static VCardLimits Default { get; } = new();

    /// <summary>Bytes of one line, unfolded; a picture is one line.</summary>
    public int MaxLineBytes { get; init; } = 16 << 20;

    /// <summary>Bytes of one card with the cards inside it.</summary>
    public int MaxCardBytes { get; init; } = 32 << 20;

    /// <summary>Properties of one card.</summary>
    public int MaxProperties { get; init; } = 10_000;

    public int MaxCards { get; init; } = 1_000_000;

    /// <summary>How many cards may stand inside each other (AGENT); 1 means none inside.</summary>
    public int MaxDepth { get; init; } = 4;
}
