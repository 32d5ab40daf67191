namespace Kith.Domain.Funnel;

/// <summary>What two rates allow to say about which is higher.</summary>
public enum Verdict
{
    /// <summary>The interval of the difference contains 0: chance alone may have made it.</summary>
    TooLittleToTell,

    /// <summary>The first is higher.</summary>
    Higher,

    /// <summary>The first is lower.</summary>
    Lower,
}

/// <summary>The difference of two independent rates, and whether it may be spoken of.</summary>
/// <param name="Difference">First share less second, -1 to 1; null when either has no trials.</param>
/// <param name="Interval">
/// Hybrid score interval of the difference (Newcombe, "Interval estimation for the difference between independent proportions",
/// Statistics in Medicine 17, 1998, method 10).
/// </param>
/// <param name="Verdict">Higher or lower only where the interval leaves 0 out.</param>
public readonly record struct RateComparison(double? Difference, Interval Interval, Verdict Verdict)
{
    /// <summary>The verdict in words.</summary>
    public string Text => Verdict switch
    {
        Verdict.Higher => "higher",
        Verdict.Lower => "lower",
        _ => "too little to tell",
    };

    internal static RateComparison Between(Rate one, Rate other, double level)
    {
        if (one.Share is not { } p || other.Share is not { } q)
            return new(null, new(-1, 1), Verdict.TooLittleToTell);
        var (a, b) = (one.Wilson(level), other.Wilson(level));
        var difference = p - q;
        var low = difference - double.Hypot(p - a.Low, b.High - q);
        var high = difference + double.Hypot(a.High - p, q - b.Low);
        return new(difference, new(low, high), low > 0 ? Verdict.Higher : high < 0 ? Verdict.Lower : Verdict.TooLittleToTell);
    }
}
