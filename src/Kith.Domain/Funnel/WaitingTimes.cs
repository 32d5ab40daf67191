namespace Kith.Domain.Funnel;

/// <summary>One wait: how long it took, or how long it has lasted.</summary>
/// <param name="Days">Days from the beginning, 0 or more.</param>
/// <param name="HasEnded">True when the awaited happened after these days; false when it had not by then (right-censored).</param>
public readonly record struct Wait(double Days, bool HasEnded);

/// <summary>A day on which waits ended, and who still waits after it.</summary>
/// <param name="Days">Days from the beginning.</param>
/// <param name="AtRisk">How many had waited that long.</param>
/// <param name="Ended">How many of them ended on that day.</param>
/// <param name="Waiting">S(t): the share still waiting after that day, 0-1.</param>
/// <param name="Variance">Variance of <paramref name="Waiting"/> (Greenwood 1926).</param>
/// <param name="Band">Pointwise interval of <paramref name="Waiting"/> on the log-log scale (Kalbfleisch, Prentice 1980).</param>
public sealed record WaitingPoint(double Days, int AtRisk, int Ended, double Waiting, double Variance, Interval Band);

/// <summary>
/// How long people wait when some still do: the product-limit estimate of Kaplan and Meier, "Nonparametric estimation from incomplete
/// observations", JASA 53 (1958).
/// </summary>
public sealed class WaitingTimes
{
    private readonly double longest;

    private WaitingTimes(IReadOnlyList<WaitingPoint> points, int count, double longest) => (Points, Count, this.longest) = (points, count, longest);

    /// <summary>The days on which waits ended, in order.</summary>
    public IReadOnlyList<WaitingPoint> Points { get; }

    /// <summary>How many waits there are, ended or not.</summary>
    public int Count { get; }

    /// <summary>Days by which half have ended; null while that is not reached.</summary>
    public double? Median => DaysUntil(p => p.Waiting);

    /// <summary>Earliest and latest median that the band allows (Brookmeyer, Crowley 1982); null where not reached.</summary>
    public (double? Low, double? High) MedianInterval => (DaysUntil(p => p.Band.Low), DaysUntil(p => p.Band.High));

    /// <summary>The median in words: "23 days", or "not reached".</summary>
    public string MedianText => Median is { } days ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{days:0.#} days") : "not reached";

    /// <param name="waits">All waits that began, in any order.</param>
    /// <param name="level">Probability of the band, between 0 and 1.</param>
    public static WaitingTimes Of(IEnumerable<Wait> waits, double level = Rate.UsualLevel)
    {
        var sorted = waits.OrderBy(w => w.Days).ToArray();
        var z = NormalDistribution.TwoSided(level);
        var points = new List<WaitingPoint>();
        var (waiting, greenwood, highest) = (1.0, 0.0, 1.0);
        for (var first = 0; first < sorted.Length;)
        {
            // A wait censored on the day when others end was still at risk then.
            var next = first;
            while (next < sorted.Length && sorted[next].Days == sorted[first].Days) next++;
            var atRisk = sorted.Length - first;
            var ended = sorted[first..next].Count(w => w.HasEnded);
            if (ended > 0)
            {
                waiting *= (double)(atRisk - ended) / atRisk;
                greenwood += ended < atRisk ? (double)ended / atRisk / (atRisk - ended) : 0;
                var band = waiting > 0 ? LogLog(waiting, z * Math.Sqrt(greenwood)) : new(0, highest);
                highest = band.High;
                points.Add(new(sorted[first].Days, atRisk, ended, waiting, waiting * waiting * greenwood, band));
            }
            first = next;
        }
        return new(points, sorted.Length, sorted.Length == 0 ? 0 : sorted[^1].Days);
    }

    /// <summary>
    /// The share whose wait ended within that many days, 0-1, with its interval; null when no wait was watched that long, unless all had
    /// ended before. Before the first end the interval is that of 0 of those still watched (Wilson).
    /// </summary>
    public (double Share, Interval Interval)? ShareWithin(double days)
    {
        var last = Points.LastOrDefault(p => p.Days <= days);
        if (Count == 0 || (days > longest && last is not { Waiting: 0 }))
            return null;
        return last is null
            ? (0, new Rate(0, Points.Count > 0 ? Points[0].AtRisk : Count).Wilson())
            : (1 - last.Waiting, new(1 - last.Band.High, 1 - last.Band.Low));
    }

    // ln(-ln S) is nearer to normal than S, and its interval stays between 0 and 1.
    private static Interval LogLog(double waiting, double deviation)
    {
        var log = Math.Log(waiting);
        var factor = Math.Exp(deviation / -log);
        return new(Math.Exp(log * factor), Math.Exp(log / factor));
    }

    private double? DaysUntil(Func<WaitingPoint, double> share) => Points.FirstOrDefault(p => share(p) <= 0.5 + 1e-12)?.Days;
}
