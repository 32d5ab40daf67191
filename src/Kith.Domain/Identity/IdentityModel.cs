namespace Kith.Domain.Identity;

/// <summary>How likely two records of a set are one person, learnt from the set itself.</summary>
public sealed class IdentityModel
{
    // Enough candidates to learn from; the rest is only scored.
    private const int LearntFrom = 30_000;

    private readonly Blocking blocking;
    private readonly Compared? compared;

    private IdentityModel(Corpus corpus, Blocking blocking, Weights weights, Compared? compared)
    {
        (Corpus, Weights, this.blocking, this.compared) = (corpus, weights, blocking, compared);
    }

    internal Corpus Corpus { get; }

    internal Weights Weights { get; }

    /// <summary>Learns from all records together, without examples.</summary>
    public static IdentityModel Fit(IReadOnlyList<IdentityRecord> records)
    {
        var corpus = new Corpus(records);
        var blocking = new Blocking(corpus);
        var step = 1 + (corpus.Count / LearntFrom);
        var compared = Candidates.Every(step, corpus, blocking);
        var weights = new Estimation(corpus).Fit(compared.Patterns, 1.0 / step);
        return new(corpus, blocking, weights, step == 1 ? compared : null);
    }

    /// <summary>How likely two records are one person; they need not be of the set that was learnt from.</summary>
    public Likeness Score(IdentityRecord a, IdentityRecord b)
    {
        var (x, y) = (Corpus.RowOf(a), Corpus.RowOf(b));
        var pattern = Pairs.Compare(Corpus, x, y);
        var probability = Weights.Probability(Weights.Score(pattern));
        if (Decisions.AreTwo(Corpus, pattern, a.Source, b.Source))
            return new(0, Decision.Different, null, "two LinkedIn profiles in one import", Contributions(pattern, x, y));
        var (key, contradiction) = (Decisions.Key(Corpus, x, y), Decisions.Contradiction(Corpus, pattern, x, y));
        return new(probability, Decisions.Decide(probability, key is not null, contradiction is not null), key, contradiction, Contributions(pattern, x, y));
    }

    /// <summary>The candidates whose score reaches the limit, and how many candidates there were.</summary>
    internal (List<Link> Links, long Compared) Links(double score)
    {
        var (links, count) = compared is null
            ? Candidates.Above(score, Corpus, blocking, Weights)
            : (Candidates.Above(score, compared, Weights), compared.Patterns.Length);
        links.RemoveAll(link => Decisions.AreTwo(Corpus, link.Pattern, Corpus.Records[link.A].Source, Corpus.Records[link.B].Source));
        return (links, count);
    }

    /// <summary>Whether the two are one person beyond reasonable doubt.</summary>
    internal bool IsCertain(Link link)
    {
        var probability = Weights.Probability(link.Score);
        return probability >= Decisions.MergesFrom && Decisions.Decide(
            probability, Decisions.HasKey(Corpus, link.A, link.B), Decisions.Contradicts(Corpus, link.Pattern)) == Decision.Merge;
    }

    private List<Contribution> Contributions(ulong pattern, Row a, Row b)
    {
        var told = new List<Contribution>();
        for (var i = 0; i < Corpus.Columns.Length; i++)
        {
            if (Level.At(pattern, i) is not (> 0 and var level)) continue;
            var column = Corpus.Columns[i];
            var (x, y) = Pairs.Alike(column.Kind, a.All(i), b.All(i));
            told.Add(new(column.Kind, column.Name, Level.Meaning(level), Weights.Of(pattern, i), Words.Of(column.Kind, Level.Meaning(level), x, y, x.Rarity)));
        }
        told.Sort(static (x, y) => Math.Abs(y.Weight).CompareTo(Math.Abs(x.Weight)));
        return told;
    }
}
