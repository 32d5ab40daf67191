using System.Text;
using static System.FormattableString;

namespace Kith.Formats.VCards;

/// <summary>Finds cards among lines and reads their properties; a bad line costs itself, never its card.</summary>
internal sealed class CardScanner(OctetLines lines, VCardLimits limits, Action<int, string, string> report)
{
    private readonly PropertyReader properties = new(lines, report);
    private int begun;
    private bool isOutside;

    private enum Mark { None, Begin, End, EndThenBegin }

    /// <summary>The next card; null at the end.</summary>
    public VCard? Next()
    {
        while (begun == 0)
        {
            if (!lines.Next()) return null;
            if (MarkOf(lines.Current) is Mark.Begin or Mark.EndThenBegin) begun = lines.Line;
            else ReportOutside();
        }
        isOutside = false;
        return ReadCard(depth: 1);
    }

    // Called behind BEGIN; a BEGIN that stands where END is missing is left in begun for the next card.
    private VCard ReadCard(int depth)
    {
        var card = new CardUnderWay(begun);
        begun = 0;
        while (lines.Next())
        {
            var line = lines.Current;
            if (!lines.IsTooLong && line.Trim(" \t"u8).IsEmpty) continue;
            switch (MarkOf(line))
            {
                case Mark.End:
                    return Finish(card);
                case Mark.EndThenBegin:
                    begun = lines.Line;
                    return Finish(card);
                case Mark.Begin when card.AwaitsInner:
                    ReadInner(card, depth);
                    if (begun != 0) return Finish(card);
                    break;
                case Mark.Begin:
                    report(card.Line, "vcard.end", "The card has no END:VCARD before the next one begins");
                    begun = lines.Line;
                    return Finish(card);
                default:
                    if (!ReadProperty(card, depth)) return Finish(card);
                    break;
            }
        }
        report(card.Line, "vcard.end", "The card has no END:VCARD before the file ends");
        return Finish(card);
    }

    // False where the line ends the card after all: with a parameter or a group before END.
    private bool ReadProperty(CardUnderWay card, int depth)
    {
        var line = lines.Line;
        if (lines.IsTooLong)
        {
            report(line, "vcard.size", Invariant($"The line is longer than {limits.MaxLineBytes:N0} bytes"));
            return true;
        }
        card.Octets += lines.Current.Length;
        if (card.Octets > limits.MaxCardBytes || card.Properties.Count >= limits.MaxProperties)
        {
            if (!card.IsFull) report(line, "vcard.size", "The card is too large; the rest of it was not read");
            card.IsFull = true;
            return true;
        }
        if (properties.Read(card) is not { } property) return true;
        if (property.Name is "BEGIN" or "END")
        {
            card.Guessed.RemoveAll(guess => guess.Index >= card.Properties.Count);
            report(line, "vcard.line", $"{property.Name} stands in a way it should not");
            return property.Name == "BEGIN" || !property.Value.Trim().Equals("VCARD", StringComparison.OrdinalIgnoreCase);
        }
        if (property.Name == "AGENT" && IsCardText(property.Value)) property = WithInner(property, depth);
        card.Properties.Add(property);
        if (property.Name == "VERSION") card.Version = VersionOf(property.Value) ?? card.Version;
        return true;
    }

    // AGENT: with the card on the lines that follow, as 2.1 has it.
    private void ReadInner(CardUnderWay outer, int depth)
    {
        begun = lines.Line;
        if (depth >= limits.MaxDepth)
        {
            report(begun, "vcard.depth", Invariant($"Cards stand inside each other more than {limits.MaxDepth} deep; the innermost was left out"));
            begun = 0;
            PassInner();
            return;
        }
        var inner = ReadCard(depth + 1);
        outer.Properties[^1] = outer.Properties[^1] with { Card = inner };
        outer.Octets += inner.Properties.Sum(property => (long)property.Value.Length + (property.Bytes?.Length ?? 0));
    }

    private void PassInner()
    {
        for (var open = 1; open > 0 && lines.Next();)
            open += MarkOf(lines.Current) switch { Mark.Begin => 1, Mark.End => -1, _ => 0 };
    }

    // AGENT:BEGIN:VCARD\nFN:... as 3.0 has it, or the card folded line by line.
    private VCardProperty WithInner(VCardProperty property, int depth)
    {
        if (depth >= limits.MaxDepth)
        {
            report(property.Line, "vcard.depth",
                Invariant($"Cards stand inside each other more than {limits.MaxDepth} deep; the innermost stays text"));
            return property;
        }
        var text = Escapes.Read(property.Value);
        if (!text.StartsWith("BEGIN:VCARD\n", StringComparison.OrdinalIgnoreCase)) text = properties.AtFolds();
        var inside = new OctetLines(new MemoryStream(Encoding.UTF8.GetBytes(text)), limits.MaxLineBytes);
        var left = limits with { MaxDepth = limits.MaxDepth - depth };
        var card = new CardScanner(inside, left, (_, code, message) => report(property.Line, code, message)).Next();
        return card is null ? property : property with { Value = "", Card = card with { Line = property.Line } };
    }

    private VCard Finish(CardUnderWay card)
    {
        PropertyReader.Redecode(card);
        foreach (var property in card.Properties)
            if (property.Name is "BDAY" or "ANNIVERSARY" && CardDates.IsUnreadable(property))
                report(property.Line, "vcard.date", $"'{property.Value}' is no date");
        card.Properties.RemoveAll(property => property.Name == "VERSION");
        return new() { Version = card.Version ?? VCardVersion.V3, Properties = card.Properties, Line = card.Line };
    }

    private void ReportOutside()
    {
        if (isOutside || lines.Current.Trim(" \t\0"u8).IsEmpty) return;
        isOutside = true;
        report(lines.Line, "vcard.outside", "Text outside of a card was passed over");
    }

    private static bool IsCardText(string value) => value.AsSpan().Trim().StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase);

    private static Mark MarkOf(ReadOnlySpan<byte> line)
    {
        // Most lines begin with another letter.
        if (line.Length > 0 && (line[0] | 0x20) is not ((byte)'b' or (byte)'e' or (byte)' ' or 0xEF)) return Mark.None;
        var text = WithoutMark(line);
        var colon = text.IndexOf((byte)':');
        if (colon < 0) return Mark.None;
        var word = text[..colon].Trim(" \t"u8);
        var value = text[(colon + 1)..].Trim(" \t"u8);
        var isWhole = Ascii.EqualsIgnoreCase(value, "VCARD"u8);
        if (Ascii.EqualsIgnoreCase(word, "BEGIN"u8)) return isWhole ? Mark.Begin : Mark.None;
        if (!Ascii.EqualsIgnoreCase(word, "END"u8)) return Mark.None;
        // Files put together without a line end between them.
        var goesOn = value.Length > 5 && Ascii.EqualsIgnoreCase(value[..5], "VCARD"u8) && MarkOf(value[5..]) == Mark.Begin;
        return isWhole ? Mark.End : goesOn ? Mark.EndThenBegin : Mark.None;
    }

    // Each of several files put together may start with a byte order mark.
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> line) => (line is [0xEF, 0xBB, 0xBF, ..] ? line[3..] : line).Trim(" \t"u8);

    private static VCardVersion? VersionOf(string value) => value.Trim() switch
    {
        "2.1" or "2.0" or "2" or "1.0" => VCardVersion.V21,
        "3.0" or "3" => VCardVersion.V3,
        "4.0" or "4" => VCardVersion.V4,
        _ => null
    };
}
