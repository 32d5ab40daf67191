namespace Kith.Domain.Paths;

/// <summary>
/// How much a connector can bring that the asking person does not already know, by the number of mutual ties. Moderately weak ties led
/// to more new jobs than both strangers and close friends, an inverted U with its top near ten mutual ties (Rajkumar, Saint-Jacques,
/// Bojinov, Brynjolfsson, Aral: A causal test of the strength of weak ties, Science 377, 2022). The curve is ours: the study gives the
/// top and the shape, not a formula.
/// </summary>
public static class Novelty
{
    /// <summary>Mutual ties of the best connector.</summary>
    public const int BestMutualTies = 10;

    /// <summary>What nobody falls below: a connector far from the best is worth a quarter, because a path that exists beats none.</summary>
    public const double Least = 0.25;

    /// <summary>
    /// From <see cref="Least"/> to 1: 0.25 + 0.75 exp(-d²/2), where d = ln((m + 1) / 11) is the distance from ten on a scale of
    /// ratios. No mutual tie gives 0.29, five give 0.87, ten 1, twenty 0.86, a hundred 0.31.
    /// </summary>
    public static double Of(int mutualTies)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mutualTies);
        var distance = Math.Log((mutualTies + 1.0) / (BestMutualTies + 1.0));
        return Least + ((1 - Least) * Math.Exp(-distance * distance / 2));
    }
}
