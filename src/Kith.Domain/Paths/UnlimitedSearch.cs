namespace Kith.Domain.Paths;

/// <summary>The one best path of any length, searched from both ends until the two sides cannot meet for less.</summary>
internal ref struct UnlimitedSearch(TieView view, Spread source, Spread targets)
{
    private readonly TieView view = view;
    private int fromSource = -1, fromTargets = -1;

    internal long Cost { get; private set; } = long.MaxValue;

    internal int[] Run(int from, ReadOnlySpan<int> to)
    {
        source.Clear();
        targets.Clear();
        foreach (var target in to)
            targets.Settle(view, target, 0, -1);
        Meet(source, source.Settle(view, from, 0, -1), targets, isSource: true);
        while (!source.IsDone && !targets.IsDone && source.Frontier + targets.Frontier < Cost)
        {
            // The side that has seen fewer people (Pohl 1971): one that begins with a weak tie would let the other flood the graph.
            var isSource = source.Count <= targets.Count;
            var (here, there) = isSource ? (source, targets) : (targets, source);
            if (here.Follow(view) is var place and >= 0)
                Meet(here, place, there, isSource);
        }
        return fromSource < 0 ? [] : People();
    }

    // Whoever is settled looks for people whom the other side has settled. Without it the sides could pass each other on one tie.
    private void Meet(Spread here, int place, Spread there, bool isSource)
    {
        var (person, cost, _, _) = here[place];
        if (there.PlaceOf(person) is var same and not Labels.None)
            Keep(cost + there[same].Cost, place, same, isSource);
        var neighbours = view.Neighbours(person);
        var costs = view.Costs(person);
        for (var i = 0; i < neighbours.Length && cost + costs[i] < Cost; i++)
            if (there.PlaceOf(neighbours[i]) is var other and not Labels.None)
                Keep(cost + costs[i] + there[other].Cost, place, other, isSource);
    }

    private void Keep(long cost, int here, int there, bool isSource)
    {
        if (cost < Cost)
            (Cost, fromSource, fromTargets) = isSource ? (cost, here, there) : (cost, there, here);
    }

    private readonly int[] People()
    {
        var isOnePerson = source[fromSource].Person == targets[fromTargets].Person;
        return [.. source.Back(fromSource).Reverse(), .. targets.Back(fromTargets).Skip(isOnePerson ? 1 : 0)];
    }
}
