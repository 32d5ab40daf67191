using CsCheck;
using Kith.Domain;
using Kith.Domain.Preparation;

namespace Kith.Tests.Preparation;

public sealed class ReadinessTests
{
    private static readonly DateOnly Today = new(2030, 3, 4);

    private static readonly Prepared Nothing = new(false, false, null, false, false, 0, false, false);

    private static readonly Prepared Everything = new(true, true, Today, true, true, 2, true, true);

    private static readonly Gen<Prepared> Any = Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Int[-2000, 0].Nullable(), Gen.Bool, Gen.Bool, Gen.Int[0, 4], Gen.Bool, Gen.Bool,
        (work, purpose, news, cares, common, questions, bring, ask) => new Prepared(work, purpose, news is { } days ? Today.AddDays(days) : null, cares, common, questions, bring, ask));

    [Fact]
    public void Nothing_known_is_nothing_ready_and_everything_is_a_hundred()
    {
        Readiness.Of(Nothing, Today).Score.ShouldBe(0);
        Readiness.Of(Everything, Today).ShouldSatisfyAllConditions(r => r.Score.ShouldBe(100), r => r.Missing.ShouldBeEmpty(), r => r.IsReady.ShouldBeTrue());
    }

    [Theory]
    [InlineData("work", 10)]
    [InlineData("purpose", 15)]
    [InlineData("news", 10)]
    [InlineData("cares", 15)]
    [InlineData("common", 10)]
    [InlineData("questions", 20)]
    [InlineData("bring", 10)]
    [InlineData("ask", 10)]
    public void Each_part_has_its_points(string part, int points)
    {
        var missing = Readiness.Of(Lacking(part), Today).Missing.ShouldHaveSingleItem();

        (missing.Code, missing.Points).ShouldBe((part, points));
    }

    [Theory]
    [InlineData(-180, 100)]
    [InlineData(-181, 95)]
    public void Old_news_count_half(int days, int score) => Readiness.Of(Everything with { News = Today.AddDays(days) }, Today).Score.ShouldBe(score);

    [Fact]
    public void A_hundred_means_that_nothing_is_missing_and_the_points_add_up() => Any.Sample(known =>
    {
        var ready = Readiness.Of(known, Today);
        (ready.Score == 100).ShouldBe(ready.Missing.Count == 0);
        (ready.Score + ready.Missing.Sum(m => m.Points)).ShouldBe(100);
    });

    [Fact]
    public void More_homework_never_makes_less_ready() => Gen.Select(Any, Gen.Int[0, 7]).Sample((known, more) =>
        Readiness.Of(Learnt(known, more), Today).Score.ShouldBeGreaterThanOrEqualTo(Readiness.Of(known, Today).Score));

    [Fact]
    public void Five_facts_make_an_organisation_known()
    {
        Readiness.OfOrganisation([], [], Today).Score.ShouldBe(0);
        Readiness.OfOrganisation([(FindingKind.Mission, Today), (FindingKind.Need, null)], ["facts.people"], Today).Score.ShouldBe(80);
        Readiness.OfOrganisation([(FindingKind.Mission, Today.AddDays(-400))], ["facts.need", "facts.people", "facts.numbers"], Today)
            .Missing.ShouldHaveSingleItem().ShouldBe(new("facts.news", "What happened there lately?", 10));
    }

    [Fact]
    public void The_codes_of_all_checklists_differ_and_belong_to_their_list() =>
        Checklists.All.SelectMany(l => l.Items.Select(i => (l.Code, Item: i.Code))).ShouldSatisfyAllConditions(
            all => all.Select(i => i.Item).ShouldBeUnique(),
            all => all.ShouldAllBe(i => i.Item.StartsWith(i.Code + ".")));

    private static Prepared Lacking(string part) => part switch
    {
        "work" => Everything with { Work = false },
        "purpose" => Everything with { Purpose = false },
        "news" => Everything with { News = null },
        "cares" => Everything with { Cares = false },
        "common" => Everything with { Common = false },
        "questions" => Everything with { Questions = 0 },
        "bring" => Everything with { Bring = false },
        _ => Everything with { Ask = false },
    };

    private static Prepared Learnt(Prepared known, int more) => more switch
    {
        0 => known with { Work = true },
        1 => known with { Purpose = true },
        2 => known with { News = Today },
        3 => known with { Cares = true },
        4 => known with { Common = true },
        5 => known with { Questions = known.Questions + 1 },
        6 => known with { Bring = true },
        _ => known with { Ask = true },
    };
}
