namespace Kith.Domain.Paths;

/// <summary>The arrays of a graph while a search runs: the ties of person p are those from starts[p] up to starts[p + 1], strongest first.</summary>
internal readonly ref struct TieView(ReadOnlySpan<int> starts, ReadOnlySpan<int> neighbours, ReadOnlySpan<ushort> costs)
{
    private readonly ReadOnlySpan<int> starts = starts;
    private readonly ReadOnlySpan<int> neighbours = neighbours;
    private readonly ReadOnlySpan<ushort> costs = costs;

    internal ReadOnlySpan<int> Starts => starts;

    internal int Degree(int person) => starts[person + 1] - starts[person];

    internal ReadOnlySpan<int> Neighbours(int person) => neighbours[starts[person]..starts[person + 1]];

    /// <summary>Ascending, and by the neighbour's number where equal.</summary>
    internal ReadOnlySpan<ushort> Costs(int person) => costs[starts[person]..starts[person + 1]];

    /// <summary>How many of the person's ties cost less than that.</summary>
    internal int CountBelow(int person, int cost)
    {
        var own = Costs(person);
        var (low, high) = (0, own.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = own[middle] < cost ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
