using CsCheck;
using Kith.Domain;
using Kith.Domain.Aims;

namespace Kith.Tests.Aims;

public sealed class ContactOrderTests
{
    private static readonly string[] titles = ["Junior Analyst", "Analytics Engineer", "Senior Data Analyst", "Head of Analytics", "VP Data", "CEO", "Recruiter"];

    private static readonly Gen<Insider> anybody =
        from id in Gen.Int[1, 1_000_000]
        from title in Gen.Int[0, 6]
        from before in Gen.Int[-1, 6]
        from school in Gen.Bool
        from name in Gen.Bool
        from strength in Gen.Int[-1, 100]
        select Insider(id, titles[title], name ? "Smith" : "Ellingham", before < 0 ? null : titles[before], school, strength < 0 ? null : strength);

    [Theory]
    [InlineData("Junior Analyst", 1)]
    [InlineData("Data Scientist", 2)]
    [InlineData("Senior Data Scientist", 3)]
    [InlineData("Product Manager", 4)]
    [InlineData("Head of Data", 5)]
    [InlineData("Vice President Data", 6)]
    [InlineData("Geschäftsführer", 7)]
    [InlineData("Managing Director", 7)]
    [InlineData(" ", null)]
    public void A_title_stands_on_the_highest_rung_it_names(string title, int? level) => Seniority.Level(title).ShouldBe(level);

    [Fact]
    public void Each_ground_is_told_in_a_sentence()
    {
        var turn = ContactOrder.Of([Insider(1, "Head of Analytics", "Ellingham", "Senior Data Analyst", true)], "Analytics Manager").ShouldHaveSingleItem();

        turn.Grounds.Select(g => g.Text).ShouldBe(
        [
            "works on analytics, as the role you want does", "went to Westerplas, as you did", "one level above the role you want", "was promoted within: Senior Data Analyst before",
            "an unusual name, easily found",
        ]);
    }

    [Fact]
    public void An_earlier_ground_outweighs_all_later_ones()
    {
        var order = ContactOrder.Of([Insider(1, "Head of Legal", "Ellingham", "Clerk", true), Insider(2, "Analytics Engineer", "Smith", null, false)], "Analytics Manager");

        order.Select(t => t.Person).ShouldBe([Id(2), Id(1)]);
    }

    [Fact]
    public void A_name_that_many_have_or_others_here_share_is_not_unusual()
    {
        Grounds(Insider(1, "Recruiter", "Smith", null, false)).ShouldBeEmpty();
        Grounds(Insider(1, "Recruiter", "Ellingham", null, false) with { Namesakes = 1 }).ShouldBeEmpty();
        Grounds(Insider(1, "Recruiter", null, null, false)).ShouldBeEmpty();
    }

    [Fact]
    public void Three_levels_above_is_too_far_and_the_same_level_is_none()
    {
        Grounds(Insider(1, "CEO", "Smith", null, false), "Analytics Manager").ShouldBeEmpty();
        Grounds(Insider(1, "Shift supervisor", "Smith", null, false), "Analytics Manager").ShouldBeEmpty();
        Grounds(Insider(1, "VP Legal", "Smith", null, false), "Analytics Manager").ShouldBe([Ground.Above]);
    }

    [Fact]
    public void The_order_keeps_everybody_and_does_not_depend_on_where_it_began() =>
        Gen.Select(anybody.Array[0, 30], Gen.Int[0, int.MaxValue]).Sample((people, seed) =>
        {
            var all = people.DistinctBy(p => p.Person).ToArray();
            var order = ContactOrder.Of(all, "Analytics Manager").Select(t => t.Person).ToList();
            new Random(seed).Shuffle(all);
            ContactOrder.Of(all, "Analytics Manager").Select(t => t.Person).ShouldBe(order);
            order.Order().ShouldBe(all.Select(p => p.Person).Order());
        });

    private static IEnumerable<Ground> Grounds(Insider insider, string? role = null) => ContactOrder.Of([insider], role).Single().Grounds.Select(g => g.Ground);

    private static Insider Insider(int id, string title, string? family, string? before, bool school, int? strength = null) => new(
        Id(id), family, 0,
        [new(title, null, new(2024, 1, 1), true), .. before is null ? (Held[])[] : [new(before, null, new(2020, 1, 1), false)]],
        school ? "Westerplas" : null, strength);

    private static Guid Id(int id) => new(id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
