using static System.FormattableString;

namespace Kith.Formats.VCards;

/// <summary>Reads the cards of a file of any generation (vCard 2.1, 3.0, 4.0), one at a time.</summary>
public static class VCardReader
{
    /// <summary>The cards lazily and once; whatever cannot be read is reported and left out.</summary>
    public static IEnumerable<VCard> Read(Stream source, string file, IssueLog issues, VCardLimits? limits = null)
    {
        limits ??= VCardLimits.Default;
        var lines = new OctetLines(Utf16.Unwrap(source), limits.MaxLineBytes);
        var cards = new CardScanner(lines, limits, (line, code, message) => issues.Report(file, line, code, message));
        var count = 0;
        while (cards.Next() is { } card)
        {
            if (++count > limits.MaxCards)
            {
                issues.Report(file, card.Line, "vcard.limit", Invariant($"The file has more than {limits.MaxCards:N0} cards; the rest was not read"));
                yield break;
            }
            yield return card;
        }
        if (count == 0) issues.Report(file, 0, "vcard.none", "No card (BEGIN:VCARD) was found");
    }
}
