using System.Collections.Frozen;
using System.Text;

namespace Kith.Domain.Identity;

/// <summary>Writes Cyrillic and Greek letters with Latin ones and folds the result, so that one name in two scripts compares alike.</summary>
public static class Transliteration
{
    // Cyrillic after BGN/PCGN without its marks, Greek after ELOT 743, both simplified to what people write in e-mail addresses.
    private const string Cyrillic =
        "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e "
        + "ю=yu я=ya є=ye і=i ї=yi ґ=g ў=u ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѓ=gj ќ=kj ѕ=dz";

    private const string Greek =
        "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o "
        + "ά=a έ=e ή=i ί=i ό=o ύ=y ώ=o ϊ=i ϋ=y ΐ=i ΰ=y";

    private static readonly FrozenDictionary<char, string> Latin = (Cyrillic + " " + Greek).Split(' ')
        .ToFrozenDictionary(pair => pair[0], pair => pair[2..]);

    private static readonly (string Greek, string Latin)[] Pairs = [("ου", "ou"), ("ού", "ou"), ("αυ", "av"), ("ευ", "ev"), ("μπ", "b"), ("ντ", "nt"), ("γγ", "ng")];

    /// <summary>The folded text in Latin letters; other scripts stay as they are.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        if (Ascii.IsValid(text))
            return FoldAscii(text);
        return Folding.Fold(IsOther(text) ? ToLatin(text) : text);
    }

    private static bool IsOther(string text)
    {
        foreach (var letter in text)
            if (letter is >= '\u0370' and <= '\u052f') return true;
        return false;
    }

    private static string ToLatin(string text)
    {
        var lower = text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        foreach (var (greek, latin) in Pairs)
            lower = lower.Replace(greek, latin, StringComparison.Ordinal);
        var written = new StringBuilder(lower.Length + 8);
        foreach (var letter in lower)
            if (Latin.TryGetValue(letter, out var letters)) written.Append(letters);
            else written.Append(letter);
        return written.ToString();
    }

    // The same as Folding.Fold, which has to look at every mark of every script.
    private static string FoldAscii(string text)
    {
        var folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
            if (char.IsAsciiLetterOrDigit(letter)) folded[length++] = char.ToLowerInvariant(letter);
            else if (letter != '\'' && length > 0 && folded[length - 1] != ' ') folded[length++] = ' ';
        if (length > 0 && folded[length - 1] == ' ')
            length--;
        return folded[..length].SequenceEqual(text) ? text : new(folded[..length]);
    }
}
