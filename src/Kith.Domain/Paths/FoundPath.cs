namespace Kith.Domain.Paths;

/// <summary>A path of at most four ties; who is not needed is -1.</summary>
internal readonly record struct FoundPath(int Cost, int From, int First, int Second, int Third, int Target) : IComparable<FoundPath>
{
    internal int[] People => [.. new[] { From, First, Second, Third, Target }.Where(p => p >= 0)];

    private int Asked => (First < 0 ? 0 : 1) + (Second < 0 ? 0 : 1) + (Third < 0 ? 0 : 1);

    /// <summary>By cost, then fewer people, then their numbers.</summary>
    public int CompareTo(FoundPath other) =>
        (Cost, Asked, First, Second, Third, Target).CompareTo((other.Cost, other.Asked, other.First, other.Second, other.Third, other.Target));
}

/// <summary>The best paths found so far, in order.</summary>
internal sealed class BestPaths
{
    private readonly List<FoundPath> paths = [];

    /// <summary>Paths wanted.</summary>
    internal int Most { get; private set; }

    internal IReadOnlyList<FoundPath> Paths => paths;

    /// <summary>What a further path must cost less than.</summary>
    internal int Bound { get; private set; }

    internal void Clear(int count)
    {
        paths.Clear();
        (Most, Bound) = (count, int.MaxValue);
    }

    /// <summary>Keeps the path if it is among the best, and once if it is offered twice.</summary>
    internal void Offer(FoundPath path)
    {
        if (path.Cost >= Bound)
            return;
        var place = paths.BinarySearch(path);
        if (place >= 0)
            return;
        paths.Insert(~place, path);
        if (paths.Count > Most)
            paths.RemoveAt(Most);
        if (paths.Count == Most)
            Bound = paths[^1].Cost;
    }
}
