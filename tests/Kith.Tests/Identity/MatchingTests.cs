using Kith.Domain.Identity;

namespace Kith.Tests.Identity;

public sealed class MatchingTests
{
    [Fact]
    public void Records_with_slips_of_the_pen_find_their_person()
    {
        var (records, truth) = Invented.Population(400, 150);

        var groups = Matching.People(records).Groups;

        var (found, right) = (0, 0);
        foreach (var group in groups)
        {
            found += group.Count * (group.Count - 1) / 2;
            right += group.GroupBy(key => truth[key]).Sum(g => g.Count() * (g.Count() - 1) / 2);
        }
        ((double)right / found).ShouldBeGreaterThan(0.97, "precision");
        ((double)right / 150).ShouldBeGreaterThan(0.95, "recall");
    }

    [Fact]
    public void The_order_of_the_records_changes_nothing()
    {
        var (records, _) = Invented.Population(200, 60);
        var shuffled = records.ToArray();
        new Random(5).Shuffle(shuffled);

        Say(Matching.People(shuffled)).ShouldBe(Say(Matching.People(records)));
        Matching.Pairs(shuffled, 0.7).Select(p => (p.One, p.Other, Math.Round(p.Probability, 9))).ShouldBe(Matching.Pairs(records, 0.7).Select(p => (p.One, p.Other, Math.Round(p.Probability, 9))));
    }

    [Fact]
    public void Namesakes_with_everything_else_different_stay_two()
    {
        var (records, _) = Invented.Population(300, 0);
        IdentityRecord[] namesakes = [Invented.Record("x1", "Robert", "Miller", "rob@example.org", "1970-05-01", "Zadar"), Invented.Record("x2", "Robert", "Miller", "miller@example.com", "1991-11-23", "Lisbon")];

        Matching.People([.. records, .. namesakes]).Groups.ShouldNotContain(group => group.Contains("x1") && group.Contains("x2"));
    }

    [Fact]
    public void A_pair_tells_its_reasons_with_the_strongest_first()
    {
        var (records, _) = Invented.Population(300, 100);

        var pair = Matching.Pairs(records, 0.9)[0];

        pair.Probability.ShouldBeGreaterThan(0.99);
        pair.Reasons.ShouldContain("same e-mail address");
        pair.Reasons.Distinct().Count().ShouldBe(pair.Reasons.Count);
    }

    [Fact]
    public void Nobody_and_one_alone_are_nobody_else()
    {
        Matching.People([]).Groups.ShouldBeEmpty();
        Matching.People([Invented.Record("1", "Ana", "Kovač", "ana@example.com", "1980-01-01", "Zadar")]).Groups.ShouldBeEmpty();
        Matching.Pairs([], 0.7).ShouldBeEmpty();
        Matching.People([new("1", []), new("2", [])]).Groups.ShouldBeEmpty();
    }

    private static string Say(MatchedPeople matched) => string.Join('\n', matched.Groups.Select(g => string.Join(' ', g.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
}
