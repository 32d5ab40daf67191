namespace Kith.Domain.Paths;

/// <summary>
/// The best loopless paths of at most four ties. It looks two ties far from both ends and meets in the middle; ties lie strongest first,
/// so that each look ends where nothing can beat the worst of the best paths so far. Short paths come first, because they lower that bound.
/// </summary>
internal readonly ref struct BoundedSearch(TieView view, SearchBuffers buffers, int from, int limit)
{
    // A look two ties far from the busier end spares most people in the middle a look of their own; with much more work there than at the
    // other end, or very much, it is not worth its cost. Both measured on 10,000,000 ties with heavy-tailed degrees.
    private const int FarLookTimes = 100, FarLookAtMost = 3_000_000;

    private const int TriedHeads = 4, TriedTies = 4;

    private readonly TieView view = view;
    private readonly BestPaths best = buffers.Best;
    private readonly PersonSet ends = buffers.Ends;

    /// <param name="targets">Each once, and not who asks.</param>
    internal void Run(ReadOnlySpan<int> targets, int count)
    {
        Begin(targets, count);
        if (limit == 1 || buffers.Near.Heads.IsEmpty || buffers.Far.Heads.IsEmpty)
            return;
        buffers.Near.Survey(view, ends);
        buffers.Far.Survey(view, ends);
        var isForward = buffers.Near.Work <= buffers.Far.Work;
        var (light, busy) = isForward ? (buffers.Near, buffers.Far) : (buffers.Far, buffers.Near);
        TwoTies(light, busy, isForward);
        if (limit > 2)
            ThreeTies(light, busy, isForward);
        if (limit > 3)
            FourTies(light, busy, isForward);
    }

    // A path ends at the first target it meets, so targets are nobody's connectors; nor is the person who asks.
    private void Begin(ReadOnlySpan<int> targets, int count)
    {
        best.Clear(count);
        ends.Clear();
        ends.Add(from);
        buffers.Near.Clear();
        buffers.Far.Clear();
        foreach (var target in targets)
            ends.Add(target);
        Look(buffers.Near, from, count, isFrom: true);
        foreach (var target in targets)
            Look(buffers.Far, target, count, isFrom: false);
    }

    private void Look(Fringe fringe, int end, int count, bool isFrom)
    {
        var neighbours = view.Neighbours(end);
        var costs = view.Costs(end);
        for (var i = 0; i < neighbours.Length; i++)
        {
            if (!ends.Has(neighbours[i]))
                fringe.Add(neighbours[i], costs[i], end, count);
            else if (isFrom)
                best.Offer(new(costs[i], end, -1, -1, -1, neighbours[i]));
        }
    }

    private void TwoTies(Fringe light, Fringe busy, bool isForward)
    {
        foreach (var head in light.Heads)
            if (busy.Has(head.Person))
                Offer(light, head, 0, -1, busy, busy.PlaceOf(head.Person), isForward);
    }

    private void ThreeTies(Fringe light, Fringe busy, bool isForward)
    {
        foreach (var head in light.Heads)
        {
            var floor = (long)head.Cost + busy.Cheapest;
            if (floor >= best.Bound)
                continue;
            var neighbours = view.Neighbours(head.Person);
            var costs = view.Costs(head.Person);
            for (var i = 0; i < neighbours.Length && floor + costs[i] < best.Bound; i++)
                if (busy.Has(neighbours[i]))
                    Offer(light, head, costs[i], -1, busy, busy.PlaceOf(neighbours[i]), isForward);
        }
    }

    private void FourTies(Fringe light, Fringe busy, bool isForward)
    {
        buffers.Completions.Clear(best.Most);
        Try(light, busy, isForward);
        var isFar = busy.Work < FarLookTimes * light.Work && busy.Work < FarLookAtMost;
        var cheapest = isFar ? LookFar(busy, light.CheapestPair) : busy.Cheapest;
        foreach (var head in light.Heads)
        {
            var floor = (long)head.Cost + cheapest;
            if (floor >= best.Bound)
                continue;
            var neighbours = view.Neighbours(head.Person);
            var costs = view.Costs(head.Person);
            for (var i = 0; i < neighbours.Length && floor + costs[i] < best.Bound; i++)
                if (!isFar || (long)head.Cost + costs[i] + buffers.Middle[neighbours[i]] < best.Bound)
                    Complete(light, head, costs[i], neighbours[i], busy, isForward);
        }
    }

    // A few paths that are likely to be good lower the bound before the long look.
    private void Try(Fringe light, Fringe busy, bool isForward)
    {
        foreach (var head in light.Heads[..Math.Min(light.Heads.Length, TriedHeads)])
        {
            var neighbours = view.Neighbours(head.Person);
            for (var i = 0; i < Math.Min(neighbours.Length, TriedTies); i++)
                Complete(light, head, view.Costs(head.Person)[i], neighbours[i], busy, isForward);
        }
    }

    private void Complete(Fringe light, EndTie head, int tie, int middle, Fringe busy, bool isForward)
    {
        if (ends.Has(middle))
            return;
        foreach (var way in buffers.Completions.Of(middle, view, busy, best.Bound - Math.Min(best.Bound, light.CheapestPair)))
        {
            if ((long)head.Cost + tie + way.Cost >= best.Bound)
                return;
            if (busy.Heads[way.Place].Person != head.Person)
                Offer(light, head, tie + way.Cost - busy.Heads[way.Place].Cost, middle, busy, way.Place, isForward);
        }
    }

    // Writes down the least cost of two ties from the busy end to everyone in the middle; tells the least of all.
    private int LookFar(Fringe busy, int othersAtLeast)
    {
        var (middle, cheapest) = (buffers.Middle, Labels.None);
        middle.Forget();
        foreach (var head in busy.Heads)
        {
            var floor = (long)head.Cost + othersAtLeast;
            if (floor >= best.Bound)
                continue;
            var neighbours = view.Neighbours(head.Person);
            var costs = view.Costs(head.Person);
            for (var i = 0; i < neighbours.Length && floor + costs[i] < best.Bound; i++)
            {
                var cost = head.Cost + costs[i];
                middle.Lower(neighbours[i], cost);
                if (cost < cheapest && !ends.Has(neighbours[i]))
                    cheapest = cost;
            }
        }
        return cheapest;
    }

    // Every target next to the person at either side makes a path of its own.
    private void Offer(Fringe light, EndTie head, int between, int middle, Fringe busy, int place, bool isForward)
    {
        for (var one = head; ; one = light.More[one.Next])
        {
            for (var other = busy.Heads[place]; one.Cost + between + other.Cost < best.Bound; other = busy.More[other.Next])
            {
                best.Offer(Path(one, middle, other, one.Cost + between + other.Cost, isForward));
                if (other.Next < 0)
                    break;
            }
            if (one.Next < 0)
                return;
        }
    }

    private static FoundPath Path(EndTie light, int middle, EndTie busy, int cost, bool isForward)
    {
        var (one, other) = isForward ? (light, busy) : (busy, light);
        return one.Person == other.Person ? new(cost, one.End, one.Person, -1, -1, other.End)
            : middle < 0 ? new(cost, one.End, one.Person, other.Person, -1, other.End)
            : new(cost, one.End, one.Person, middle, other.Person, other.End);
    }
}
