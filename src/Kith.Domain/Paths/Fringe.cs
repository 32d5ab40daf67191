namespace Kith.Domain.Paths;

/// <summary>A tie from one end of a search to a person next to it.</summary>
/// <param name="Next">Where in <see cref="Fringe.More"/> the next best tie of that person to an end is, or -1.</param>
internal readonly record struct EndTie(int Person, int Cost, int End, int Next);

/// <summary>The people next to one end of a search (the asking person, or the targets), who are not ends themselves.</summary>
internal sealed class Fringe(int people)
{
    // Beyond that many people their degrees are estimated from a part of them.
    private const int Surveyed = 1024;

    private readonly PersonSet members = new(people);
    private readonly int[] places = new int[people];
    private EndTie[] heads = new EndTie[64];
    private EndTie[] more = [];
    private int count, moreCount;

    /// <summary>Each person once, with the strongest tie to an end.</summary>
    internal ReadOnlySpan<EndTie> Heads => heads.AsSpan(0, count);

    /// <summary>Further ties of the same people to other ends.</summary>
    internal ReadOnlySpan<EndTie> More => more.AsSpan(0, moreCount);

    /// <summary>The cost of the strongest tie.</summary>
    internal int Cheapest { get; private set; }

    /// <summary>No two ties from an end lead on to anyone for less.</summary>
    internal int CheapestPair { get; private set; }

    /// <summary>About how many ties the people of the fringe have.</summary>
    internal long Work { get; private set; }

    internal void Clear()
    {
        members.Clear();
        (count, moreCount, Cheapest) = (0, 0, Labels.None);
    }

    internal bool Has(int person) => members.Has(person);

    /// <summary>Where among the heads somebody is who is there.</summary>
    internal int PlaceOf(int person) => places[person];

    /// <param name="most">Ties kept for one person; further ones cannot belong to the best paths.</param>
    internal void Add(int person, int cost, int end, int most)
    {
        Cheapest = Math.Min(Cheapest, cost);
        if (!members.Add(person))
        {
            Chain(places[person], new(person, cost, end, -1), most);
            return;
        }
        places[person] = count;
        Append(ref heads, ref count, new(person, cost, end, -1));
    }

    /// <summary>Looks one tie further, to know what it costs to go on from here.</summary>
    internal void Survey(TieView view, PersonSet ends)
    {
        var step = 1 + (count / Surveyed);
        (Work, CheapestPair) = (0, step > 1 ? Cheapest : Labels.None);
        for (var i = 0; i < count; i += step)
        {
            Work += (long)view.Degree(heads[i].Person) * step;
            if (step == 1)
                CheapestPair = Math.Min(CheapestPair, Onward(view, heads[i], ends));
        }
    }

    private static int Onward(TieView view, EndTie head, PersonSet ends)
    {
        var neighbours = view.Neighbours(head.Person);
        for (var i = 0; i < neighbours.Length; i++)
            if (!ends.Has(neighbours[i]))
                return head.Cost + view.Costs(head.Person)[i];
        return Labels.None;
    }

    // Ascending by cost; the target named first goes first among equals.
    private void Chain(int place, EndTie tie, int most)
    {
        if (tie.Cost < heads[place].Cost)
            (heads[place], tie) = (tie with { Next = heads[place].Next }, heads[place] with { Next = -1 });
        var (before, next) = (-1, heads[place].Next);
        for (var rank = 1; next >= 0 && more[next].Cost <= tie.Cost; rank++)
        {
            if (rank == most)
                return;
            (before, next) = (next, more[next].Next);
        }
        if (before < 0)
            heads[place] = heads[place] with { Next = moreCount };
        else
            more[before] = more[before] with { Next = moreCount };
        Append(ref more, ref moreCount, tie with { Next = next });
    }

    private static void Append(ref EndTie[] ties, ref int count, EndTie tie)
    {
        if (count == ties.Length)
            Array.Resize(ref ties, Math.Max(16, 2 * count));
        ties[count++] = tie;
    }
}
