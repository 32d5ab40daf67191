namespace Kith.Domain.Funnel;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    // The published constants of algorithm AS 241, highest power first; 1 ends each denominator.
    private static readonly double[] CentreAbove =
        [2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608];

    private static readonly double[] CentreBelow =
        [5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1];

    private static readonly double[] SideAbove =
        [7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734];

    private static readonly double[] SideBelow =
        [1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1];

    private static readonly double[] TailAbove =
        [2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772];

    private static readonly double[] TailBelow =
        [2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1];

    /// <summary>The z that is not exceeded with that probability, to about 16 digits (Wichura, "Algorithm AS 241", Applied Statistics 37, 1988).</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    public static double Quantile(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        var fromHalf = probability - 0.5;
        if (Math.Abs(fromHalf) <= 0.425)
        {
            var centre = 0.180625 - (fromHalf * fromHalf);
            return fromHalf * Polynomial(CentreAbove, centre) / Polynomial(CentreBelow, centre);
        }
        var r = Math.Sqrt(-Math.Log(fromHalf < 0 ? probability : 1 - probability));
        var z = r <= 5
            ? Polynomial(SideAbove, r - 1.6) / Polynomial(SideBelow, r - 1.6)
            : Polynomial(TailAbove, r - 5) / Polynomial(TailBelow, r - 5);
        return fromHalf < 0 ? -z : z;
    }

    /// <summary>Standard deviations on either side that enclose that probability: 1.96 for 0.95.</summary>
    internal static double TwoSided(double level) => Quantile((1 + level) / 2);

    // Horner's rule.
    private static double Polynomial(double[] coefficients, double x)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients)
            sum = (sum * x) + coefficient;
        return sum;
    }
}
