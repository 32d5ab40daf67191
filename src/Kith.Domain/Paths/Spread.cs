namespace Kith.Domain.Paths;

/// <summary>A person whose least cost from one side is known.</summary>
/// <param name="By">Where the person before on the way is, or -1.</param>
/// <param name="Tie">The next tie to follow from here.</param>
internal readonly record struct Settled(int Person, long Cost, int By, int Tie);

/// <summary>
/// One side of a bidirectional search (Dijkstra 1959; Pohl 1971). Of each settled person only the next strongest tie waits in the queue,
/// so that somebody with 100,000 ties costs no more than the ties that are followed.
/// </summary>
internal sealed class Spread(int people)
{
    private readonly Labels places = new(people, Math.Max(1, people));
    private readonly List<Settled> settled = [];
    private readonly PriorityQueue<int, long> next = new();

    internal int Count => settled.Count;

    internal bool IsDone => next.Count == 0;

    /// <summary>No person who is not settled costs less.</summary>
    internal long Frontier => next.TryPeek(out _, out var cost) ? cost : 0;

    internal Settled this[int place] => settled[place];

    internal void Clear()
    {
        places.Forget();
        settled.Clear();
        next.Clear();
    }

    internal int PlaceOf(int person) => places[person];

    internal int Settle(TieView view, int person, long cost, int by)
    {
        var place = settled.Count;
        places.Lower(person, place);
        settled.Add(new(person, cost, by, 0));
        if (view.Degree(person) > 0)
            next.Enqueue(place, cost + view.Costs(person)[0]);
        return place;
    }

    /// <summary>Follows the cheapest tie that waits; the place of the person it settled, or -1 where it led to nobody new.</summary>
    internal int Follow(TieView view)
    {
        next.TryPeek(out var place, out var cost);
        var (person, own, by, tie) = settled[place];
        settled[place] = new(person, own, by, tie + 1);
        var costs = view.Costs(person);
        if (tie + 1 < costs.Length)
            next.DequeueEnqueue(place, own + costs[tie + 1]);
        else
            next.Dequeue();
        var reached = view.Neighbours(person)[tie];
        return places.Has(reached) ? -1 : Settle(view, reached, cost, place);
    }

    /// <summary>The people from the place back to where this side began.</summary>
    internal IEnumerable<int> Back(int place)
    {
        for (; place >= 0; place = settled[place].By)
            yield return settled[place].Person;
    }
}
