using CsCheck;
using Kith.Domain.Maps;

namespace Kith.Tests.Maps;

public sealed class MapLayoutTests
{
    private const double Rounding = 1e-6;

    /// <summary>People, some at organisations, and who of them knows whom.</summary>
    public sealed record Network(IReadOnlyList<MapPerson> People, int Organisations, IReadOnlyList<MapTie> Ties);

    internal static readonly Gen<Network> Networks =
        from count in Gen.Int[1, 120]
        from organisations in Gen.Int[0, 30]
        from people in Gen.Select(Gen.Int[0, 100].Nullable(), Gen.Int[0, 60], (strength, at) => new MapPerson(strength, at < organisations ? at : null)).List[count]
        from ties in Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1], Gen.Double[0.01, 1], (one, other, strength) => new MapTie(one, other, strength)).List[0, 200]
        select new Network(people, organisations, ties);

    [Fact]
    public void No_two_places_are_nearer_to_each_other_than_the_spacing_and_none_is_outside() =>
        Networks.Sample(network =>
        {
            var layout = Place(network);
            List<Spot> spots = [new(0, 0), .. layout.People, .. layout.Organisations];

            spots.ShouldAllBe(s => s.Distance <= MapLayout.Radius + Rounding);
            for (var one = 0; one < spots.Count; one++)
                for (var other = 0; other < one; other++)
                    Apart(spots[one], spots[other]).ShouldBeGreaterThanOrEqualTo(layout.Spacing - Rounding);
        });

    [Fact]
    public void Whoever_is_nearer_to_the_middle_has_at_least_as_strong_a_tie() =>
        Networks.Sample(network =>
        {
            var layout = Place(network);
            var fromInside = layout.People.Zip(network.People).OrderBy(p => Math.Round(p.First.Distance, 6)).ThenByDescending(p => p.Second.Strength ?? -1).Select(p => p.Second.Strength ?? -1).ToList();

            fromInside.ShouldBe(fromInside.OrderDescending());
            foreach (var (near, radius) in layout.Edges)
                layout.People.Zip(network.People).Where(p => p.Second.Nearness == near).ShouldAllBe(p => p.First.Distance < radius);
            layout.Organisations.ShouldAllBe(o => o.Distance > layout.People.Max(p => p.Distance));
        });

    [Fact]
    public void The_same_people_give_the_same_map() =>
        Networks.Sample(network => Place(network).ShouldBeEquivalentTo(Place(network)));

    [Fact]
    public void Groups_that_share_nobody_stand_on_two_sides_and_their_organisations_with_them()
    {
        // Two firms of ten; two halves of the round.
        var people = Enumerable.Range(0, 20).Select(i => new MapPerson(10, i % 2)).ToList();
        var ties = from one in Enumerable.Range(0, 20) from other in Enumerable.Range(0, 20) where one < other && one % 2 == other % 2 select new MapTie(one, other, 0.3);

        var layout = MapLayout.Place(people, 2, [.. ties]);

        layout.People.Index().ShouldAllBe(p => p.Index % 2 == 0 ? p.Item.X > 0 : p.Item.X < 0);
        layout.Organisations[0].X.ShouldBeGreaterThan(0);
        layout.Organisations[1].X.ShouldBeLessThan(0);
    }

    [Theory]
    [InlineData(null, Nearness.KnownOf)]
    [InlineData(0, Nearness.Weak)]
    [InlineData(19, Nearness.Weak)]
    [InlineData(20, Nearness.Moderate)]
    [InlineData(59, Nearness.Moderate)]
    [InlineData(60, Nearness.Strong)]
    public void Nearness_goes_by_the_grades_of_the_portfolio(int? strength, Nearness near) => new MapPerson(strength, null).Nearness.ShouldBe(near);

    [Fact]
    public void Two_thousand_places_have_room_and_nearly_all_have_a_name()
    {
        var network = Many();
        var layout = Place(network);
        // A dot of two thirds of the spacing is then nine pixels wide where the map is 900 pixels wide.
        layout.Spacing.ShouldBeGreaterThan(14);

        Labelled[] named = [.. layout.People.Select((s, i) => new Labelled(s, 5, $"Given{i} Familyname", i < 40)), .. layout.Organisations.Select((s, i) => new Labelled(s, 5, $"Organisation {i}", i < 40, true))];
        var labels = MapLabels.Place(named).OfType<Label>().ToList();

        labels.Count.ShouldBeGreaterThan(1900, string.Join(", ", labels.CountBy(l => l.Level)));
        labels.Count(l => l.Level == 0).ShouldBeGreaterThan(50);
    }

    internal static MapLayout Place(Network network) => MapLayout.Place(network.People, network.Organisations, network.Ties);

    internal static double Apart(Spot one, Spot other) => Math.Sqrt(((one.X - other.X) * (one.X - other.X)) + ((one.Y - other.Y) * (one.Y - other.Y)));

    // 1,700 people, a quarter never met, over 300 organisations of which few are large; colleagues know each other.
    private static Network Many()
    {
        var people = Enumerable.Range(0, 1700).Select(i => new MapPerson(i % 4 == 3 ? null : (int)(100 * Math.Pow((i * 7919 % 1700) / 1700.0, 3)), (int)(300 * Math.Pow((i * 104729 % 1700) / 1700.0, 2)))).ToList();
        var ties = people.Index().GroupBy(p => p.Item.Organisation, p => p.Index).SelectMany(g => g.Zip(g.Skip(1), (one, other) => new MapTie(one, other, 0.2)));
        return new(people, 300, [.. ties]);
    }
}
