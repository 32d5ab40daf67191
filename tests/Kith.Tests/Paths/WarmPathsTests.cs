using CsCheck;
using Kith.Domain.Paths;

namespace Kith.Tests.Paths;

public sealed class WarmPathsTests
{
    private const int Me = 0, Ana = 1, Ben = 2, Cleo = 3, Dan = 4, Eva = 5;

    // A strength is kept to within 1/8192 of itself.
    private const double Rounding = 1.0 / 8192;

    [Fact]
    public void Somebody_I_know_is_reached_with_nobody_to_ask()
    {
        var path = WarmPaths.Between(Graph(new Tie(Me, Ana, 0.5f)), Me, Ana).ShouldHaveSingleItem();

        path.People.ShouldBe([Me, Ana]);
        path.IsDirect.ShouldBeTrue();
        (path.MutualTies, path.Novelty).ShouldBe((null, 1));
        path.Reach.ShouldBe(0.5, Rounding);
    }

    [Fact]
    public void One_connector_reaches_as_often_as_both_ties_hold()
    {
        var path = WarmPaths.Between(Graph(new Tie(Me, Ana, 0.5f), new Tie(Ben, Ana, 0.4f)), Me, Ben).ShouldHaveSingleItem();

        path.People.ShouldBe([Me, Ana, Ben]);
        path.IsDirect.ShouldBeFalse();
        path.Reach.ShouldBe(0.2, 2 * Rounding);
        path.MutualTies.ShouldBe(0);
        path.Score.ShouldBe(path.Reach * path.Novelty);
    }

    [Fact]
    public void Of_two_routes_the_likelier_comes_first_even_if_longer()
    {
        var paths = WarmPaths.Between(Graph(new Tie(Me, Ana, 0.1f), new Tie(Ana, Dan, 0.1f), new Tie(Me, Ben, 0.9f), new Tie(Ben, Cleo, 0.9f), new Tie(Cleo, Dan, 0.9f)), Me, Dan);

        paths.Select(p => p.People).ShouldBe([[Me, Ben, Cleo, Dan], [Me, Ana, Dan]]);
    }

    [Fact]
    public void Nobody_is_asked_twice()
    {
        // Ana and Ben know each other and both sides, so that a careless walk could turn back.
        var paths = WarmPaths.Between(Graph(new Tie(Me, Ana, 1), new Tie(Ana, Ben, 1), new Tie(Ben, Me, 1), new Tie(Ana, Cleo, 1), new Tie(Ben, Cleo, 1)), Me, Cleo, new(Count: 99));

        paths.Select(p => p.People).ShouldBe([[Me, Ana, Ben, Cleo], [Me, Ana, Cleo], [Me, Ben, Ana, Cleo], [Me, Ben, Cleo]], ignoreOrder: true);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    public void A_path_has_at_most_that_many_ties(int limit, int reached)
    {
        var chain = Graph(new Tie(Me, Ana, 1), new Tie(Ana, Ben, 1), new Tie(Ben, Cleo, 1), new Tie(Cleo, Dan, 1), new Tie(Dan, Eva, 1));

        WarmPaths.Between(chain, Me, reached, new(Limit: limit)).ShouldHaveSingleItem().People.Count.ShouldBe(limit + 1);
        WarmPaths.Between(chain, Me, reached + 1, new(Limit: limit)).ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_limit_the_one_best_path_may_be_long()
    {
        var chain = Graph(new Tie(Me, Ana, 1), new Tie(Ana, Ben, 1), new Tie(Ben, Cleo, 1), new Tie(Cleo, Dan, 0.9f), new Tie(Dan, Eva, 1), new Tie(Me, Eva, 0.5f));

        WarmPaths.Between(chain, Me, Eva, new(Limit: null)).ShouldHaveSingleItem().People.ShouldBe([Me, Ana, Ben, Cleo, Dan, Eva]);
    }

    [Fact]
    public void A_moderately_weak_connector_comes_before_a_somewhat_likelier_close_one()
    {
        // Person 1 shares forty ties with me, person 2 ten, person 3 none.
        const int Target = 100;
        List<Tie> ties = [new(Me, 1, 0.6f), new(Me, 2, 0.5f), new(Me, 3, 0.6f), new(1, Target, 0.5f), new(2, Target, 0.5f), new(3, Target, 0.5f)];
        for (var mutual = 10; mutual < 50; mutual++)
            ties.AddRange([new(Me, mutual, 0.01f), new(1, mutual, 0.01f)]);
        for (var mutual = 10; mutual < 20; mutual++)
            ties.Add(new(2, mutual, 0.01f));

        var paths = WarmPaths.Between(TieGraph.Build(101, [.. ties]), Me, Target, new(Count: 3));

        paths.Select(p => (p.People[1], p.MutualTies)).ShouldBe([(2, 10), (1, 40), (3, 0)]);
        paths[0].Reach.ShouldBeLessThan(paths[1].Reach);
        paths[0].Novelty.ShouldBe(1);
    }

    [Fact]
    public void Novelty_rises_up_to_ten_mutual_ties_and_falls_beyond()
    {
        Enumerable.Range(0, 11).Select(Novelty.Of).ShouldBeInOrder(SortDirection.Ascending);
        Enumerable.Range(10, 200).Select(Novelty.Of).ShouldBeInOrder(SortDirection.Descending);
        Novelty.Of(10).ShouldBe(1);
        foreach (var far in (int[])[0, 100, 1_000_000])
            Novelty.Of(far).ShouldBeInRange(Novelty.Least, 0.35);
    }

    [Fact]
    public void Whom_nobody_knows_is_not_reached()
    {
        var graph = Graph(new Tie(Me, Ana, 1), new Tie(Ben, Cleo, 1));

        WarmPaths.Between(graph, Me, Cleo).ShouldBeEmpty();
        WarmPaths.Between(graph, Me, Cleo, new(Limit: null)).ShouldBeEmpty();
        WarmPaths.Between(graph, Dan, Cleo).ShouldBeEmpty("Dan knows nobody at all");
        WarmPaths.Between(graph, Me, []).ShouldBeEmpty();
        WarmPaths.Between(graph, Me, Me).ShouldBeEmpty();
    }

    [Fact]
    public void Anyone_of_an_organisation_will_do_and_a_path_ends_at_the_first_of_them()
    {
        var graph = Graph(new Tie(Me, Ana, 0.9f), new Tie(Ana, Cleo, 0.8f), new Tie(Ana, Dan, 0.7f), new Tie(Cleo, Dan, 1), new Tie(Me, Ben, 0.5f), new Tie(Ben, Dan, 0.5f));

        WarmPaths.Between(graph, Me, [Dan, Cleo, Dan, Me]).Select(p => p.People).ShouldBe([[Me, Ana, Cleo], [Me, Ana, Dan], [Me, Ben, Dan]]);
    }

    [Fact]
    public void Equals_lie_in_the_order_of_their_people()
    {
        var graph = Graph(new Tie(Me, Cleo, 0.5f), new Tie(Me, Ben, 0.5f), new Tie(Me, Ana, 0.5f), new Tie(Cleo, Dan, 0.5f), new Tie(Ben, Dan, 0.5f), new Tie(Ana, Dan, 0.5f));

        WarmPaths.Between(graph, Me, Dan, new(Count: 2)).Select(p => p.People[1]).ShouldBe([Ana, Ben]);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(5, 0)]
    [InlineData(5, 5)]
    public void What_cannot_be_asked_is_refused(int count, int limit) =>
        Should.Throw<ArgumentOutOfRangeException>(() => WarmPaths.Between(Graph(new Tie(Me, Ana, 1)), Me, Ana, new(count, limit)));

    [Fact]
    public void A_person_outside_the_graph_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => WarmPaths.Between(Graph(new Tie(Me, Ana, 1)), Me, 6));
        Should.Throw<ArgumentOutOfRangeException>(() => WarmPaths.Between(Graph(new Tie(Me, Ana, 1)), -1, Ana));
    }

    [Fact]
    public void The_best_paths_are_those_that_trying_every_path_finds() =>
        Question.Sample(q =>
        {
            var graph = TieGraph.Build(q.People, q.Ties);

            var paths = WarmPaths.Between(graph, q.From, q.Targets, new(q.Count, q.Limit));

            var (found, expected) = (paths.Select(p => p.Reach).OrderDescending().ToList(), Everyone.Reaches(q.Ties, q.From, q.Targets, q.Limit, q.Count));
            found.Count.ShouldBe(expected.Count);
            for (var i = 0; i < found.Count; i++)
                found[i].ShouldBe(expected[i], expected[i] * q.Limit * Rounding * 1.01);
            paths.ShouldAllBe(p => p.People.Distinct().Count() == p.People.Count && p.People.SkipLast(1).All(person => !q.Targets.Contains(person)));
            paths.Select(p => p.People).ShouldBeUnique();
            WarmPaths.Between(graph, q.From, q.Targets, new(q.Count, q.Limit)).Select(p => p.People).ShouldBe(paths.Select(p => p.People));
        }, iter: 3_000);

    [Fact]
    public void Without_a_limit_no_path_is_better_than_the_one_found() =>
        Question.Where(q => q.People <= 8).Sample(q =>
        {
            var found = WarmPaths.Between(TieGraph.Build(q.People, q.Ties), q.From, q.Targets, new(Limit: null));

            var expected = Everyone.Reaches(q.Ties, q.From, q.Targets, q.People, 1);
            found.Count.ShouldBe(expected.Count);
            if (found.Count > 0)
                found[0].Reach.ShouldBe(expected[0], expected[0] * q.People * Rounding * 1.01);
        }, iter: 1_000);

    [Fact]
    public async Task Many_can_ask_at_once()
    {
        var dice = new Random(4);
        var graph = TieGraph.Build(200, [.. Enumerable.Range(0, 1_000).Select(_ => new Tie(dice.Next(200), dice.Next(200), 1 - dice.NextSingle()))]);
        var alone = Enumerable.Range(1, 199).Select(to => Say(WarmPaths.Between(graph, Me, to))).ToList();

        var together = await Task.WhenAll(Enumerable.Range(1, 199).Select(to => Task.Run(() => Say(WarmPaths.Between(graph, Me, to)))));

        together.ShouldBe(alone);

        static string Say(IEnumerable<WarmPath> paths) => string.Join("; ", paths.Select(p => string.Join(' ', p.People)));
    }

    // Person 0 and 1 know most others, strengths are often equal, ties come twice and to oneself, and those who ask or are asked for may be hubs.
    private static readonly Gen<(int People, Tie[] Ties, int From, int[] Targets, int Count, int Limit)> Question =
        from people in Gen.Int[2, 14]
        let person = Gen.OneOf(Gen.Int[0, people - 1], Gen.Int[0, people - 1], Gen.Int[0, 1])
        let strength = Gen.OneOf(Gen.Single[0.001f, 1], Gen.Int[1, 4].Select(quarters => quarters / 4f))
        from ties in Gen.Select(person, person, strength, (one, other, s) => new Tie(one, other, s)).Array[0, 40]
        from fromPerson in person
        from targets in Gen.OneOf(person.Array[1], person.Array[1, 4])
        from count in Gen.Int[1, 7]
        from limit in Gen.Int[1, 4]
        select (people, ties, fromPerson, targets.Where(t => t != fromPerson).ToArray(), count, limit);

    private static TieGraph Graph(params Tie[] ties) => TieGraph.Build(6, ties);
}
