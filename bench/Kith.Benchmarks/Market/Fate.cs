namespace Kith.Benchmarks.Market;

/// <summary>
/// What would happen, decided beforehand: the same person asked for the n-th time answers alike whatever the order is, so that two orders
/// differ by what they choose and not by luck.
/// </summary>
internal readonly struct Fate(ulong seed)
{
    /// <summary>Uniform in (0,1) for a person, a question and how often it was asked (SplitMix64's finaliser).</summary>
    internal double Of(long person, Question question, int time)
    {
        unchecked
        {
            var z = (seed * 0x9E3779B97F4A7C15) ^ ((ulong)person * 0xD1B54A32D192ED03) ^ ((ulong)question * 0x8CB92BA72F3D8DD7) ^ ((ulong)time * 0xAEF17502108EF2D9);
            for (var i = 0; i < 2; i++)
            {
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                z ^= z >> 31;
            }
            return ((z >> 11) + 0.5) / (1UL << 53);
        }
    }

    /// <summary>Standard normal (Box, Muller 1958).</summary>
    internal double Normal(long person, Question question, int time) =>
        Math.Sqrt(-2 * Math.Log(Of(person, question, (2 * time) + 1))) * Math.Cos(2 * Math.PI * Of(person, question, (2 * time) + 2));
}

/// <summary>What is asked of fate.</summary>
internal enum Question
{
    Place,
    Decides,
    Title,
    Disposition,
    Closeness,
    Mutual,
    Past,
    Reply,
    Lag,
    Talk,
    Promise,
    TheirPromise,
    Kept,
    Leads,
    Referral,
    Hired,
    Offer,
    Accept,
    Order,
}
