using CsCheck;
using Kith.Domain;
using Kith.Domain.Proving;

namespace Kith.Tests.Proving;

public sealed class NextShowingTests
{
    private static readonly Gen<Pair> anyPair =
        from claim in Gen.Int[0, 5]
        from person in Gen.Int[0, 9]
        from motivation in Gen.Int[-1, 3]
        from role in Gen.Int[-1, 5]
        from title in Gen.Bool
        from need in Gen.Enum<NeedState>()
        from evidence in Gen.Bool
        from seen in Gen.Enum<Seen>()
        select Of(claim, person, motivation < 0 ? null : motivation, role < 0 ? null : (DecisionRole)role, title, need, evidence, seen);

    private static readonly Gen<Pair[]> anyMatrix = anyPair.Array[0, 60].Select(all => all.DistinctBy(p => (p.Claim, p.Person)).ToArray());

    [Fact]
    public void What_somebody_has_seen_is_never_next() =>
        anyMatrix.Sample(pairs => NextShowing.Rank(pairs).ShouldAllBe(p => p.Seen != Seen.Proven && (p.Seen == Seen.NotYet || p.HasEvidence)));

    [Fact]
    public void Whatever_is_open_and_has_a_say_is_ranked_once_and_the_heaviest_comes_first() =>
        anyMatrix.Sample(pairs =>
        {
            var ranked = NextShowing.Rank(pairs);
            ranked.ShouldBe(pairs.Where(p => NextShowing.IsOpen(p) && (p.Role is not null || p.HasDecidingTitle)), ignoreOrder: true);
            ranked.Zip(ranked.Skip(1)).ShouldAllBe(two => NextShowing.Weight(two.First) >= NextShowing.Weight(two.Second));
        });

    [Fact]
    public void The_order_is_the_same_whatever_the_order_it_came_in() =>
        Gen.Select(anyMatrix, Gen.Int[0, int.MaxValue]).Sample((pairs, seed) =>
        {
            var shuffled = pairs.ToArray();
            new Random(seed).Shuffle(shuffled);
            NextShowing.Rank(shuffled).ShouldBe(NextShowing.Rank(pairs));
        });

    [Fact]
    public void Wanting_a_target_more_never_makes_a_showing_there_weigh_less() =>
        Gen.Select(anyPair, Gen.Int[0, 2]).Sample((pair, motivation) =>
            NextShowing.Weight(pair with { Motivation = motivation + 1 }).ShouldBeGreaterThanOrEqualTo(NextShowing.Weight(pair with { Motivation = motivation })));

    [Fact]
    public void Wanting_a_target_more_never_moves_it_back() =>
        anyMatrix.Where(m => m.Any(NextShowing.IsOpen)).Sample(pairs =>
        {
            var at = Array.FindIndex(pairs, NextShowing.IsOpen);
            var (before, wanted) = (pairs[at] with { Motivation = 1 }, pairs[at] with { Motivation = 3 });
            Rank(wanted).ShouldBeLessThanOrEqualTo(Rank(before));

            int Rank(Pair pair) => NextShowing.Rank([.. pairs[..at], pair, .. pairs[(at + 1)..]]).ToList().IndexOf(pair);
        });

    [Fact]
    public void A_matched_need_and_evidence_make_it_heavier() =>
        anyPair.Sample(pair =>
        {
            var heaviest = NextShowing.Weight(pair with { Need = NeedState.Matched, HasEvidence = true });
            NextShowing.Weight(pair).ShouldBeLessThanOrEqualTo(heaviest);
            NextShowing.Weight(pair with { Need = NeedState.Another }).ShouldBe(NextShowing.Weight(pair with { Need = NeedState.Unknown }));
        });

    [Theory]
    [InlineData(3, DecisionRole.DecisionMaker, false, NeedState.Matched, true, 27)]
    [InlineData(3, null, true, NeedState.Matched, true, 22.5)]
    [InlineData(2, DecisionRole.Champion, false, NeedState.Another, true, 4)]
    [InlineData(2, DecisionRole.Recruiter, true, NeedState.Unknown, false, 1)]
    [InlineData(0, DecisionRole.Peer, false, NeedState.Unknown, true, 0.25)]
    [InlineData(null, DecisionRole.Influencer, false, NeedState.Unknown, true, 1.5)]
    [InlineData(3, null, false, NeedState.Matched, true, 0)]
    public void The_weight_is_the_product_of_its_four_factors(int? motivation, DecisionRole? role, bool title, NeedState need, bool evidence, double weight) =>
        NextShowing.Weight(Of(1, 1, motivation, role, title, need, evidence, Seen.NotYet)).ShouldBe(weight);

    [Theory]
    [InlineData(DecisionRole.DecisionMaker, false, true)]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    [InlineData(DecisionRole.Peer, true, false)]
    public void Who_decides_is_noted_or_told_by_the_title(DecisionRole? role, bool title, bool decides) => NextShowing.IsDecisionMaker(role, title).ShouldBe(decides);

    private static Pair Of(int claim, int person, int? motivation, DecisionRole? role, bool title, NeedState need, bool evidence, Seen seen) =>
        new(Id(claim), claim, Id(100 + person), $"name {person % 3}", motivation, role, title, need, evidence, seen);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
