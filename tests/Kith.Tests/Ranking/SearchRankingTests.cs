using CsCheck;
using Kith.Domain.Ranking;

namespace Kith.Tests.Ranking;

public sealed class SearchRankingTests
{
    private static readonly string[] names = ["ana a", "ana b", "ben c"];

    private static readonly DateTime Now = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_name_that_fits_comes_before_a_strong_tie_whose_name_does_not() =>
        Names("ana", Hit("bora lind", 30, 1), Hit("ana aster", null, null)).ShouldBe(["ana aster", "bora lind"]);

    [Fact]
    public void Among_fitting_names_the_stronger_and_fresher_tie_comes_first() =>
        Names("ana", Hit("ana aster", null, null), Hit("ana bell", 20, 700), Hit("ana coe", 80, 3)).ShouldBe(["ana coe", "ana bell", "ana aster"]);

    [Fact]
    public void Every_word_counts() =>
        Names("ana kov", Hit("ana bell", null, null), Hit("ana kovac", null, null)).ShouldBe(["ana kovac", "ana bell"]);

    [Fact]
    public void The_order_does_not_depend_on_the_order_of_the_hits() =>
        Gen.Select(Gen.Int[0, 2].Select(i => names[i]), Gen.Int[0, 100], Gen.Int[0, 900]).Array[0, 30].Sample(rows =>
        {
            var hits = rows.Select(r => Hit(r.Item1, r.Item2, r.Item3)).ToArray();
            return SearchRanking.Rank(hits, "ana", Now).SequenceEqual(SearchRanking.Rank(hits.Reverse(), "ana", Now));
        });

    private static IEnumerable<string> Names(string text, params SearchHit[] hits) => SearchRanking.Rank(hits, text, Now).Select(h => h.Name);

    private static SearchHit Hit(string name, int? strength, int? daysAgo) =>
        new(Kith.Domain.Ids.New(TimeProvider.System), name, strength, daysAgo is { } days ? Now.AddDays(-days) : null);
}
