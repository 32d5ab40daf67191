using System.Runtime.InteropServices;

namespace Kith.Domain.Identity;

/// <summary>Two records by their place in the corpus, the later one first, with what their comparison gave.</summary>
internal readonly record struct Link(int A, int B, ulong Pattern, double Score);

/// <summary>The candidates that were compared to learn from, in the order of the records.</summary>
internal sealed record Compared(ulong[] Patterns, int[] Records, int[] Others);

/// <summary>Walks through the candidates, on two threads where there are many.</summary>
internal static class Candidates
{
    private const int Chunk = 2_048;

    private const int AloneUpTo = 20_000;

    /// <summary>The candidates of every n-th record, in the order of the records.</summary>
    internal static Compared Every(int step, Corpus corpus, Blocking blocking)
    {
        var asked = (corpus.Count + step - 1) / step;
        var found = InChunks(asked, corpus, (chunk, told) => Compare(chunk, step, told, corpus, blocking));
        return new([.. found.SelectMany(f => f.Patterns)], [.. found.SelectMany(f => f.Records)], [.. found.SelectMany(f => f.Others)]);
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
        var found = InChunks(corpus.Count, corpus, (chunk, told) => Within(chunk, told, score, corpus, blocking, weights));
        var (links, compared) = (new List<Link>(), 0L);
        foreach (var part in found)
        {
            links.AddRange(part.Links);
            compared += part.Compared;
        }
        return (links, compared);
    }

    // What comes of a chunk does not depend on the thread that does it, and the chunks stay in order.
    private static T[] InChunks<T>(int count, Corpus corpus, Func<int, float[], T> work)
    {
        var chunks = (count + Chunk - 1) / Chunk;
        var found = new T[chunks];
        if (corpus.Count <= AloneUpTo)
        {
            var told = new float[corpus.Count];
            for (var chunk = 0; chunk < chunks; chunk++)
                found[chunk] = work(chunk, told);
        }
        else
            Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, () => new float[corpus.Count], (chunk, _, told) =>
            {
                found[chunk] = work(chunk, told);
                return told;
            }, static _ => { });
        return found;
    }

    private static (List<ulong> Patterns, List<int> Records, List<int> Others) Compare(int chunk, int step, float[] told, Corpus corpus, Blocking blocking)
    {
        var (patterns, records, others, partners) = (new List<ulong>(), new List<int>(), new List<int>(), new List<int>());
        for (var asked = chunk * Chunk; asked < (chunk + 1) * Chunk && asked * step < corpus.Count; asked++)
        {
            var record = asked * step;
            blocking.Partners(record, told, partners);
            foreach (var other in CollectionsMarshal.AsSpan(partners))
            {
                patterns.Add(Pairs.Compare(corpus, record, other));
                others.Add(other);
                records.Add(record);
            }
        }
        return (patterns, records, others);
    }

    private static (List<Link> Links, long Compared) Within(int chunk, float[] told, double score, Corpus corpus, Blocking blocking, Weights weights)
    {
        var (links, partners, compared, scores) = (new List<Link>(), new List<int>(), 0L, new Scores(weights));
        for (var record = chunk * Chunk; record < Math.Min(corpus.Count, (chunk + 1) * Chunk); record++)
        {
            blocking.Partners(record, told, partners);
            compared += partners.Count;
            foreach (var other in CollectionsMarshal.AsSpan(partners))
            {
                var pattern = Pairs.Compare(corpus, record, other);
                if (scores.Of(pattern) is var found && found >= score)
                    links.Add(new(record, other, pattern, found));
            }
        }
        return (links, compared);
    }

    // Few patterns are common; the score of each is worked out once or little more often.
    private sealed class Scores(Weights weights)
    {
        private const int Places = 1 << 13;

        private readonly ulong[] patterns = new ulong[Places];
        private readonly double[] scores = new double[Places];

        internal double Of(ulong pattern)
        {
            var place = (int)(BlockingKeys.Mix(pattern) & (Places - 1));
            if (patterns[place] != pattern || pattern == 0)
                (patterns[place], scores[place]) = (pattern, weights.Score(pattern));
            return scores[place];
        }
    }
}
