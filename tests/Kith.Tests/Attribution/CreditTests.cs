using CsCheck;
using Kith.Domain;
using Kith.Domain.Attribution;

namespace Kith.Tests.Attribution;

public sealed class CreditTests
{
    private static readonly DateOnly Monday = new(2030, 3, 4);

    private static readonly Gen<CreditRule> AnyRule = Gen.Enum<CreditRule>();

    [Theory]
    [InlineData(CreditRule.Equal, 3, new[] { 333_334, 333_333, 333_333 })]
    [InlineData(CreditRule.First, 3, new[] { 1_000_000, 0, 0 })]
    [InlineData(CreditRule.Last, 3, new[] { 0, 0, 1_000_000 })]
    [InlineData(CreditRule.PositionWeighted, 1, new[] { 1_000_000 })]
    [InlineData(CreditRule.PositionWeighted, 2, new[] { 500_000, 500_000 })]
    [InlineData(CreditRule.PositionWeighted, 3, new[] { 400_000, 200_000, 400_000 })]
    [InlineData(CreditRule.PositionWeighted, 5, new[] { 400_000, 66_667, 66_667, 66_666, 400_000 })]
    [InlineData(CreditRule.Equal, 0, new int[0])]
    public void Credit_is_shared_as_the_rule_says(CreditRule rule, int touches, int[] parts)
    {
        var shared = Credit.Of(touches, rule);
        shared.Sum().ShouldBe(parts.Sum());
        shared.Zip(parts).ShouldAllBe(p => Math.Abs(p.First - p.Second) <= 1);
    }

    [Fact]
    public void Credit_sums_to_exactly_one_and_is_never_negative() =>
        Gen.Select(Gen.Int[1, 500], AnyRule).Sample((touches, rule) =>
        {
            var parts = Credit.Of(touches, rule);
            parts.Sum().ShouldBe(Credit.Whole);
            parts.ShouldAllBe(p => p >= 0);
            // Against the fractions that it stands for, worked out plainly.
            parts.Index().ShouldAllBe(p => Math.Abs(p.Item - (Fraction(p.Index, touches, rule) * Credit.Whole)) <= 1);
        });

    [Fact]
    public void Over_many_outcomes_the_credit_sums_to_their_number_whatever_is_credited() =>
        Gen.Select(Chains, AnyRule).Sample((chains, rule) =>
        {
            Credit.Shared(chains, rule, t => t.Tactic, Tactic.ColdMessage).Values.Sum(v => (long)v).ShouldBe((long)chains.Count * Credit.Whole);
            Credit.Shared(chains, rule, t => t.Person, Guid.Empty).Values.Sum(v => (long)v).ShouldBe((long)chains.Count * Credit.Whole);
        });

    [Fact]
    public void Merging_two_people_changes_no_tactics_credit_and_gives_the_one_what_the_two_had() =>
        Gen.Select(Chains, AnyRule).Sample((chains, rule) =>
        {
            var (keep, gone) = (People[0], People[1]);
            var merged = chains.Select(c => (IReadOnlyList<Touch>)[.. c.Select(t => t.Person == gone ? t with { Person = keep } : t)]).ToList();
            Credit.Shared(merged, rule, t => t.Tactic, Tactic.ColdMessage).ShouldBe(Credit.Shared(chains, rule, t => t.Tactic, Tactic.ColdMessage), ignoreOrder: true);
            var before = Credit.Shared(chains, rule, t => t.Person, Guid.Empty);
            Credit.Shared(merged, rule, t => t.Person, Guid.Empty).GetValueOrDefault(keep).ShouldBe(before.GetValueOrDefault(keep) + before.GetValueOrDefault(gone));
        });

    private static readonly Guid[] People = [.. Enumerable.Range(1, 6).Select(n => new Guid(n, 0, 0, new byte[8]))];

    private static readonly Gen<List<IReadOnlyList<Touch>>> Chains = Gen.Select(Gen.Int[0, 40], Gen.Enum<Tactic>(), Gen.Int[0, 5], (day, tactic, person) => (day, tactic, person))
        .Array[0, 9].Select(touches => (IReadOnlyList<Touch>)[.. touches.Index().Select(t => new Touch(new Guid(t.Index, 1, 0, new byte[8]), Monday.AddDays(t.Item.day), t.Item.tactic, People[t.Item.person])).OrderBy(t => t.On).ThenBy(t => t.Tactic).ThenBy(t => t.Id)])
        .List[0, 6];

    private static double Fraction(int at, int touches, CreditRule rule) => rule switch
    {
        CreditRule.First => at == 0 ? 1 : 0,
        CreditRule.Last => at == touches - 1 ? 1 : 0,
        CreditRule.PositionWeighted when touches > 2 => at == 0 || at == touches - 1 ? 0.4 : 0.2 / (touches - 2),
        _ => 1.0 / touches,
    };
}
