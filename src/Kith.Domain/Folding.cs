using System.Globalization;
using System.Text;

namespace Kith.Domain;

/// <summary>Turns text into the form that names are compared, sorted and searched in, the same on every database.</summary>
public static class Folding
{
    // Letters that Unicode does not decompose into a base letter and a mark (Unicode 16, UnicodeData.txt).
    private static readonly Dictionary<char, string> Undecomposed = new()
    {
        ['ß'] = "ss",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ı'] = "i",
        ['ħ'] = "h",
    };

    /// <summary>Lower case, no marks, single spaces, letters and digits only: "Müller-Łoś, A." becomes "muller los a".</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Whole(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
            Append(folded, Rune.ToLowerInvariant(letter));
        return folded.ToString().TrimEnd();
    }

    /// <summary>The words of a text, folded.</summary>
    public static string[] Words(string? text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // A lone surrogate cannot be normalised; it carries no letter.
    private static string Whole(string text) =>
        text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Where(r => r != Rune.ReplacementChar).Select(r => r.ToString())) : text;

    private static void Append(StringBuilder folded, Rune letter)
    {
        if (letter.IsBmp && Undecomposed.TryGetValue((char)letter.Value, out var letters))
            folded.Append(letters);
        else if (Rune.IsLetterOrDigit(letter))
            folded.Append(letter.ToString());
        else if (!Joins(letter) && folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }

    // Marks and apostrophes stand inside a word: "O'Brien" is one.
    private static bool Joins(Rune letter) =>
        Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || letter.Value is '\'' or '’';
}
