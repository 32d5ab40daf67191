namespace Kith.Domain.Funnel;

/// <summary>Student's t distribution, for means of few values whose spread is only estimated.</summary>
public static class StudentDistribution
{
    /// <summary>
    /// Standard errors on either side that enclose that probability: 2.132 for 0.9 and 4 degrees of freedom. The share t² / (ν + t²) is
    /// Beta(1/2, ν/2) distributed (Abramowitz and Stegun 26.5.27).
    /// </summary>
    /// <param name="level">Between 0 and 1, both excluded.</param>
    /// <param name="degrees">Degrees of freedom ν, 1 or more.</param>
    public static double TwoSided(double level, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        var share = new BetaDistribution(0.5, degrees / 2.0).Quantile(level);
        return Math.Sqrt(degrees * share / (1 - share));
    }
}
