namespace Kith.Domain.Paths;

/// <summary>Two ties from a person in the middle to an end: over the fringe's person at that place.</summary>
internal readonly record struct Completion(int Cost, int Place);

/// <summary>The best ways from a person in the middle to one end, worked out once in a search.</summary>
internal sealed class Completions(int people)
{
    // To look a label up is a step into the dark for the memory; to look through a list in order is not.
    private const long StepsPerLabel = 40, StepsPerHead = 100;

    private readonly Labels slots = new(people, Math.Max(1, people));
    private readonly List<int> counts = [];
    private Completion[] pool = new Completion[64];
    private int most;

    /// <param name="count">
    /// Ways kept for one person: as many as paths are wanted. One of them may lead back through the person it was come from, but then that
    /// person is next to both ends, and the path of two ties over them is as good.
    /// </param>
    internal void Clear(int count)
    {
        slots.Forget();
        counts.Clear();
        most = count;
    }

    /// <summary>Ways of less than the limit, best first. The limit may only fall during a search.</summary>
    internal ReadOnlySpan<Completion> Of(int middle, TieView view, Fringe fringe, int limit)
    {
        if (slots.Lower(middle, counts.Count))
        {
            if ((counts.Count + 1) * most > pool.Length)
                Array.Resize(ref pool, 2 * pool.Length + most);
            counts.Add(Find(pool.AsSpan(counts.Count * most, most), middle, view, fringe, limit));
        }
        var slot = slots[middle];
        return pool.AsSpan(slot * most, counts[slot]);
    }

    private static int Find(Span<Completion> ways, int middle, TieView view, Fringe fringe, int limit)
    {
        // Only so many ties are strong enough.
        var neighbours = view.Neighbours(middle)[..view.CountBelow(middle, limit - Math.Min(limit, fringe.Cheapest))];
        return fringe.Work + (fringe.Heads.Length * StepsPerHead) < neighbours.Length * StepsPerLabel
            ? FindFromFringe(ways, middle, view, fringe, limit)
            : FindFromMiddle(ways, neighbours, view.Costs(middle), fringe, limit);
    }

    private static int FindFromMiddle(Span<Completion> ways, ReadOnlySpan<int> neighbours, ReadOnlySpan<ushort> costs, Fringe fringe, int limit)
    {
        var heads = fringe.Heads;
        var found = 0;
        for (var i = 0; i < neighbours.Length && costs[i] + fringe.Cheapest < limit; i++)
        {
            if (!fringe.Has(neighbours[i]))
                continue;
            var place = fringe.PlaceOf(neighbours[i]);
            Take(ways, ref found, ref limit, new(costs[i] + heads[place].Cost, place));
        }
        return found;
    }

    private static int FindFromFringe(Span<Completion> ways, int middle, TieView view, Fringe fringe, int limit)
    {
        var heads = fringe.Heads;
        var found = 0;
        for (var place = 0; place < heads.Length; place++)
            if (view.Neighbours(heads[place].Person).IndexOf(middle) is var tie and >= 0)
                Take(ways, ref found, ref limit, new(view.Costs(heads[place].Person)[tie] + heads[place].Cost, place));
        return found;
    }

    private static void Take(Span<Completion> ways, ref int found, ref int limit, Completion way)
    {
        if (way.Cost >= limit)
            return;
        found = Insert(ways, found, way);
        if (found == ways.Length)
            limit = ways[^1].Cost;
    }

    private static int Insert(Span<Completion> ways, int found, Completion way)
    {
        var at = found == ways.Length ? found - 1 : found;
        for (; at > 0 && ways[at - 1].Cost > way.Cost; at--)
            ways[at] = ways[at - 1];
        ways[at] = way;
        return Math.Min(found + 1, ways.Length);
    }
}
