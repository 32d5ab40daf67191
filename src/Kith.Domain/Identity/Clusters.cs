namespace Kith.Domain.Identity;

/// <summary>Joins linked records to people, the surest link first, and not where the two groups contradict each other on the whole.</summary>
internal sealed class Clusters
{
    // Of large groups only some pairs are asked.
    private const int Asked = 64;

    // One pair, however sure, does not outvote all others.
    private const double Voice = 15;

    private readonly int[] parent;
    private readonly List<int>?[] members;
    private readonly Corpus corpus;
    private readonly Weights weights;
    private readonly double guard;

    internal Clusters(Corpus corpus, Weights weights, double guard)
    {
        (this.corpus, this.weights, this.guard) = (corpus, weights, guard);
        parent = new int[corpus.Count];
        members = new List<int>?[corpus.Count];
        for (var i = 0; i < parent.Length; i++)
            parent[i] = i;
    }

    internal void Join(List<Link> links)
    {
        links.Sort(static (x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        foreach (var link in links)
        {
            var (a, b) = (Root(link.A), Root(link.B));
            if (a == b || !Agree(Members(a), Members(b))) continue;
            var (large, small) = Members(a).Count >= Members(b).Count ? (a, b) : (b, a);
            Members(large).AddRange(Members(small));
            members[small] = null;
            parent[small] = large;
        }
    }

    internal IEnumerable<List<int>> Groups()
    {
        for (var i = 0; i < members.Length; i++)
            if (parent[i] == i && members[i] is { Count: > 1 } group)
            {
                group.Sort();
                yield return group;
            }
    }

    private bool Agree(List<int> a, List<int> b)
    {
        if (a.Count == 1 && b.Count == 1)
            return true;
        var (sum, asked) = (0.0, 0);
        var step = Math.Max(1, a.Count * b.Count / Asked);
        for (var k = 0; k < a.Count * b.Count; k += step)
        {
            var (x, y) = (a[k / b.Count], b[k % b.Count]);
            var pattern = Pairs.Compare(corpus, x, y);
            if (Decisions.AreTwo(corpus, pattern, corpus.Records[x].Source, corpus.Records[y].Source))
                return false;
            sum += Math.Clamp(weights.Score(pattern), -Voice, Voice);
            asked++;
        }
        return sum / asked >= guard;
    }

    private List<int> Members(int root) => members[root] ??= [root];

    private int Root(int i)
    {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    }
}
