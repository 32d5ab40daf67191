namespace Kith.Domain.Funnel;

/// <summary>The beta distribution: what is believed about a share after some successes and failures.</summary>
/// <param name="Alpha">Successes and the prior's, above 0.</param>
/// <param name="Beta">Failures and the prior's, above 0.</param>
public readonly record struct BetaDistribution(double Alpha, double Beta)
{
    private const int Terms = 500;

    private const double Tiny = 1e-300;

    /// <summary>The expected share, 0-1.</summary>
    public double Mean => Alpha / (Alpha + Beta);

    /// <summary>The regularised incomplete beta function I_x(α, β): the chance that the share is at most x (DLMF 8.17.22, continued fraction).</summary>
    public double Distribution(double x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        var front = Math.Exp((Alpha * Math.Log(x)) + (Beta * Math.Log(1 - x)) - LogBeta);
        // The fraction converges fast below the mean; above it the mirrored one does: I_x(a, b) = 1 - I_(1-x)(b, a).
        return x < (Alpha + 1) / (Alpha + Beta + 2)
            ? front * Fraction(Alpha, Beta, x) / Alpha
            : 1 - (front * Fraction(Beta, Alpha, 1 - x) / Beta);
    }

    /// <summary>The share that is not exceeded with that probability, 0-1: the inverse of <see cref="Distribution"/>.</summary>
    public double Quantile(double probability)
    {
        if (probability <= 0) return 0;
        if (probability >= 1) return 1;
        return Inverse.Of(Distribution, Density, probability, 0, 1, Mean);
    }

    private double LogBeta => GammaFunction.Log(Alpha) + GammaFunction.Log(Beta) - GammaFunction.Log(Alpha + Beta);

    private double Density(double x) => Math.Exp(((Alpha - 1) * Math.Log(x)) + ((Beta - 1) * Math.Log(1 - x)) - LogBeta);

    // Lentz's (1976) evaluation of the continued fraction.
    private static double Fraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var value = d;
        for (var m = 1; m < Terms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15) break;
        }
        return value;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
