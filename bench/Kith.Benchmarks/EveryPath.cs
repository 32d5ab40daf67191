namespace Kith.Benchmarks;

/// <summary>Tries every path of at most four ties, one after the other, and shares no code with what it checks.</summary>
internal sealed class EveryPath(TieLists ties, int wanted)
{
    private readonly List<double> best = [];
    private readonly Stack<int> path = new();

    /// <summary>The reaches of the best paths, best first.</summary>
    internal List<double> Reaches(PathQuery query)
    {
        best.Clear();
        var targets = query.Targets.Where(t => t != query.From).ToHashSet();
        var (from, to) = (query.From, targets);
        // Ties have no direction: from the quieter side there is less to try.
        if (targets.Count == 1 && ties.Around([query.From]) > ties.Around(targets))
            (from, to) = (targets.Single(), [query.From]);
        Walk(from, 1, 4, to, Towards(to, to), Towards(to, [.. to, .. to.SelectMany(t => ties[t]).Select(t => t.Person)]));
        return [.. best];
    }

    private void Walk(int person, double reach, int left, HashSet<int> to, Dictionary<int, List<(int Person, double Strength)>> last, Dictionary<int, List<(int Person, double Strength)>> lastButOne)
    {
        path.Push(person);
        // With one or two ties left, only ties that can still end at a target.
        foreach (var (next, strength) in left > 2 ? ties[person] : (left == 2 ? lastButOne : last).GetValueOrDefault(person, []))
        {
            if (to.Contains(next))
                Keep(reach * strength);
            else if (left > 1 && !path.Contains(next))
                Walk(next, reach * strength, left - 1, to, last, lastButOne);
        }
        path.Pop();
    }

    // For everybody, the ties that lead to one of these.
    private Dictionary<int, List<(int Person, double Strength)>> Towards(HashSet<int> to, HashSet<int> these)
    {
        var towards = new Dictionary<int, List<(int Person, double Strength)>>();
        foreach (var one in these)
            foreach (var (person, strength) in ties[one])
                if (!to.Contains(person))
                    (towards.TryGetValue(person, out var list) ? list : towards[person] = []).Add((one, strength));
        return towards;
    }

    private void Keep(double reach)
    {
        if (best.Count == wanted && reach <= best[^1])
            return;
        best.Add(reach);
        best.Sort((a, b) => b.CompareTo(a));
        if (best.Count > wanted)
            best.RemoveAt(wanted);
    }

    /// <summary>The reach and the ties of the best path of any length (Dijkstra 1959, from one side, as it stands in the textbook).</summary>
    internal (double Reach, int Ties) Longest(PathQuery query)
    {
        var targets = query.Targets.Where(t => t != query.From).ToHashSet();
        var (done, queue) = (new HashSet<int>(), new PriorityQueue<(int Person, double Reach, int Ties), double>());
        queue.Enqueue((query.From, 1, 0), -1);
        while (queue.TryDequeue(out var top, out _))
        {
            if (targets.Contains(top.Person))
                return (top.Reach, top.Ties);
            if (!done.Add(top.Person))
                continue;
            foreach (var (next, strength) in ties[top.Person])
                if (!done.Contains(next))
                    queue.Enqueue((next, top.Reach * strength, top.Ties + 1), -top.Reach * strength);
        }
        return (0, 0);
    }
}
