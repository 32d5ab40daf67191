namespace Kith.Domain.Funnel;

/// <summary>So many in so many hours, or for so much money: a count over an exposure, with what that tells.</summary>
/// <param name="Count">How many came of it, 0 or more.</param>
/// <param name="Exposure">Hours given, or units of the user's currency spent; 0 where none is known.</param>
public readonly record struct Yield(int Count, double Exposure)
{
    /// <summary>How many for one hour or one unit; null where no exposure is known.</summary>
    public double? PerUnit => Exposure > 0 ? Count / Exposure : null;

    /// <summary>Exact interval of the rate of a Poisson count (Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28, 1936); null where no exposure is known.</summary>
    /// <param name="level">Probability that such intervals cover the true rate, between 0 and 1.</param>
    public Interval? Range(double level = Rate.UsualLevel)
    {
        if (Exposure <= 0)
            return null;
        var tail = (1 - level) / 2;
        return new(
            Count == 0 ? 0 : new GammaDistribution(Count, 1).Quantile(tail) / Exposure,
            new GammaDistribution(Count + 1, 1).Quantile(1 - tail) / Exposure);
    }
}
