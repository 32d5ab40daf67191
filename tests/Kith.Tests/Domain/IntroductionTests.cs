using Kith.Domain;
using static Kith.Domain.IntroductionState;

namespace Kith.Tests.Domain;

public sealed class IntroductionTests
{
    private static readonly DateOnly Friday = new(2026, 11, 27);

    [Theory]
    [InlineData(Drafted, new[] { Asked, Lapsed })]
    [InlineData(Asked, new[] { ConnectorAgreed, TargetAgreed, Made, Declined, Lapsed })]
    [InlineData(ConnectorAgreed, new[] { TargetAgreed, Made, Declined, Lapsed })]
    [InlineData(TargetAgreed, new[] { Made, Declined, Lapsed })]
    [InlineData(Made, new[] { Met, Declined, Lapsed })]
    [InlineData(Met, new[] { Thanked, ReportedBack, Lapsed })]
    [InlineData(Thanked, new[] { ReportedBack, Lapsed })]
    [InlineData(ReportedBack, new IntroductionState[0])]
    [InlineData(Declined, new IntroductionState[0])]
    [InlineData(Lapsed, new IntroductionState[0])]
    public void From_each_state_only_these_steps_are_allowed(IntroductionState from, IntroductionState[] allowed)
    {
        foreach (var to in Enum.GetValues<IntroductionState>())
            if (allowed.Contains(to))
            {
                var asked = At(from);
                asked.Advance(to, Friday);
                (asked.State, asked.ChangedOn).ShouldBe((to, Friday));
            }
            else
                Should.Throw<RefusedException>(() => At(from).Advance(to, Friday)).Code.ShouldBe("introduction.step");
    }

    [Fact]
    public void A_referral_needs_no_second_consent() =>
        Introduction.After(Asked, IntroductionKind.Referral).ShouldNotContain(TargetAgreed);

    [Fact]
    public void An_ended_one_remembers_how_far_it_had_come()
    {
        var early = At(Asked);
        early.Advance(Declined, Friday);
        var late = At(Made);
        late.Advance(Lapsed, Friday);

        (early.EndedAfter, early.WasMade).ShouldBe((Asked, false));
        (late.EndedAfter, late.WasMade).ShouldBe((Made, true));
    }

    [Theory]
    [InlineData(Drafted, "")]
    [InlineData(Asked, "FollowUp 2026-12-04")]
    [InlineData(ConnectorAgreed, "PromiseByThem 2026-12-04")]
    [InlineData(Made, "Thank 2026-11-28, FollowUp other 2026-11-28")]
    [InlineData(Met, "ReportBack 2026-11-29")]
    [InlineData(Thanked, "")]
    [InlineData(Declined, "Thank 2026-11-28")]
    [InlineData(Lapsed, "")]
    public void Each_step_leaves_open_what_is_owed(IntroductionState state, string expected)
    {
        var asked = At(state);

        var opened = asked.Opens(Friday, new(null)).Select(o => $"{o.Kind} {(o.Person == asked.OtherId ? "other " : "")}{o.Due:yyyy-MM-dd}");

        string.Join(", ", opened).ShouldBe(expected);
    }

    private static Introduction At(IntroductionState state)
    {
        var asked = new Introduction { Id = Guid.Empty, PersonId = new(1, 0, 0, new byte[8]), OtherId = new(2, 0, 0, new byte[8]), Kind = IntroductionKind.Introduction, CreatedAt = default };
        foreach (var step in state is Declined or Lapsed ? [Asked, state] : new[] { Asked, ConnectorAgreed, TargetAgreed, Made, Met, Thanked, ReportedBack }.TakeWhile(s => s <= state))
            asked.Advance(step, Friday.AddDays(-1));
        return asked;
    }
}
