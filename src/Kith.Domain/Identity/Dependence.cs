namespace Kith.Domain.Identity;

/// <summary>
/// How columns go along with each other among pairs of two people: the town follows from the postal code, and a rare family name is shared by
/// relatives who share an address as well. Learnt from pairs that share a value of a column, less those that are one person.
/// </summary>
internal sealed class Dependence
{
    private const int Asked = 400;

    // What is seen on so many pairs counts as much as what holds for all.
    private const double Belief = 8;

    // The columns, and the whole name: who shares both names often shares what is made of them, such as an e-mail address.
    private readonly int parents;
    private readonly int columns;
    private readonly int givenName;
    private readonly int familyName;
    private readonly int[] place;
    private readonly int[] keptBy;
    private readonly List<ulong>[] samples;
    private readonly double[] logU;
    private readonly double[] strength;

    /// <param name="totals">How many of all pairs are at each level of each column.</param>
    internal Dependence(Corpus corpus, double[] totals)
    {
        columns = corpus.Columns.Length;
        (givenName, familyName) = (corpus.Given, corpus.Family);
        parents = givenName >= 0 && familyName >= 0 ? columns + 1 : columns;
        place = Order(totals);
        keptBy = new int[parents];
        for (var i = 0; i < columns; i++)
            keptBy[i] = Expectation.IsKept(corpus.Columns[i].Kind) ? 1 : 0;
        if (parents > columns)
            keptBy[columns] = 2;
        samples = new List<ulong>[parents * Level.Rarities];
        logU = new double[columns * parents * Level.Rarities * Level.Count];
        strength = new double[columns * parents * Level.Rarities];
        for (var i = 0; i < columns; i++)
            Sample(corpus, i, corpus.Columns[i].Members(corpus.Count));
        if (parents > columns)
            Sample(corpus, columns, Namesakes(corpus));
    }

    /// <summary>Learns anew what two people share.</summary>
    /// <param name="apart">How sure it is that a pair is two people, who share so many things a person keeps because of how the pair was found.</param>
    internal void Learn(Func<ulong, int, double> apart, double[] u)
    {
        var counts = new double[columns * Level.Count];
        for (var given = 0; given < parents; given++)
            for (var rarity = 0; rarity < Level.Rarities; rarity++)
            {
                if (samples[(given * Level.Rarities) + rarity] is not { Count: > 0 } sample) continue;
                Array.Clear(counts);
                foreach (var pattern in sample)
                {
                    var two = apart(pattern, keptBy[given]);
                    if (two < 1e-6) continue;
                    for (var i = 0; i < columns; i++)
                        counts[(i * Level.Count) + Level.At(pattern, i)] += two;
                }
                for (var i = 0; i < columns; i++)
                    if (place[i] > place[given])
                        Set(i, given, rarity, counts.AsSpan(i * Level.Count, Level.Count), u.AsSpan(i * Level.Count, Level.Count));
            }
    }

    /// <summary>ln u of a level, given the shared column that explains it best; null when there is none.</summary>
    internal double? LogU(ulong pattern, int column, int level)
    {
        var (best, most) = (-1, 0.0);
        for (var given = 0; given < parents; given++)
        {
            var other = given < columns ? (int)((pattern >> (Level.Bits * given)) & (Level.Count - 1)) : Whole(pattern);
            if (!Level.IsShared(other)) continue;
            var at = (((column * parents) + given) * Level.Rarities) + other - 1;
            if (strength[at] > most) (best, most) = (at, strength[at]);
        }
        return best < 0 ? null : logU[(best * Level.Count) + level];
    }

    private void Set(int column, int given, int rarity, ReadOnlySpan<double> counts, ReadOnlySpan<double> u)
    {
        var at = (((column * parents) + given) * Level.Rarities) + rarity;
        var (seen, more) = (0.0, 0.0);
        for (var level = 1; level < Level.Count; level++)
            seen += counts[level];
        var alike = 0.0;
        for (var level = 1; level < Level.Different; level++)
        {
            alike += counts[level];
            more += u[level];
        }
        // One pair more or less is chance.
        var keep = Math.Max(0, alike - 1) / Math.Max(1e-9, alike);
        for (var level = 1; level < Level.Count; level++)
        {
            var count = level < Level.Different ? counts[level] * keep : counts[level];
            logU[(at * Level.Count) + level] = Math.Log(Math.Max(1e-300, (count + (Belief * u[level])) / (seen + Belief)));
        }
        var share = ((alike * keep) + (Belief * more)) / (seen + Belief);
        strength[at] = share > more ? share : 0;
    }

    // What is shared often stands first: the others are told by what they add to it.
    private int[] Order(double[] totals)
    {
        var order = new int[columns];
        var shared = new double[columns];
        for (var i = 0; i < columns; i++)
        {
            order[i] = i;
            for (var level = 1; level <= Level.Rarities; level++)
                shared[i] -= totals[(i * Level.Count) + level];
        }
        Array.Sort(shared, order);
        var places = new int[parents];
        for (var i = 0; i < columns; i++)
            places[order[i]] = i;
        if (parents > columns)
            places[columns] = Math.Max(places[givenName], places[familyName]);
        return places;
    }

    private int Whole(ulong pattern) =>
        Level.IsShared(Level.At(pattern, givenName)) && Level.IsShared(Level.At(pattern, familyName)) ? Level.Shared(0) : 0;

    private static IEnumerable<(int Rarity, List<int> Records)> Namesakes(Corpus corpus)
    {
        var byName = new Dictionary<(int, int), List<int>>();
        var names = new List<List<int>>();
        for (var i = 0; i < corpus.Count; i++)
        {
            if (corpus.Columns[corpus.Given].First(i) is not { Count: > 1 } given || corpus.Columns[corpus.Family].First(i) is not { Count: > 1 } family) continue;
            if (!byName.TryGetValue((given.Id, family.Id), out var records))
            {
                byName.Add((given.Id, family.Id), records = []);
                names.Add(records);
            }
            records.Add(i);
        }
        foreach (var records in names)
            if (records.Count > 1) yield return (0, records);
    }

    private void Sample(Corpus corpus, int given, IEnumerable<(int Rarity, List<int> Records)> members)
    {
        var byRarity = new List<List<int>>[Level.Rarities];
        foreach (var (rarity, records) in members)
            (byRarity[rarity] ??= []).Add(records);
        for (var rarity = 0; rarity < Level.Rarities; rarity++)
        {
            if (byRarity[rarity] is not { } blocks) continue;
            var sample = samples[(given * Level.Rarities) + rarity] = [];
            var random = new Sequence();
            for (var k = 0; k < Asked; k++)
            {
                var block = blocks[random.Next(blocks.Count)];
                var a = random.Next(block.Count);
                var b = random.Next(block.Count - 1);
                sample.Add(Pairs.Compare(corpus, block[a], block[b < a ? b : b + 1]));
                if (k >= 2 * blocks.Count * (rarity + 1)) break;
            }
        }
    }
}
