namespace Kith.Domain.Paths;

/// <summary>Who can introduce one person to another, or to anyone of an organisation.</summary>
public static class WarmPaths
{
    /// <summary>
    /// The best paths by reach (exactly, none is left out), ordered by score. No path leads through a person twice, and each ends at the
    /// first target it meets. The same question to the same graph has always the same answer; paths of equal score lie in the order of
    /// their people.
    /// </summary>
    /// <param name="targets">One person, or several of whom anyone will do. The asking person among them is passed over.</param>
    public static IReadOnlyList<WarmPath> Between(TieGraph graph, int from, IReadOnlyCollection<int> targets, PathOptions? options = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Count, 1, nameof(options));
        if (options.Limit is { } limit && limit is < 1 or > PathOptions.MostTies)
            throw new ArgumentOutOfRangeException(nameof(options), $"A path has 1 to {PathOptions.MostTies} ties.");
        foreach (var person in targets.Prepend(from))
            if (person < 0 || person >= graph.People)
                throw new ArgumentOutOfRangeException(nameof(targets), $"There is no person {person}.");
        var buffers = graph.Rent();
        var found = Find(graph.View(), buffers, from, [.. targets.Where(t => t != from).Distinct().Order()], options);
        graph.Return(buffers);
        return found;
    }

    /// <summary>One target.</summary>
    public static IReadOnlyList<WarmPath> Between(TieGraph graph, int from, int target, PathOptions? options = null) => Between(graph, from, [target], options);

    private static List<WarmPath> Find(TieView view, SearchBuffers buffers, int from, int[] targets, PathOptions options)
    {
        var mutual = new MutualTies(view, buffers.Known, from);
        var paths = new List<WarmPath>();
        if (options.Limit is { } limit)
        {
            new BoundedSearch(view, buffers, from, limit).Run(targets, options.Count);
            mutual.Begin();
            foreach (var path in buffers.Best.Paths)
                paths.Add(mutual.Judge(path.People, path.Cost));
        }
        else
        {
            var search = new UnlimitedSearch(view, buffers.FromSource, buffers.FromTargets);
            var people = search.Run(from, targets);
            mutual.Begin();
            if (people.Length > 0)
                paths.Add(mutual.Judge(people, search.Cost));
        }
        paths.Sort(ByScore);
        return paths;
    }

    private static int ByScore(WarmPath one, WarmPath other)
    {
        var order = other.Score.CompareTo(one.Score);
        for (var i = 0; order == 0 && i < Math.Min(one.People.Count, other.People.Count); i++)
            order = one.People[i].CompareTo(other.People[i]);
        return order;
    }
}
