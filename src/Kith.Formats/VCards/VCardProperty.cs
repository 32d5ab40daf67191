namespace Kith.Formats.VCards;

/// <summary>One line of a card, unfolded and decoded.</summary>
/// <param name="Name">In upper case, without its group.</param>
/// <param name="Value">The text with its escapes (<c>\,</c>); empty where <see cref="Bytes"/> or <see cref="Card"/> hold the value.</param>
public sealed record VCardProperty(string Name, string Value)
{
    /// <summary>What joins lines that belong together: <c>item1</c> in <c>item1.EMAIL</c>.</summary>
    public string? Group { get; init; }

    public VCardParameters Parameters { get; init; } = VCardParameters.None;

    /// <summary>The value of a line in base64 or of a data: address.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>What <see cref="Bytes"/> are, for example <c>image/jpeg</c>; null when the line does not tell.</summary>
    public string? MediaType { get; init; }

    /// <summary>The card inside this one (AGENT).</summary>
    public VCard? Card { get; init; }

    /// <summary>The 1-based physical line it starts on.</summary>
    public int Line { get; init; }
}
