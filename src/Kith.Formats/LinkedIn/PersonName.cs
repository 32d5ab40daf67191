using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kith.Formats.LinkedIn;

/// <summary>A person's name as it can be compared and greeted, and as it was written.</summary>
/// <param name="Given">Without decoration.</param>
/// <param name="Family">Without decoration and credentials; may be empty.</param>
/// <param name="Suffix">What stood after a comma: <c>CFA</c> in <c>Martin, CFA</c>.</param>
/// <param name="AsWritten">The name in the file, untouched but for the white space around it.</param>
public sealed record PersonName(string Given, string Family, string? Suffix, string AsWritten)
{
    /// <summary>LinkedIn's words for a deleted account: never one person.</summary>
    public const string DeletedAccount = "LinkedIn Member";

    // Nearly all names need no cleaning.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .'");

    public string Full => $"{Given} {Family}".Trim();

    /// <summary>Stands for a deleted account or for nobody.</summary>
    public bool IsAnonymous => Full.Length == 0 || Full.Equals(DeletedAccount, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name from the two columns that exports keep it in.</summary>
    public static PersonName Of(string given, string family)
    {
        var (givenName, givenSuffix) = SplitSuffix(given);
        var (familyName, familySuffix) = SplitSuffix(family);
        var suffix = string.Join(", ", new[] { givenSuffix, familySuffix }.Where(part => part.Length > 0));
        return new(givenName, familyName, suffix.Length > 0 ? suffix : null, $"{given.Trim()} {family.Trim()}".Trim());
    }

    /// <summary>The text of a name without emoji and ornaments, with plain letters for mathematical ones.</summary>
    public static string Undecorated(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain) && !text.Contains("  ", StringComparison.Ordinal)) return text.Trim();
        var plain = new StringBuilder(text.Length);
        var lastIsLetter = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x1D400 and <= 0x1D7FF) plain.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            else if (Rune.IsWhiteSpace(rune)) plain.Append(' ');
            // Joiners carry meaning inside Persian and Indic words, and glue emoji everywhere else.
            else if (rune.Value is 0x200C or 0x200D ? lastIsLetter : !IsOrnament(rune)) plain.Append(rune.ToString());
            lastIsLetter = Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
        }
        var words = plain.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Trim('\u200C', '\u200D', ' ', '-', '|', '*', '~', ',');
    }

    private static (string Name, string Suffix) SplitSuffix(string part)
    {
        var comma = part.AsSpan().IndexOfAny(",，");
        return comma < 0 ? (Undecorated(part), "") : (Undecorated(part[..comma]), Undecorated(part[(comma + 1)..]));
    }

    private static bool IsOrnament(Rune rune) =>
        rune.Value is >= 0xFE00 and <= 0xFE0F || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol
            or UnicodeCategory.ModifierSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.EnclosingMark;
}
