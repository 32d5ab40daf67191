namespace Kith.Domain.Identity;

/// <summary>Two records that may be one person.</summary>
/// <param name="A">Key of the one record.</param>
/// <param name="B">Key of the other.</param>
public sealed record Match(string A, string B, Likeness Likeness);

/// <summary>What a set of records gave: the people it is about, and what it took.</summary>
/// <param name="People">The keys of records that are one person, two or more together, each group and all groups in the order of the keys.</param>
/// <param name="Candidates">How many pairs were compared.</param>
public sealed record Matched(IReadOnlyList<IReadOnlyList<string>> People, long Candidates);

/// <summary>Finds the records of a set that are one person.</summary>
public static class Matching
{
    /// <summary>Two records are linked from this probability on; the groups that links make must then agree as a whole.</summary>
    public const double LinksFrom = 0.15;

    // ln of the odds that all pairs of a group have on average, at least.
    private const double Guard = -2;

    /// <summary>The pairs that a person should look at or that merge by themselves, the likeliest first.</summary>
    public static IReadOnlyList<Match> Candidates(IdentityModel model)
    {
        var matches = new List<Match>();
        foreach (var link in model.Links(Score(Decisions.AsksFrom)).Links)
        {
            var (a, b) = (model.Corpus.Records[link.B], model.Corpus.Records[link.A]);
            if (model.Score(a, b) is { Decision: not Decision.Different } likeness)
                matches.Add(new(a.Key, b.Key, likeness));
        }
        matches.Sort(static (x, y) => x.Likeness.Probability != y.Likeness.Probability ? y.Likeness.Probability.CompareTo(x.Likeness.Probability)
            : string.CompareOrdinal(x.A, y.A) is not 0 and var order ? order : string.CompareOrdinal(x.B, y.B));
        return matches;
    }

    /// <summary>The people of the set: links carried on from record to record, unless the groups they join contradict each other.</summary>
    public static Matched Clusters(IdentityModel model)
    {
        var (links, compared) = model.Links(Score(LinksFrom));
        var clusters = new Clusters(model.Corpus, model.Weights, Guard);
        clusters.Join(links);
        var people = new List<IReadOnlyList<string>>();
        foreach (var group in clusters.Groups())
            people.Add(group.ConvertAll(i => model.Corpus.Records[i].Key));
        people.Sort(static (x, y) => string.CompareOrdinal(x[0], y[0]));
        return new(people, compared);
    }

    private static double Score(double probability) => Math.Log(probability / (1 - probability));
}
