namespace Kith.Domain.Identity;

/// <summary>
/// The parameters of Fellegi and Sunter's model (1969): how often a level of a column occurs in pairs of one person (m) and of two (u); it
/// weighs ln(m / u). Two people are either strangers, whose columns may go along with each other (the town with the postal code), or near: a
/// family or a household shares a name and an address, and each of them has a given name and a birthday.
/// </summary>
internal sealed class Weights
{
    private readonly double[] logM;
    private readonly double[] logU;
    private readonly double[] logNear;
    internal double NearPrior { get; }
    private readonly Dependence dependence;

    internal Weights(double[] m, double[] u, double[] near, Dependence dependence, double prior, double nearPrior)
    {
        (M, U, Near, Prior, NearPrior, this.dependence) = (m, u, near, prior, nearPrior, dependence);
        (logM, logU, logNear) = (Logs(m), Logs(u), Logs(near));
    }

    internal double[] M { get; }

    internal double[] U { get; }

    internal double[] Near { get; }

    /// <summary>Logarithm of the odds that any two records are one person.</summary>
    internal double Prior { get; }

    internal static double Probability(double score) => 1 / (1 + Math.Exp(-score));

    /// <summary>Logarithm of the odds that two records are one person.</summary>
    internal double Score(ulong pattern) => Score(pattern, out _);

    /// <param name="near">The probability that two people with this pattern are near each other, and not strangers.</param>
    internal double Score(ulong pattern, out double near)
    {
        var (score, closeness) = (Prior, NearPrior);
        for (var (i, rest) = (0, pattern); rest != 0; i++, rest >>= Level.Bits)
        {
            var level = (int)(rest & (Level.Count - 1));
            if (level == 0) continue;
            var at = (i * Level.Count) + level;
            var u = dependence.LogU(pattern, i, level) ?? logU[at];
            score += logM[at] - u;
            closeness += logNear[at] - u;
        }
        near = Probability(closeness);
        return score - (closeness > 30 ? closeness : Math.Log(1 + Math.Exp(closeness)));
    }

    /// <summary>What a column adds to the score.</summary>
    internal double Of(ulong pattern, int column)
    {
        var level = Level.At(pattern, column);
        var at = (column * Level.Count) + level;
        return level == 0 ? 0 : logM[at] - (dependence.LogU(pattern, column, level) ?? logU[at]);
    }

    private static double[] Logs(double[] shares)
    {
        var logs = new double[shares.Length];
        for (var i = 0; i < logs.Length; i++)
            logs[i] = Math.Log(Math.Max(shares[i], 1e-300));
        return logs;
    }
}
