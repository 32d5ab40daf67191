using System.Text;

namespace Kith.Formats.VCards;

/// <summary>A card whose END has not been met yet.</summary>
internal sealed class CardUnderWay(int line)
{
    public int Line { get; } = line;

    public List<VCardProperty> Properties { get; } = new(16);

    public VCardVersion? Version { get; set; }

    public long Octets { get; set; }

    public bool IsFull { get; set; }

    /// <summary>Values in a code page nobody named, by the index of their property.</summary>
    public List<(int Index, byte[] Octets)> Guessed { get; } = [];

    /// <summary>The code page that other lines of the card declare.</summary>
    public Encoding? Hint { get; set; }

    /// <summary>Whether the line read last announces a card inside this one.</summary>
    public bool AwaitsInner =>
        Properties.Count > 0 && Properties[^1] is { Name: "AGENT", Card: null, Bytes: null } agent && agent.Value.Trim().Length == 0;
}
