namespace Kith.Domain.Paths;

/// <summary>Two ties from a person in the middle to an end: over the fringe's person at that place.</summary>
internal readonly record struct Completion(int Cost, int Place);

/// <summary>The best ways from a person in the middle to one end, worked out once in a search.</summary>
internal sealed class Completions(int people)
{
    private readonly Labels slots = new(people, Math.Max(1, people));
    private readonly List<int> counts = [];
    private Completion[] pool = new Completion[64];
    private int most;

    /// <param name="count">Ways kept for one person: one more than the paths wanted, since one may lead through a person twice.</param>
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
        var neighbours = view.Neighbours(middle);
        var costs = view.Costs(middle);
        var heads = fringe.Heads;
        var found = 0;
        for (var i = 0; i < neighbours.Length && costs[i] + fringe.Cheapest < limit; i++)
        {
            var place = fringe.PlaceOf(neighbours[i]);
            if (place == Labels.None)
                continue;
            var cost = costs[i] + heads[place].Cost;
            if (cost >= limit)
                continue;
            found = Insert(ways, found, new(cost, place));
            if (found == ways.Length)
                limit = ways[^1].Cost;
        }
        return found;
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
