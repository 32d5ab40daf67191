namespace Kith.Domain.Funnel;

/// <summary>The gamma distribution: what is believed about a weekly number after some weeks.</summary>
/// <param name="Shape">Events seen and the prior's, above 0.</param>
/// <param name="Rate">Weeks seen and the prior's, above 0.</param>
public readonly record struct GammaDistribution(double Shape, double Rate)
{
    private const int Terms = 1000;

    private const double Tiny = 1e-300;

    /// <summary>The expected number per week.</summary>
    public double Mean => Shape / Rate;

    /// <summary>The chance that the number is at most x: the regularised lower incomplete gamma function P(shape, rate x) (DLMF 8.11.4 and 8.9.2).</summary>
    public double Distribution(double x) => x <= 0 ? 0 : Lower(x * Rate);

    /// <summary>The number that is not exceeded with that probability: the inverse of <see cref="Distribution"/>.</summary>
    public double Quantile(double probability)
    {
        if (probability <= 0) return 0;
        if (probability >= 1) return double.PositiveInfinity;
        var high = Shape + 1;
        while (Lower(high) < probability) high *= 2;
        return Inverse.Of(Lower, Density, probability, 0, high, Shape) / Rate;
    }

    private double Lower(double x) => x < Shape + 1 ? Front(x) * Series(x) : 1 - (Front(x) * Fraction(x));

    private double Density(double x) => Front(x) / x;

    private double Front(double x) => Math.Exp((Shape * Math.Log(x)) - x - GammaFunction.Log(Shape));

    private double Series(double x)
    {
        var term = 1 / Shape;
        var sum = term;
        for (var n = 1; n < Terms && term > sum * 1e-16; n++)
        {
            term *= x / (Shape + n);
            sum += term;
        }
        return sum;
    }

    // Lentz's (1976) evaluation of the continued fraction of the upper tail.
    private double Fraction(double x)
    {
        var b = x + 1 - Shape;
        var c = 1 / Tiny;
        var d = 1 / b;
        var value = d;
        for (var n = 1; n < Terms; n++)
        {
            var a = -n * (n - Shape);
            b += 2;
            d = 1 / NotZero((a * d) + b);
            c = NotZero(b + (a / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15) break;
        }
        return value;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
