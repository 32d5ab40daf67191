namespace Kith.Domain.Maps;

/// <summary>
/// Finds the circles people move in: groups whose members have more neighbours in common with each other than with others. A neighbour is somebody known
/// or the organisation where one works. Labels spread along ties until nobody changes (Raghavan, Albert, Kumara, "Near linear time algorithm to detect
/// community structures in large-scale networks", Physical Review E 76, 2007); here a tie weighs more with each neighbour in common, and order and equal
/// weights are settled by number, so that the same people lie always in the same circles.
/// </summary>
public static class Circles
{
    // Labels settle within few rounds; the limit only ends what would swing for ever.
    private const int MostRounds = 30;

    /// <summary>The circle of each person, numbered from 0 so that those that know each other best are neighbours; the largest is first.</summary>
    /// <param name="people">Who.</param>
    /// <param name="organisations">How many organisations there are.</param>
    /// <param name="ties">Who knows whom.</param>
    public static int[] Of(IReadOnlyList<MapPerson> people, int organisations, IReadOnlyCollection<MapTie> ties)
    {
        var neighbours = Neighbours(people, organisations, ties);
        var labels = Spread(neighbours);
        var order = Order(people.Count, labels, neighbours);
        return [.. Enumerable.Range(0, people.Count).Select(p => order[labels[p]])];
    }

    // People first, then organisations; each list by number.
    private static (int Node, double Weight)[][] Neighbours(IReadOnlyList<MapPerson> people, int organisations, IReadOnlyCollection<MapTie> ties)
    {
        var known = Enumerable.Range(0, people.Count + organisations).Select(_ => new SortedDictionary<int, double>()).ToArray();
        void Join(int one, int other, double strength)
        {
            known[one][other] = Math.Max(strength, known[one].GetValueOrDefault(other));
            known[other][one] = known[one][other];
        }
        foreach (var tie in ties.Where(t => t.One != t.Other))
            Join(tie.One, tie.Other, tie.Strength);
        foreach (var (person, at) in people.Index().Where(p => p.Item.Organisation is not null).Select(p => (p.Index, p.Item.Organisation!.Value)))
            Join(person, people.Count + at, 1);
        int[][] sorted = [.. known.Select(k => k.Keys.ToArray())];
        return [.. known.Select((k, one) => k.Select(n => (n.Key, n.Value * (1 + Common(sorted[one], sorted[n.Key])))).ToArray())];
    }

    private static int Common(int[] one, int[] other)
    {
        var (common, i, j) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var order = one[i].CompareTo(other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    private static int[] Spread((int Node, double Weight)[][] neighbours)
    {
        int[] labels = [.. Enumerable.Range(0, neighbours.Length)];
        var weights = new Dictionary<int, double>();
        for (var (round, changed) = (0, true); changed && round < MostRounds; round++)
        {
            changed = false;
            for (var node = 0; node < labels.Length; node++)
            {
                weights.Clear();
                foreach (var (neighbour, weight) in neighbours[node])
                    weights[labels[neighbour]] = weights.GetValueOrDefault(labels[neighbour]) + weight;
                if (weights.Count == 0)
                    continue;
                var most = weights.Values.Max();
                var best = weights.GetValueOrDefault(labels[node]) >= most ? labels[node] : weights.Where(w => w.Value >= most).Min(w => w.Key);
                changed |= best != labels[node];
                labels[node] = best;
            }
        }
        return labels;
    }

    // From the largest on always to the one it has most to do with; where there is none left, to the largest of the rest.
    private static Dictionary<int, int> Order(int people, int[] labels, (int Node, double Weight)[][] neighbours)
    {
        var between = new Dictionary<int, Dictionary<int, double>>();
        for (var node = 0; node < labels.Length; node++)
            foreach (var (neighbour, weight) in neighbours[node].Where(n => labels[n.Node] != labels[node]))
            {
                var links = between.TryGetValue(labels[node], out var found) ? found : between[labels[node]] = [];
                links[labels[neighbour]] = links.GetValueOrDefault(labels[neighbour]) + weight;
            }
        var bySize = labels.Take(people).CountBy(l => l).OrderByDescending(l => l.Value).ThenBy(l => l.Key).Select(l => l.Key).ToList();
        var inhabited = bySize.ToHashSet();
        var order = new Dictionary<int, int>();
        foreach (var largest in bySize)
            for (int? next = order.ContainsKey(largest) ? null : largest; next is { } label; next = Next(label))
                order[label] = order.Count;
        return order;

        int? Next(int label) => between.GetValueOrDefault(label)?.Where(l => inhabited.Contains(l.Key) && !order.ContainsKey(l.Key))
            .OrderByDescending(l => l.Value).ThenBy(l => l.Key).Select(l => (int?)l.Key).FirstOrDefault();
    }
}
