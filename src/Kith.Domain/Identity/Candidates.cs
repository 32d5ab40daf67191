using System.Runtime.InteropServices;

namespace Kith.Domain.Identity;

/// <summary>Two records by their place in the corpus, the later one first, with what their comparison gave.</summary>
internal readonly record struct Link(int A, int B, ulong Pattern, double Score);

/// <summary>The candidates that were compared to learn from, in the order of the records.</summary>
internal sealed record Compared(ulong[] Patterns, int[] Records, int[] Others);

/// <summary>Walks through the candidates, on two threads where there are many.</summary>
internal static class Candidates
{
    private const int Chunk = 4_096;

    private const int AloneUpTo = 20_000;

    /// <summary>The candidates of every n-th record, in the order of the records.</summary>
    internal static Compared Every(int step, Corpus corpus, Blocking blocking)
    {
        var (patterns, others, records) = (new List<ulong>(), new List<int>(), new List<int>());
        var (told, partners) = (new float[corpus.Count], new List<int>());
        for (var record = 0; record < corpus.Count; record += step)
        {
            blocking.Partners(record, told, partners);
            foreach (var other in CollectionsMarshal.AsSpan(partners))
            {
                patterns.Add(Pairs.Compare(corpus, record, other));
                others.Add(other);
                records.Add(record);
            }
        }
        return new([.. patterns], [.. records], [.. others]);
    }

    /// <summary>Those of the compared candidates whose score is high enough.</summary>
    internal static List<Link> Above(double score, Compared compared, Weights weights)
    {
        var links = new List<Link>();
        for (var i = 0; i < compared.Patterns.Length; i++)
            if (weights.Score(compared.Patterns[i]) is var found && found >= score)
                links.Add(new(compared.Records[i], compared.Others[i], compared.Patterns[i], found));
        return links;
    }

    /// <summary>The candidates whose score is high enough, and how many candidates there were.</summary>
    internal static (List<Link> Links, long Compared) Above(double score, Corpus corpus, Blocking blocking, Weights weights)
    {
        var chunks = (corpus.Count + Chunk - 1) / Chunk;
        var found = new (List<Link> Links, long Compared)[chunks];
        if (corpus.Count <= AloneUpTo)
        {
            var told = new float[corpus.Count];
            for (var chunk = 0; chunk < chunks; chunk++)
                found[chunk] = Within(chunk, told, score, corpus, blocking, weights);
        }
        else
            Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, () => new float[corpus.Count], (chunk, _, told) =>
            {
                found[chunk] = Within(chunk, told, score, corpus, blocking, weights);
                return told;
            }, static _ => { });
        var (links, compared) = (new List<Link>(), 0L);
        foreach (var part in found)
        {
            links.AddRange(part.Links);
            compared += part.Compared;
        }
        return (links, compared);
    }

    private static (List<Link> Links, long Compared) Within(int chunk, float[] told, double score, Corpus corpus, Blocking blocking, Weights weights)
    {
        var (links, partners, compared) = (new List<Link>(), new List<int>(), 0L);
        for (var record = chunk * Chunk; record < Math.Min(corpus.Count, (chunk + 1) * Chunk); record++)
        {
            blocking.Partners(record, told, partners);
            compared += partners.Count;
            foreach (var other in CollectionsMarshal.AsSpan(partners))
            {
                var pattern = Pairs.Compare(corpus, record, other);
                if (weights.Score(pattern) is var found && found >= score)
                    links.Add(new(record, other, pattern, found));
            }
        }
        return (links, compared);
    }

}
