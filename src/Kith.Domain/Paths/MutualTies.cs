namespace Kith.Domain.Paths;

/// <summary>Counts whom the asking person and a connector both know.</summary>
internal readonly ref struct MutualTies(TieView view, PersonSet known, int from)
{
    private readonly TieView view = view;

    internal void Begin()
    {
        known.Clear();
        foreach (var neighbour in view.Neighbours(from))
            known.Add(neighbour);
    }

    internal WarmPath Judge(int[] people, long cost)
    {
        var reach = TieCost.Strength(cost);
        if (people.Length == 2)
            return new(people, reach, null, 1);
        var mutual = With(people[1]);
        return new(people, reach, mutual, Novelty.Of(mutual));
    }

    private int With(int connector)
    {
        var count = 0;
        foreach (var neighbour in view.Neighbours(connector))
            if (known.Has(neighbour))
                count++;
        return count;
    }
}
