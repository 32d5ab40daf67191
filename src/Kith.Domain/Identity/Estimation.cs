namespace Kith.Domain.Identity;

/// <summary>
/// Finds the weights without examples, by expectation and maximisation over the candidates; all other pairs count as two people. What two
/// people share by chance comes from the frequencies of the values and from random pairs, less the pairs found to be one person.
/// </summary>
internal sealed class Estimation
{
    private const int Rounds = 25;

    private const int Sampled = 30_000;

    private readonly Corpus corpus;
    private readonly int columns;
    private readonly double pairs;
    private readonly double[] totals;
    private readonly double[] typical;
    private readonly double[] chance;
    private readonly Dependence dependence;
    private readonly double[] candidates;
    private readonly int kept;

    internal Estimation(Corpus corpus)
    {
        this.corpus = corpus;
        columns = corpus.Columns.Length;
        pairs = Math.Max(1, corpus.Count * (corpus.Count - 1.0) / 2);
        totals = new double[columns * Level.Count];
        candidates = new double[columns * Level.Count];
        typical = new double[columns * Level.Count];
        chance = new double[columns * Level.Count];
        Sample();
        for (var i = 0; i < columns; i++)
            Frequencies(corpus.Columns[i], i * Level.Count);
        dependence = new(corpus, totals);
        kept = corpus.Columns.Count(static column => Expectation.IsKept(column.Kind));
    }

    /// <summary>The weights that explain the candidates best.</summary>
    /// <param name="share">The share of all candidates that are given here.</param>
    internal Weights Fit(ulong[] all, double share)
    {
        var (patterns, counts) = Distinct(all, 1 / share);
        for (var k = 0; k < patterns.Length; k++)
            for (var i = 0; i < columns; i++)
                candidates[(i * Level.Count) + Level.At(patterns[k], i)] += counts[k];
        var (matches, near) = (new double[columns * Level.Count], new double[columns * Level.Count]);
        var (expected, families) = (Math.Max(1, corpus.Count * 0.25), Math.Max(1, corpus.Count * 0.05));
        var weights = Maximise(matches, near, expected, families, null);
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(matches);
            Array.Clear(near);
            var (found, careful) = (0.0, round == 0);
            families = 0;
            for (var k = 0; k < patterns.Length; k++)
            {
                var r = Probability(weights, patterns[k], careful, out var closeness);
                var s = (1 - r) * closeness * counts[k];
                r *= counts[k];
                if (r + s < 1e-7) continue;
                found += r;
                families += s;
                for (var (i, pattern) = (0, patterns[k]); i < columns; i++, pattern >>= Level.Bits)
                {
                    matches[(i * Level.Count) + (int)(pattern & (Level.Count - 1))] += r;
                    near[(i * Level.Count) + (int)(pattern & (Level.Count - 1))] += s;
                }
            }
            var before = weights;
            weights = Maximise(matches, near, found, families, (pattern, shared) => Apart(before, pattern, shared, careful));
            if (Math.Abs(found - expected) < 1e-4 * expected) break;
            expected = found;
        }
        return weights;
    }

    // Families and neighbours share most of what two records of one person share. Lest the model turns to them, it learns only from pairs
    // that differ in at most one thing a person keeps; at first, and where there are few such things, in none.
    private double Probability(Weights weights, ulong pattern, bool careful, out double near)
    {
        var score = weights.Score(pattern, out near);
        return Differing(pattern) > (careful || kept < 3 ? 0 : 1) ? 0 : Weights.Probability(score);
    }

    // What goes along with what is learnt from pairs that are two people beyond doubt: they differ in two things a person keeps.
    private double Apart(Weights weights, ulong pattern, int shared, bool careful) =>
        Differing(pattern) < Math.Min(2, kept - shared) ? 0 : (1 - Probability(weights, pattern, careful, out var near)) * (1 - near);

    private int Differing(ulong pattern)
    {
        var count = 0;
        for (var i = 0; i < columns; i++)
            if (Level.At(pattern, i) == Level.Different && Expectation.IsKept(corpus.Columns[i].Kind)) count++;
        return count;
    }

    private Weights Maximise(double[] matches, double[] near, double expected, double families, Func<ulong, int, double>? apart)
    {
        var (m, u, close) = (new double[totals.Length], new double[totals.Length], new double[totals.Length]);
        var belief = Expectation.Belief(corpus.Count);
        for (var at = 0; at < totals.Length; at += Level.Count)
        {
            var (inMatches, inOthers, inNear) = (0.0, 0.0, 0.0);
            for (var level = 1; level <= Level.Different; level++)
            {
                inMatches += matches[at + level];
                inNear += near[at + level];
                var least = Level.IsShared(level) ? 0 : candidates[at + level] - matches[at + level];
                u[at + level] = Math.Max(Math.Max(totals[at + level] - matches[at + level], least), 0) + (Level.IsShared(level) ? (0.02 * totals[at + level]) + 0.1 : 0.5) + chance[at + level];
                inOthers += u[at + level];
            }
            for (var level = 1; level <= Level.Different; level++)
            {
                m[at + level] = (matches[at + level] + (belief * typical[at + level])) / (inMatches + belief);
                u[at + level] /= inOthers;
                close[at + level] = Expectation.IsShared(corpus.Columns[at / Level.Count].Kind)
                    ? (near[at + level] + (belief * typical[at + level])) / (inNear + belief) : u[at + level];
            }
            Bound(m.AsSpan(at, Level.Count), Expectation.LeastDifferent, Expectation.MostDifferent(corpus.Columns[at / Level.Count].Kind));
            if (Expectation.IsShared(corpus.Columns[at / Level.Count].Kind))
                Bound(close.AsSpan(at, Level.Count), 0, Expectation.MostDifferentNear);
        }
        if (apart is not null)
            dependence.Learn(apart, u);
        return new(m, u, close, dependence, Math.Min(Expectation.MostMatches, Math.Log(Math.Max(0.5, expected) / pairs)), Math.Log(Math.Max(0.5, families - (corpus.Count * Expectation.Few)) / pairs));
    }

    private static void Bound(Span<double> shares, double least, double most)
    {
        var different = Math.Clamp(shares[Level.Different], least, most);
        var scale = (1 - different) / (1 - shares[Level.Different]);
        for (var level = 1; level < Level.Different; level++)
            shares[level] *= scale;
        shares[Level.Different] = different;
    }

    // How many of all pairs share a value, and how a person's values are spread over the rare and the common ones.
    private void Frequencies(Column column, int at)
    {
        var all = 0.0;
        var spread = new double[Level.Rarities];
        foreach (var value in column.Values)
        {
            totals[at + Level.Shared(value.Rarity)] += value.Count * (value.Count - 1.0) / 2;
            spread[value.Rarity] += value.Count;
            all += value.Count;
        }
        for (var rarity = 0; rarity < Level.Rarities; rarity++)
        {
            typical[at + Level.Shared(rarity)] = Expectation.Of(column.Kind, Agreement.Same) * spread[rarity] / Math.Max(1, all);
            chance[at + Level.Shared(rarity)] = Expectation.Pairs * Expectation.ByChance(column.Kind, Agreement.Same) * spread[rarity] / Math.Max(1, all);
        }
        for (var agreement = Agreement.Variant; agreement <= Agreement.Different; agreement++)
        {
            typical[at + Level.Of(agreement)] = Expectation.Of(column.Kind, agreement);
            chance[at + Level.Of(agreement)] = Expectation.Pairs * Expectation.ByChance(column.Kind, agreement);
        }
    }

    private static (ulong[] Patterns, double[] Counts) Distinct(ulong[] all, double each)
    {
        var counted = new Dictionary<ulong, int>();
        foreach (var pattern in all)
            counted[pattern] = counted.GetValueOrDefault(pattern) + 1;
        var (patterns, counts) = (new ulong[counted.Count], new double[counted.Count]);
        var next = 0;
        foreach (var (pattern, count) in counted)
        {
            patterns[next] = pattern;
            counts[next++] = count * each;
        }
        return (patterns, counts);
    }

    // Random pairs, for all but shared values, which are counted.
    private void Sample()
    {
        if (corpus.Count < 2)
            return;
        var random = new Sequence();
        var count = (int)Math.Min(Sampled, pairs);
        for (var k = 0; k < count; k++)
        {
            var a = random.Next(corpus.Count);
            var b = random.Next(corpus.Count - 1);
            var pattern = Pairs.Compare(corpus, a, b < a ? b : b + 1);
            for (var i = 0; i < columns; i++)
                if (Level.At(pattern, i) is var level && !Level.IsShared(level))
                    totals[(i * Level.Count) + level] += pairs / count;
        }
    }
}
