namespace Kith.Domain.Maps;

/// <summary>A place on a map; the user is at 0, 0, and y points down.</summary>
public readonly record struct Spot(double X, double Y)
{
    /// <summary>How far it is from the user.</summary>
    public double Distance => Math.Sqrt((X * X) + (Y * Y));

    internal static Spot At(double radius, double angle) => new(radius * Math.Sin(angle), -radius * Math.Cos(angle));
}

/// <summary>Where everybody stands: whoever is nearer to the middle has the stronger tie with the user, and whoever stand beside each other have neighbours in common.</summary>
/// <param name="People">A place for each, in the order they were given.</param>
/// <param name="Organisations">A place for each, outside, where most of their people are.</param>
/// <param name="Circles">The circle of each person, in order around the middle.</param>
/// <param name="Edges">How far each nearness reaches that somebody has.</param>
/// <param name="Spacing">The least distance between two places.</param>
public sealed record MapLayout(IReadOnlyList<Spot> People, IReadOnlyList<Spot> Organisations, IReadOnlyList<int> Circles, IReadOnlyList<(Nearness Nearness, double Radius)> Edges, double Spacing)
{
    /// <summary>No place is further from the middle.</summary>
    public const double Radius = 500;

    // A few people would otherwise stand so far apart that the map is mostly empty.
    private const double MostSpacing = 44;

    // A ring is not filled wholly, so that people can stand near the middle of their circle.
    private const double Filled = 0.8;

    private const double First = 2;
    private const double Gap = 0.6;
    private const double Rim = 1.6;

    /// <summary>Places them; the same input gives always the same map.</summary>
    /// <param name="people">Who.</param>
    /// <param name="organisations">How many organisations there are.</param>
    /// <param name="ties">Who knows whom.</param>
    public static MapLayout Place(IReadOnlyList<MapPerson> people, int organisations, IReadOnlyCollection<MapTie> ties)
    {
        var circles = Maps.Circles.Of(people, organisations, ties);
        var arcs = Arcs(people, circles);
        var (rings, edges, last) = Rings(people);
        var spots = new Spot[people.Count];
        foreach (var (radius, members) in rings)
            Along(radius, [.. Ideal(members, people, circles, arcs)], spots);
        var places = Around(people, organisations, circles, arcs, last, out var outermost);
        var spacing = Math.Min(MostSpacing, Radius / Math.Max(1, outermost));
        return new(Scaled(spots, spacing), Scaled(places, spacing), circles, [.. edges.Select(e => (e.Nearness, e.Radius * spacing))], spacing);
    }

    // Those of one circle at one place stand together, each such group on an arc that is as long as they are many.
    private static Dictionary<(int Circle, int Organisation), (double From, double Wide)> Arcs(IReadOnlyList<MapPerson> people, int[] circles)
    {
        var (arcs, from) = (new Dictionary<(int, int), (double, double)>(), 0.0);
        foreach (var (group, count) in people.Select((p, i) => (circles[i], p.Organisation ?? int.MaxValue)).CountBy(g => g).OrderBy(g => g.Key))
        {
            var wide = Math.Tau * count / people.Count;
            arcs[group] = (from, wide);
            from += wide;
        }
        return arcs;
    }

    // Rings a spacing apart, filled from the middle by strength; a new nearness begins a new ring.
    private static (List<(double Radius, List<int> Members)> Rings, List<(Nearness Nearness, double Radius)> Edges, double Last) Rings(IReadOnlyList<MapPerson> people)
    {
        var (rings, edges, radius) = (new List<(double, List<int>)>(), new List<(Nearness, double)>(), First);
        foreach (var near in people.Index().GroupBy(p => p.Item.Nearness).OrderBy(g => g.Key))
        {
            var left = near.OrderByDescending(p => p.Item.Strength).ThenBy(p => p.Index).Select(p => p.Index).ToList();
            for (; left.Count > 0; radius++)
            {
                var members = left.Take(Room(radius)).ToList();
                rings.Add((radius, members));
                left.RemoveRange(0, members.Count);
            }
            edges.Add((near.Key, radius - 1 + ((1 + Gap) / 2)));
            radius += Gap;
        }
        return (rings, edges, radius - 1 - Gap);
    }

    private static IEnumerable<(double Angle, int Index)> Ideal(List<int> members, IReadOnlyList<MapPerson> people, int[] circles, Dictionary<(int, int), (double From, double Wide)> arcs) =>
        from member in members
        group member by (circles[member], people[member].Organisation ?? int.MaxValue) into together
        let arc = arcs[together.Key]
        from spread in together.Index()
        let angle = arc.From + ((spread.Index + 0.5) / together.Count() * arc.Wide)
        orderby angle, spread.Item
        select (angle, spread.Item);

    // The largest outermost, where there is most room for names.
    private static Spot[] Around(IReadOnlyList<MapPerson> people, int organisations, int[] circles, Dictionary<(int, int), (double From, double Wide)> arcs, double last, out double outermost)
    {
        var ideal = people.Select((p, i) => (Person: p, Circle: circles[i])).Where(p => p.Person.Organisation is not null).GroupBy(p => p.Person.Organisation!.Value)
            .ToDictionary(g => g.Key, g => (Count: g.Count(), Arc: arcs[(g.CountBy(p => p.Circle).OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key, g.Key)]));
        var left = Enumerable.Range(0, organisations).OrderByDescending(o => ideal.GetValueOrDefault(o).Count).ThenBy(o => o).ToList();
        var radii = new List<double>();
        for (var (radius, room) = (last + Rim, 0); room < organisations; room += Room(radius), radius++)
            radii.Add(radius);
        outermost = radii.Count > 0 ? radii[^1] : last;
        var spots = new Spot[organisations];
        foreach (var radius in radii.AsEnumerable().Reverse())
        {
            var members = left.Take(Room(radius)).ToList();
            left.RemoveRange(0, members.Count);
            Along(radius, [.. members.Select(o => (Angle: ideal.TryGetValue(o, out var known) ? known.Arc.From + (known.Arc.Wide / 2) : 0, Index: o)).OrderBy(m => m.Angle).ThenBy(m => m.Index)], spots);
        }
        return spots;
    }

    /// <summary>How many stand on a ring of that radius, in spacings.</summary>
    private static int Room(double radius) => Math.Max(1, (int)(Filled * Math.Tau / Step(radius)));

    // Two who are a chord of one spacing apart.
    private static double Step(double radius) => 2 * Math.Asin(1 / (2 * radius));

    // As near to where they belong as the distance between two allows: least squares with an order to keep (pool adjacent violators; Barlow et al.,
    // "Statistical Inference under Order Restrictions", 1972).
    private static void Along(double radius, (double Angle, int Index)[] ideal, Spot[] spots)
    {
        var step = Step(radius);
        var pools = new Stack<(double Mean, int Count)>();
        for (var i = 0; i < ideal.Length; i++)
        {
            var pool = (Mean: ideal[i].Angle - (i * step), Count: 1);
            while (pools.TryPeek(out var before) && before.Mean >= pool.Mean)
            {
                pools.Pop();
                pool = (((before.Mean * before.Count) + (pool.Mean * pool.Count)) / (before.Count + pool.Count), before.Count + pool.Count);
            }
            pools.Push(pool);
        }
        var most = Math.Tau - (ideal.Length * step);
        foreach (var (i, mean) in pools.Reverse().SelectMany(p => Enumerable.Repeat(p.Mean, p.Count)).Index())
            spots[ideal[i].Index] = Spot.At(radius, Math.Clamp(mean, 0, most) + (i * step));
    }

    private static Spot[] Scaled(Spot[] spots, double spacing) => [.. spots.Select(s => new Spot(s.X * spacing, s.Y * spacing))];
}
