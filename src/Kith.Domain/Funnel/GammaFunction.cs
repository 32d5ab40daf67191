namespace Kith.Domain.Funnel;

/// <summary>The logarithm of the gamma function, on which the beta and gamma distributions rest.</summary>
public static class GammaFunction
{
    // Lanczos (1964), "A precision approximation of the gamma function", with Godfrey's (2001) coefficients for g = 7 and nine terms.
    private const double G = 7;

    private static readonly double[] Coefficients =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>ln Γ(x) for x &gt; 0, to about 14 digits (Lanczos 1964).</summary>
    public static double Log(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        // Euler's reflection: the sum is made for x of one half and more.
        if (x < 0.5)
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - Log(1 - x);
        var sum = Coefficients[0];
        for (var i = 1; i < Coefficients.Length; i++)
            sum += Coefficients[i] / (x - 1 + i);
        var t = x - 0.5 + G;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
