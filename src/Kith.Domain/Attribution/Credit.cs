namespace Kith.Domain.Attribution;

/// <summary>How the credit for an outcome is shared among what led to it. None of them is the truth; where they agree, believe them.</summary>
public enum CreditRule
{
    /// <summary>The same for each.</summary>
    Equal,

    /// <summary>All to the first.</summary>
    First,

    /// <summary>All to the last.</summary>
    Last,

    /// <summary>Two fifths each to the first and the last, one fifth among those between.</summary>
    PositionWeighted,
}

/// <summary>Shares of one outcome in whole parts, so that they sum to exactly one.</summary>
public static class Credit
{
    /// <summary>The parts of one whole outcome.</summary>
    public const int Whole = 1_000_000;

    /// <summary>The parts of each touch of a chain, in its order; they sum to <see cref="Whole"/>, or are none for an empty chain.</summary>
    public static IReadOnlyList<int> Of(int touches, CreditRule rule)
    {
        if (touches == 0)
            return [];
        var weights = Enumerable.Range(0, touches).Select(at => Weight(at, touches, rule)).ToArray();
        var sum = weights.Sum();
        var parts = weights.Select(w => (int)(Whole * w / sum)).ToArray();
        // What does not divide goes to the earliest that have a share, one part each.
        var rest = Whole - parts.Sum();
        for (var at = 0; rest > 0; at = (at + 1) % touches)
            if (weights[at] > 0)
            {
                parts[at]++;
                rest--;
            }
        return parts;
    }

    /// <summary>The parts that each key gets over several outcomes; outcomes nothing is known to have led to count under the key for that.</summary>
    /// <param name="chains">The chain of each outcome.</param>
    /// <param name="rule">How each is shared.</param>
    /// <param name="key">What is credited: the tactic, the person or the event of a touch.</param>
    /// <param name="unknown">The key for outcomes without a chain.</param>
    public static IReadOnlyDictionary<T, int> Shared<T>(IEnumerable<IReadOnlyList<Touch>> chains, CreditRule rule, Func<Touch, T> key, T unknown)
        where T : notnull
    {
        var shares = new Dictionary<T, int>();
        foreach (var chain in chains)
        {
            if (chain.Count == 0)
                shares[unknown] = shares.GetValueOrDefault(unknown) + Whole;
            foreach (var (touch, parts) in chain.Zip(Of(chain.Count, rule)))
                shares[key(touch)] = shares.GetValueOrDefault(key(touch)) + parts;
        }
        return shares;
    }

    private static long Weight(int at, int touches, CreditRule rule) => rule switch
    {
        CreditRule.First => at == 0 ? 1 : 0,
        CreditRule.Last => at == touches - 1 ? 1 : 0,
        CreditRule.PositionWeighted when touches > 2 => at == 0 || at == touches - 1 ? 2L * (touches - 2) : 1,
        _ => 1,
    };
}
