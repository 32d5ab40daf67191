namespace Kith.Domain.Paths;

/// <summary>Whether the bytes of a graph hold what searches rely on, so that a damaged or forged file is refused when it is opened.</summary>
internal static class TieCheck
{
    internal static void Refuse(TieLayout layout, ReadOnlySpan<byte> bytes)
    {
        var starts = layout.View(bytes).Starts;
        if (starts[0] != 0 || starts[^1] != layout.Directed)
            throw TieLayout.Damaged("its ties do not add up");
        for (var person = 0; person < layout.People; person++)
            if (starts[person] > starts[person + 1])
                throw TieLayout.Damaged("its ties overlap");
        var view = layout.View(bytes);
        var balance = 0UL;
        for (var person = 0; person < layout.People; person++)
            balance = unchecked(balance + Ties(view, person, layout.People));
        // Each tie was added from its one end and taken off from its other.
        if (balance != 0)
            throw TieLayout.Damaged("a tie has one end only");
    }

    private static ulong Ties(TieView view, int person, int people)
    {
        var neighbours = view.Neighbours(person);
        var costs = view.Costs(person);
        var (balance, before) = (0UL, -1L);
        for (var i = 0; i < neighbours.Length; i++)
        {
            var (neighbour, cost) = (neighbours[i], costs[i]);
            if (neighbour < 0 || neighbour >= people || neighbour == person || Place(cost, neighbour) <= before)
                throw TieLayout.Damaged($"the ties of person {person} are out of order");
            before = Place(cost, neighbour);
            balance = unchecked(neighbour > person ? balance + Mix(person, neighbour, cost) : balance - Mix(neighbour, person, cost));
        }
        return balance;
    }

    private static long Place(ushort cost, int neighbour) => ((long)cost << 32) | (uint)neighbour;

    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014) spreads a tie over 64 bits.
    private static ulong Mix(int low, int high, ushort cost)
    {
        unchecked
        {
            var z = (((ulong)low << 32) | (uint)high) + (cost * 0x9E3779B97F4A7C15UL);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
