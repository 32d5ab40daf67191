namespace Kith.Domain.Paths;

/// <summary>
/// The strength of a tie as a whole number: -ln(strength) in steps of 1/4096. Products of strengths become sums that are exact, so that
/// two searches of one graph can never disagree by rounding.
/// </summary>
public static class TieCost
{
    /// <summary>Steps in one natural logarithm. A strength is kept to within 1/8192 of itself.</summary>
    public const int StepsPerNat = 4096;

    /// <summary>The weakest strength that can be told from a weaker one, about 1.1e-7.</summary>
    public static readonly double WeakestStrength = Strength(ushort.MaxValue);

    internal static ushort Of(float strength) => (ushort)Math.Min(Math.Round(-Math.Log(strength) * StepsPerNat), ushort.MaxValue);

    internal static double Strength(long cost) => Math.Exp(-(double)cost / StepsPerNat);
}
