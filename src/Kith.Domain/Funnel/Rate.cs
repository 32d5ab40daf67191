using System.Globalization;

namespace Kith.Domain.Funnel;

/// <summary>An interval of a share or of a difference of shares.</summary>
/// <param name="Low">Lower end; 0-1 for a share, -1 to 1 for a difference.</param>
/// <param name="High">Upper end, not below <paramref name="Low"/>.</param>
public readonly record struct Interval(double Low, double High);

/// <summary>So many of so many, with what that tells and what it does not.</summary>
public readonly record struct Rate
{
    /// <summary>Below this number a percentage claims more than is known, so the two counts are shown instead.</summary>
    public const int LeastForPercent = 20;

    /// <summary>Probability of the intervals unless another is asked for.</summary>
    public const double UsualLevel = 0.95;

    /// <param name="successes">How many it happened to, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How many it could have happened to, 0 or more.</param>
    public Rate(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        (Successes, Trials) = (successes, trials);
    }

    /// <summary>k: how many it happened to.</summary>
    public int Successes { get; }

    /// <summary>n: how many it could have happened to.</summary>
    public int Trials { get; }

    /// <summary>k / n, 0-1; null of nobody.</summary>
    public double? Share => Trials == 0 ? null : (double)Successes / Trials;

    /// <summary>True when a percentage may be shown: n is at least <see cref="LeastForPercent"/>.</summary>
    public bool AllowsPercent => Trials >= LeastForPercent;

    /// <summary>What may be shown: "3 of 7", or from n = 20 on "35 % (7 of 20; 18-57 %)" with the Wilson interval.</summary>
    public string Text
    {
        get
        {
            var counts = string.Create(CultureInfo.InvariantCulture, $"{Successes} of {Trials}");
            if (!AllowsPercent) return counts;
            var interval = Wilson();
            return string.Create(CultureInfo.InvariantCulture, $"{100.0 * Successes / Trials:0} % ({counts}; {100 * interval.Low:0}-{100 * interval.High:0} %)");
        }
    }

    /// <summary>Score interval of the share: Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).</summary>
    /// <param name="level">Probability that such intervals cover the true share, between 0 and 1.</param>
    public Interval Wilson(double level = UsualLevel)
    {
        var z = NormalDistribution.TwoSided(level);
        if (Trials == 0) return new(0, 1);
        double n = Trials, k = Successes;
        var centre = k + (z * z / 2);
        var half = z * Math.Sqrt((k * (n - k) / n) + (z * z / 4));
        return new(Math.Max(0, (centre - half) / (n + (z * z))), Math.Min(1, (centre + half) / (n + (z * z))));
    }

    /// <summary>
    /// Equal-tailed interval of the share under Jeffreys' prior Beta(1/2, 1/2), with its ends at 0 and 1 where k = 0 and k = n
    /// (Brown, Cai, DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16, 2001).
    /// </summary>
    /// <param name="level">Probability that the share lies in it, between 0 and 1.</param>
    public Interval Jeffreys(double level = UsualLevel)
    {
        var tail = (1 - level) / 2;
        var belief = new BetaDistribution(Successes + 0.5, Trials - Successes + 0.5);
        return new(Successes == 0 ? 0 : belief.Quantile(tail), Successes == Trials ? 1 : belief.Quantile(1 - tail));
    }

    /// <summary>How this rate compares with another one.</summary>
    public RateComparison Against(Rate other, double level = UsualLevel) => RateComparison.Between(this, other, level);
}
