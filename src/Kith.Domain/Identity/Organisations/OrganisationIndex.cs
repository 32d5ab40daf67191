namespace Kith.Domain.Identity;

/// <summary>Many organisations, among which one is looked up by name and domain without comparing it with all.</summary>
/// <typeparam name="T">What stands for an organisation.</typeparam>
public sealed class OrganisationIndex<T>
{
    // A key that so many share tells nothing.
    private const int MostAlike = 64;

    private readonly Dictionary<string, List<(OrganisationName Name, T Value)>> byKey = new(StringComparer.Ordinal);

    /// <summary>Adds an organisation; one with several domains is added once for each.</summary>
    public void Add(OrganisationName name, T value)
    {
        foreach (var key in Keys(name))
        {
            if (!byKey.TryGetValue(key, out var alike))
                byKey[key] = alike = [];
            if (alike.Count < MostAlike)
                alike.Add((name, value));
        }
    }

    /// <summary>The organisation that fits best, the first added among equals; null where none fits even weakly.</summary>
    public (T Value, OrganisationLikeness Likeness)? Find(OrganisationName name)
    {
        (T Value, OrganisationLikeness Likeness)? best = null;
        foreach (var key in Keys(name))
        {
            if (!byKey.TryGetValue(key, out var alike))
                continue;
            foreach (var (other, value) in alike)
                if (OrganisationMatching.Compare(name, other) is var likeness && likeness.Grade > (best?.Likeness.Grade ?? OrganisationGrade.None))
                    best = (value, likeness);
            // The keys are in the order of what they can come to.
            if (best?.Likeness.Grade == OrganisationGrade.Exact)
                break;
        }
        return best;
    }

    private static IEnumerable<string> Keys(OrganisationName name)
    {
        yield return "k:" + name.Key;
        if (name.Domain is { } domain)
            yield return "d:" + domain;
        yield return "s:" + name.Sorted;
        if (name.Initials.Length > 2)
            yield return "k:" + name.Initials;
        if (name.Core.Count == 1 && name.Key.Length is > 2 and < 7)
            yield return "i:" + name.Key;
        if (name.Initials.Length > 2)
            yield return "i:" + name.Initials;
        if (!OrganisationWords.IsGeneric(name.Core[0]))
            yield return "f:" + name.Core[0];
        // A slip hardly ever changes how the longest word sounds.
        var longest = name.Core[0];
        foreach (var word in name.Core)
            if (word.Length > longest.Length && !OrganisationWords.IsGeneric(word)) longest = word;
        yield return "p:" + Phonetic.Key(longest);
    }
}
