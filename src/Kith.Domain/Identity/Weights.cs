namespace Kith.Domain.Identity;

/// <summary>
/// The parameters of Fellegi and Sunter's model (1969): how often a level of a column occurs in pairs of one person (m) and of two (u); it
/// weighs ln(m / u). Where another column is shared that goes along with this one (the town with the postal code), u is what it is then.
/// </summary>
internal sealed class Weights
{
    private readonly int columns;
    private readonly double[] logM;
    private readonly double[] logU;
    private readonly Dependence dependence;

    internal Weights(double[] m, double[] u, Dependence dependence, double prior)
    {
        (M, U, Prior, this.dependence) = (m, u, prior, dependence);
        (logM, logU, columns) = (Logs(m), Logs(u), m.Length / Level.Count);
    }

    internal double[] M { get; }

    internal double[] U { get; }

    /// <summary>Logarithm of the odds that any two records are one person.</summary>
    internal double Prior { get; }

    internal static double Probability(double score) => 1 / (1 + Math.Exp(-score));

    /// <summary>Logarithm of the odds that two records are one person.</summary>
    internal double Score(ulong pattern)
    {
        var score = Prior;
        for (var i = 0; i < columns; i++)
            if (Level.At(pattern, i) > 0)
                score += Of(pattern, i);
        return score;
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
