using System.Globalization;
using Kith.Domain.Funnel;

namespace Kith.Domain.Ratings;

/// <summary>How long the spans are in which ratings are compared.</summary>
public enum RatingSpan
{
    Month,
    Quarter,
}

/// <summary>One conversation that both rated on the same question.</summary>
/// <param name="On">The day of the conversation.</param>
/// <param name="Own">The user's rating, 1-5.</param>
/// <param name="Theirs">The other one's, 1-5.</param>
public readonly record struct RatedPair(DateOnly On, int Own, int Theirs);

/// <summary>The two means over conversations that both rated, and the mean of own minus theirs with its 90 % interval; null where n is too small to tell.</summary>
/// <param name="N">How many conversations both rated.</param>
public sealed record PairedMeans(int N, double? Own, double? Theirs, double? Difference, Interval? Interval)
{
    /// <summary>What may be shown: "you 4.2, they 3.6; difference 0.6, 0.1 to 1.1 (n = 7)", or "too few to tell (n = 3)".</summary>
    public string Text => Interval is { } interval
        ? string.Create(CultureInfo.InvariantCulture, $"you {Own:0.0}, they {Theirs:0.0}; difference {Difference:0.0}, {interval.Low:0.0} to {interval.High:0.0} (n = {N})")
        : string.Create(CultureInfo.InvariantCulture, $"too few to tell (n = {N})");
}

/// <summary>The comparison of one month or quarter.</summary>
/// <param name="From">Its first day.</param>
public sealed record SpanMeans(DateOnly From, PairedMeans Means);

/// <summary>Compares the user's ratings with those of the others, only over conversations that both rated.</summary>
public static class OwnAgainstTheirs
{
    /// <summary>Conversations below which no mean is told.</summary>
    public const int Least = 5;

    /// <summary>Probability that such intervals cover the true difference.</summary>
    public const double Level = 0.9;

    // A whole point stands for all opinions within half a point of it (variance 1/12); a difference of two such points cannot be surer than that.
    private const double Rounding = 2.0 / 12;

    /// <summary>The means and the interval of the difference by Student's t for pairs (Gosset, "The probable error of a mean", 1908).</summary>
    public static PairedMeans Compare(IReadOnlyCollection<RatedPair> pairs)
    {
        var n = pairs.Count;
        if (n < Least)
            return new(n, null, null, null, null);
        var (own, theirs) = (pairs.Average(p => p.Own), pairs.Average(p => p.Theirs));
        var difference = own - theirs;
        var variance = pairs.Sum(p => Square(p.Own - p.Theirs - difference)) / (n - 1);
        var half = StudentDistribution.TwoSided(Level, n - 1) * Math.Sqrt(Math.Max(variance, Rounding) / n);
        return new(n, own, theirs, difference, new Interval(difference - half, difference + half));
    }

    /// <summary>The comparison of each month or quarter in which both rated at least one conversation, oldest first.</summary>
    public static IReadOnlyList<SpanMeans> Over(IEnumerable<RatedPair> pairs, RatingSpan span) =>
        [.. pairs.GroupBy(p => Start(p.On, span)).OrderBy(g => g.Key).Select(g => new SpanMeans(g.Key, Compare([.. g])))];

    /// <summary>The first day of the month or quarter of a day.</summary>
    public static DateOnly Start(DateOnly day, RatingSpan span) => new(day.Year, span == RatingSpan.Month ? day.Month : (3 * ((day.Month - 1) / 3)) + 1, 1);

    private static double Square(double x) => x * x;
}
