namespace Kith.Domain.Identity;

/// <summary>Two records that may be one person: how likely, what is to be done, and why, the strongest reason first.</summary>
public sealed record LikelyPair(string One, string Other, double Probability, Decision Decision, IReadOnlyList<string> Reasons);

/// <summary>Records that are one person, group by group, by their keys; and how many pairs were compared to find them.</summary>
public sealed record MatchedPeople(IReadOnlyList<IReadOnlyList<string>> Groups, long Compared)
{
    /// <summary>The pairs that are one person beyond reasonable doubt, and would be merged without asking.</summary>
    public IReadOnlyList<(string One, string Other)> Merges { get; init; } = [];
}

/// <summary>Finds out which records of a set are one person, without examples: one threshold for all sets, measured in docs/identity.md.</summary>
public static class Matching
{
    // Logarithm of the odds at which a pair is more likely one person than two.
    private const double Even = 0;

    // Below this mean over all pairs, two groups contradict each other.
    private const double Guard = 0;

    // What a field has to add to the logarithm of the odds to be worth a word.
    private const double WorthAWord = 1;

    /// <summary>The records that are one person.</summary>
    public static MatchedPeople People(IReadOnlyList<IdentityRecord> records)
    {
        if (records.Count < 2)
            return new([], 0);
        var model = IdentityModel.Fit(records);
        var (links, compared) = model.Links(Even);
        var clusters = new Clusters(model.Corpus, model.Weights, Guard);
        clusters.Join(links);
        return new([.. clusters.Groups().Select(group => (IReadOnlyList<string>)[.. group.Select(i => model.Corpus.Records[i].Key)])], compared)
        {
            Merges = [.. links.Where(model.IsCertain).Select(l => (model.Corpus.Records[l.B].Key, model.Corpus.Records[l.A].Key))],
        };
    }

    /// <summary>The pairs that are one person with at least this probability, the likeliest first.</summary>
    public static IReadOnlyList<LikelyPair> Pairs(IReadOnlyList<IdentityRecord> records, double atLeast)
    {
        if (records.Count < 2)
            return [];
        var model = IdentityModel.Fit(records);
        var (links, _) = model.Links(Math.Log(atLeast / (1 - atLeast)));
        return [.. links.OrderByDescending(l => l.Score).ThenBy(l => l.A).ThenBy(l => l.B)
            .Select(l => (One: model.Corpus.Records[l.B], Other: model.Corpus.Records[l.A]))
            .Select(l => (l.One, l.Other, Likeness: model.Score(l.One, l.Other)))
            .Where(l => l.Likeness.Decision != Decision.Different)
            .Select(l => new LikelyPair(l.One.Key, l.Other.Key, l.Likeness.Probability, l.Likeness.Decision, Reasons(l.Likeness)))];
    }

    private static IReadOnlyList<string> Reasons(Likeness likeness) =>
        [.. likeness.Contributions.Where(c => Math.Abs(c.Weight) >= WorthAWord).Select(c => c.Words).Distinct()];
}
