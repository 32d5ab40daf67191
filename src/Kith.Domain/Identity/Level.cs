namespace Kith.Domain.Identity;

/// <summary>
/// An agreement as the model counts it, four bits for each column: a shared value is told by how rare it is (1, the rarest, to 8), since a rare
/// one says more (Winkler's adjustment for frequencies).
/// </summary>
internal static class Level
{
    internal const int Bits = 4;

    internal const int Count = 1 << Bits;

    internal const int Rarities = 8;

    internal const int Different = Rarities + (int)Agreement.Different - 1;

    /// <summary>The level of an agreement other than <see cref="Agreement.Same"/>.</summary>
    internal static int Of(Agreement agreement) => agreement == Agreement.Missing ? 0 : Rarities + (int)agreement - 1;

    /// <summary>The level of a shared value.</summary>
    /// <param name="rarity">0, the rarest, to 7.</param>
    internal static int Shared(int rarity) => 1 + rarity;

    internal static bool IsShared(int level) => level is > 0 and <= Rarities;

    internal static Agreement Meaning(int level) =>
        level == 0 ? Agreement.Missing : IsShared(level) ? Agreement.Same : (Agreement)(level - Rarities + 1);

    internal static int At(ulong pattern, int column) => (int)((pattern >> (Bits * column)) & (Count - 1));

    internal static ulong Put(ulong pattern, int column, int level) =>
        (pattern & ~((ulong)(Count - 1) << (Bits * column))) | ((ulong)level << (Bits * column));
}
