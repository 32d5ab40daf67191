namespace Kith.Domain.Identity;

/// <summary>How likely two records of a set are one person, learnt from the set itself.</summary>
public sealed class IdentityModel
{
    // Enough candidates to learn from; the rest is only scored.
    private const int LearntFrom = 30_000;

    private readonly Compared? compared;

    private IdentityModel(Corpus corpus, Blocking blocking, Weights weights, Compared? compared)
    {
        (Corpus, Blocking, Weights, this.compared) = (corpus, blocking, weights, compared);
    }

    internal Corpus Corpus { get; }

    internal Blocking Blocking { get; }

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

    internal (List<Link> Links, long Compared) Links(double score) => compared is null
        ? Candidates.Above(score, Corpus, Blocking, Weights)
        : (Candidates.Above(score, compared, Weights), compared.Patterns.Length);
}
