namespace Kith.Domain.Forecast;

/// <summary>Seeded random draws: the same seed gives the same forecast on every machine and version of the runtime.</summary>
/// <param name="seed">Any number.</param>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>Uniform in (0,1): SplitMix64 (Steele, Lea, Flood 2014).</summary>
    internal double Uniform()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (((z ^ (z >> 31)) >> 11) + 0.5) / (1UL << 53);
        }
    }

    /// <summary>Standard normal (Box, Muller 1958).</summary>
    internal double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>Gamma with that shape and mean shape / rate (Marsaglia, Tsang 2000).</summary>
    internal double Gamma(double shape, double rate)
    {
        if (shape < 1)
            return Gamma(shape + 1, rate) * Math.Pow(Uniform(), 1 / shape);
        var d = shape - (1 / 3.0);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(Uniform()) < (x * x / 2) + (d * (1 - v + Math.Log(v))))
                return d * v / rate;
        }
    }

    /// <summary>Beta(a, b), from two gammas.</summary>
    internal double Beta(double a, double b) => Gamma(a, 1) is var one && Gamma(b, 1) is var other ? one / (one + other) : 0;
}
