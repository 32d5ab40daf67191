namespace Kith.Benchmarks.Ties;

/// <summary>How well scores tell what comes from what does not.</summary>
internal static class Measures
{
    private const int Bins = 10;
    private const int LeastAlters = 5;

    internal readonly record struct Scored(int Ego, double Score, bool Came);

    internal readonly record struct Ranked(double Auc, double Ap);

    /// <summary>Area under the ROC curve, and average precision; equal scores count half and as one step.</summary>
    internal static Ranked Rank(IReadOnlyCollection<Scored> scored)
    {
        double positives = scored.Count(s => s.Came), negatives = scored.Count - positives;
        double area = 0, precision = 0, seen = 0, right = 0;
        foreach (var step in scored.GroupBy(s => s.Score).OrderByDescending(g => g.Key))
        {
            double hits = step.Count(s => s.Came), misses = step.Count() - hits;
            area += misses * (right + (hits / 2));
            (right, seen) = (right + hits, seen + hits + misses);
            precision += hits / positives * (right / seen);
        }
        return new(area / (positives * negatives), precision);
    }

    /// <summary>The same within each ego, over the egos with at least five alters and both outcomes.</summary>
    internal static Ranked RankWithin(IEnumerable<Scored> scored)
    {
        var egos = scored.GroupBy(s => s.Ego).Select(g => g.ToList())
            .Where(g => g.Count >= LeastAlters && g.Exists(s => s.Came) && g.Exists(s => !s.Came)).Select(Rank).ToList();
        return egos.Count == 0 ? new(double.NaN, double.NaN) : new(egos.Average(r => r.Auc), egos.Average(r => r.Ap));
    }

    internal static double Brier(IEnumerable<Scored> scored) => scored.Average(s => Math.Pow(s.Score - (s.Came ? 1 : 0), 2));

    /// <summary>Expected calibration error over ten bins of equal width.</summary>
    internal static double CalibrationError(IReadOnlyCollection<Scored> scored) =>
        scored.GroupBy(s => Math.Min((int)(s.Score * Bins), Bins - 1)).Sum(b => Math.Abs(b.Average(s => s.Score) - b.Average(s => s.Came ? 1 : 0)) * b.Count() / scored.Count);
}
