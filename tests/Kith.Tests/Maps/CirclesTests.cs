using CsCheck;
using Kith.Domain.Maps;

namespace Kith.Tests.Maps;

public sealed class CirclesTests
{
    [Fact]
    public void Two_groups_joined_by_one_tie_are_two_circles_the_larger_first()
    {
        var small = Everyone(0, 4);
        var large = Everyone(4, 6);

        Circles.Of(People(10), 0, [.. small, .. large, new(3, 4, 0.5)]).ShouldBe([1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public void Colleagues_are_one_circle_even_where_nobody_is_known_to_know_another() =>
        Circles.Of([new(50, 0), new(40, 1), new(30, 0), new(20, 1), new(10, 0)], 2, []).ShouldBe([0, 1, 0, 1, 0]);

    [Fact]
    public void A_neighbour_in_common_weighs_more_than_a_tie_alone()
    {
        // Number 2 is tied less strongly to 0, with whom 1 is known in common, than to 3, with whom nobody is.
        MapTie[] ties = [new(0, 1, 0.5), new(0, 2, 0.5), new(1, 2, 0.02), new(2, 3, 0.55)];

        var circles = Circles.Of(People(5), 0, [.. ties, new(3, 4, 0.9)]);

        circles[2].ShouldBe(circles[0]);
        circles[3].ShouldNotBe(circles[0]);
    }

    [Fact]
    public void Circles_that_know_each_other_are_neighbours()
    {
        // Four groups of three; the first knows the last.
        MapTie[] ties = [.. Enumerable.Range(0, 4).SelectMany(group => Everyone(3 * group, 3)), new(0, 9, 0.1)];

        Circles.Of(People(12), 0, ties).ShouldBe([0, 0, 0, 2, 2, 2, 3, 3, 3, 1, 1, 1]);
    }

    [Fact]
    public void Whoever_knows_nobody_is_a_circle_alone() => Circles.Of(People(3), 0, []).ShouldBe([0, 1, 2]);

    [Fact]
    public void Circles_are_numbered_without_a_gap_and_those_who_share_no_way_never_share_one() =>
        MapLayoutTests.Networks.Sample(network =>
        {
            var circles = Circles.Of(network.People, network.Organisations, network.Ties);

            circles.Distinct().Order().ShouldBe(Enumerable.Range(0, circles.Distinct().Count()));
            var parts = Parts(network);
            circles.Index().GroupBy(c => c.Item).ShouldAllBe(circle => circle.Select(c => parts[c.Index]).Distinct().Count() == 1);
        });

    private static IEnumerable<MapTie> Everyone(int first, int count) =>
        from one in Enumerable.Range(first, count)
        from other in Enumerable.Range(first, count)
        where one < other
        select new MapTie(one, other, 0.5);

    private static MapPerson[] People(int count) => [.. Enumerable.Repeat(new MapPerson(10, null), count)];

    // Which people can reach each other at all, found by joining until nothing changes.
    private static int[] Parts(MapLayoutTests.Network network)
    {
        int[] parts = [.. Enumerable.Range(0, network.People.Count)];
        (int, int)[] joined =
        [
            .. network.Ties.Select(t => (t.One, t.Other)),
            .. network.People.Index().Where(p => p.Item.Organisation is not null).GroupBy(p => p.Item.Organisation, p => p.Index).SelectMany(g => g.Skip(1).Select(other => (g.First(), other))),
        ];
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (one, other) in joined.Where(j => parts[j.Item1] != parts[j.Item2]))
                (parts[one], parts[other], changed) = (Math.Min(parts[one], parts[other]), Math.Min(parts[one], parts[other]), true);
        }
        return parts;
    }
}
