namespace Kith.Domain.Identity;

/// <summary>Tells whether two whole names can be one person's. It takes a strong key besides to say that they are.</summary>
public static class PersonNames
{
    // In a short word one letter makes another name: Jan and Jon.
    private const int LongWord = 6;

    // What stands before or after a name and is no part of it, folded.
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "mr", "mrs", "ms", "miss", "dr", "drs", "prof", "professor", "sir", "dame", "herr", "frau", "hr", "fr", "mme", "mlle", "sr", "sra", "dott", "ing", "dipl", "mag",
        "phd", "mba", "msc", "bsc", "cfa", "cpa", "md", "pmp", "jr", "esq", "llm", "meng", "beng",
    };

    /// <summary>
    /// True when the words of the shorter name all stand in the longer one, in any order, each in full, as an initial, as a usual short form of a
    /// first name (Bob for Robert), or with one slip of a letter in a long word; at least one of them in full. Titles and degrees do not count.
    /// </summary>
    public static bool AreOne(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        if (a.Count == 0 || b.Count == 0)
            return false;
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        var inFull = false;
        foreach (var word in few)
        {
            var at = many.FindIndex(m => m == word);
            inFull |= at >= 0 && word.Length > 1;
            if (at < 0)
                at = many.FindIndex(m => IsForm(word, m));
            if (at < 0)
                return false;
            many.RemoveAt(at);
        }
        return inFull;
    }

    private static bool IsForm(string a, string b)
    {
        if (a.Length <= 2 || b.Length <= 2)
            return a.Length != b.Length && (a.Length < b.Length ? b.StartsWith(a, StringComparison.Ordinal) : a.StartsWith(b, StringComparison.Ordinal));
        return Nicknames.Related(a, b) || (Math.Min(a.Length, b.Length) >= LongWord && Similarity.Edits(a, b, 1) <= 1);
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        foreach (var word in Transliteration.Fold(name).Split(' '))
            if (word.Length > 0 && !Titles.Contains(word)) words.Add(word);
        return words;
    }
}
