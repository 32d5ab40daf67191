namespace Kith.Domain.Identity;

/// <summary>
/// Brings whole names and names in parts together: of a whole name only what the parts do not say is kept, so that nothing counts twice, and a
/// whole name without parts is divided where other records have parts.
/// </summary>
internal static class NameParts
{
    // Words that belong to the family name that follows them.
    private static readonly string[] Particles = ["van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin", "ibn", "zu", "ten", "ter", "mac", "st", "san"];

    /// <summary>The values of a record, its names brought into the form of the set.</summary>
    internal static IEnumerable<IdentityValue> Of(IdentityRecord record, bool hasParts)
    {
        var parts = hasParts ? Known(record) : [];
        foreach (var value in record.Values)
            if (!hasParts || value.Kind != FieldKind.FullName)
                yield return value;
            else if (parts.Count > 0)
            {
                if (Rest(value.Text, parts) is { Length: > 0 } rest)
                    yield return value with { Text = rest };
            }
            else
                foreach (var part in Divide(value))
                    yield return part;
    }

    private static HashSet<string> Known(IdentityRecord record)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in record.Values)
            if (value.Kind is FieldKind.GivenName or FieldKind.FamilyName)
                foreach (var word in Transliteration.Fold(value.Text).Split(' '))
                    if (word.Length > 0) known.Add(word);
        return known;
    }

    private static string Rest(string text, HashSet<string> known)
    {
        var rest = new List<string>();
        foreach (var word in Transliteration.Fold(text).Split(' '))
            if (!known.Contains(word)) rest.Add(word);
        return string.Join(' ', rest);
    }

    private static IEnumerable<IdentityValue> Divide(IdentityValue whole)
    {
        var comma = whole.Text.IndexOf(',', StringComparison.Ordinal);
        var words = Transliteration.Fold(comma > 0 ? whole.Text[(comma + 1)..] + " " + whole.Text[..comma] : whole.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            yield break;
        var family = words.Length - 1;
        while (family > 1 && Array.IndexOf(Particles, words[family - 1]) >= 0)
            family--;
        yield return new(FieldKind.GivenName, words[0]);
        if (words.Length == 1)
            yield break;
        yield return new(FieldKind.FamilyName, string.Join(' ', words, family, words.Length - family));
        if (family > 1)
            yield return whole with { Text = string.Join(' ', words, 1, family - 1) };
    }
}
