namespace Kith.Domain.Funnel;

/// <summary>Finds where a distribution function reaches a probability.</summary>
internal static class Inverse
{
    private const int Steps = 200;

    private const double Precision = 1e-13;

    /// <summary>Newton's method, which halves the bracket wherever a step would leave it; low and high must enclose the answer.</summary>
    internal static double Of(Func<double, double> distribution, Func<double, double> density, double probability, double low, double high, double guess)
    {
        var x = guess;
        for (var i = 0; i < Steps; i++)
        {
            var miss = distribution(x) - probability;
            if (miss > 0) high = x;
            else low = x;
            var next = x - (miss / density(x));
            if (!(next > low && next < high)) next = (low + high) / 2;
            if (Math.Abs(next - x) <= Precision * x) return next;
            x = next;
        }
        return x;
    }
}
