using System.Globalization;
using System.Text;

namespace Kith.Domain;

/// <summary>Turns text into the form that names are compared, sorted and searched in, the same on every database.</summary>
public static class Folding
{
    // Letters that Unicode does not decompose into a base letter and a mark (Unicode 16, UnicodeData.txt).
    private static readonly Dictionary<char, string> Undecomposed = new()
    {
        ['ß'] = "ss", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['æ'] = "ae", ['œ'] = "oe", ['ı'] = "i", ['ħ'] = "h",
    };

    /// <summary>Lower case, no marks, single spaces, letters and digits only: "Müller-Łoś, A." becomes "muller los a".</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var folded = new StringBuilder(text.Length);
        foreach (var c in Decomposed(text))
            Append(folded, char.ToLowerInvariant(c));
        return folded.ToString().TrimEnd();
    }

    /// <summary>The words of a text, folded.</summary>
    public static string[] Words(string? text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Decomposed(string text)
    {
        // A lone surrogate cannot be normalised; it carries no letter, so it goes.
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return string.Concat(text.Where(c => !char.IsSurrogate(c)));
        }
    }

    private static void Append(StringBuilder folded, char c)
    {
        if (Undecomposed.TryGetValue(c, out var letters))
            folded.Append(letters);
        else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            folded.Append(c);
        else if (char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && c != '\'' && c != '’'
            && folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }
}
