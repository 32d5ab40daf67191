namespace Kith.Domain.Identity;

/// <summary>
/// The sound of a folded word, coarse enough for European spellings: consonant classes as in Soundex and Cologne phonetics, digraphs first,
/// vowels only at the beginning.
/// </summary>
public static class Phonetic
{
    private const int MaxCodes = 6;

    /// <summary>Up to six codes: "Meyer", "Maier" and "Mayr" sound the same; what is not Latin keeps its first letters.</summary>
    public static string Key(ReadOnlySpan<char> word)
    {
        Span<char> codes = stackalloc char[MaxCodes];
        var length = 0;
        var last = '\0';
        for (var i = 0; i < word.Length && length < MaxCodes; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var code = Code(word[i], next);
            if (code == '-' || (code == 'A' && length > 0))
            {
                if (code == 'A') last = 'A';
                continue;
            }
            if (code != last || length == 0)
                codes[length++] = code;
            last = code;
            if (next == 'h' && word[i] is 'p' or 't' or 'c' or 's' or 'g' or 'k')
                i++;
        }
        return new(codes[..length]);
    }

    private static char Code(char letter, char next) => letter switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'j' => 'A',
        'h' => '-',
        'p' when next == 'h' => 'F',
        'b' or 'p' => 'P',
        'f' or 'v' or 'w' => 'F',
        'd' or 't' => 'T',
        's' or 'z' or 'x' => 'S',
        'c' when next is 'e' or 'i' or 'y' or 'h' or 'z' => 'S',
        'c' or 'k' or 'q' or 'g' => 'K',
        'm' => 'M',
        'n' => 'N',
        'l' => 'L',
        'r' => 'R',
        _ => letter
    };
}
