using Kith.Domain.Paths;

namespace Kith.Tests.Paths;

/// <summary>Every path there is, tried one after the other: what the search is held against.</summary>
internal static class Everyone
{
    /// <summary>The reaches of the best paths of at most so many ties, best first.</summary>
    internal static List<double> Reaches(IReadOnlyList<Tie> ties, int from, IReadOnlyCollection<int> targets, int limit, int count)
    {
        var reaches = new List<double>();
        Walk([from], 1);
        return [.. reaches.OrderDescending().Take(count)];

        void Walk(List<int> path, double reach)
        {
            foreach (var (next, strength) in Known(path[^1]).Where(k => !path.Contains(k.Person)))
            {
                if (targets.Contains(next))
                    reaches.Add(reach * strength);
                else if (path.Count < limit)
                    Walk([.. path, next], reach * strength);
            }
        }

        IEnumerable<(int Person, double Strength)> Known(int person) => ties
            .Where(t => t.One != t.Other && (t.One == person || t.Other == person))
            .GroupBy(t => t.One == person ? t.Other : t.One, (other, between) => (other, (double)between.Max(t => t.Strength)));
    }
}
