namespace Kith.Domain.Funnel;

/// <summary>A relationship as the portfolio counts it.</summary>
/// <param name="Strength">0-100; null where it is not known.</param>
/// <param name="IsDormant">True after three years of silence.</param>
/// <param name="Organisation">Where they work now.</param>
public sealed record Held(double? Strength, bool IsDormant, Guid? Organisation);

/// <summary>What the user's relationships are made of: strong, moderate, weak and dormant ties, and over how many places they are spread.</summary>
/// <param name="Strong">Strength 60 and above.</param>
/// <param name="Moderate">Strength 20 to below 60.</param>
/// <param name="Weak">Below 20.</param>
/// <param name="Dormant">Silent for three years or more, whatever their strength was.</param>
/// <param name="Places">Different organisations among those who have one.</param>
/// <param name="Placed">People whose organisation is known.</param>
/// <param name="Diversity">Simpson's index: the chance that two of them work at different places (Simpson, "Measurement of diversity", Nature 163, 1949), 0-1; null of fewer than two.</param>
public sealed record Portfolio(int Strong, int Moderate, int Weak, int Dormant, int Places, int Placed, double? Diversity)
{
    /// <summary>From here on a tie is strong: five-step bars show it with four or five.</summary>
    public const double StrongFrom = 60;

    /// <summary>From here on a tie is moderate.</summary>
    public const double ModerateFrom = 20;

    /// <summary>Everybody in it.</summary>
    public int Total => Strong + Moderate + Weak + Dormant;

    /// <summary>Counts it.</summary>
    public static Portfolio Of(IReadOnlyCollection<Held> ties)
    {
        var awake = ties.Where(t => !t.IsDormant).ToList();
        var places = ties.Where(t => t.Organisation is not null).GroupBy(t => t.Organisation).Select(g => g.Count()).ToList();
        long placed = places.Sum();
        return new(
            awake.Count(t => t.Strength >= StrongFrom), awake.Count(t => t.Strength is >= ModerateFrom and < StrongFrom), awake.Count(t => t.Strength is null or < ModerateFrom), ties.Count - awake.Count,
            places.Count, (int)placed, placed < 2 ? null : 1 - (places.Sum(n => (double)n * (n - 1)) / (placed * (placed - 1))));
    }
}
