using CsCheck;
using Kith.Domain;

namespace Kith.Tests.Domain;

public sealed class LoopTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void An_exchange_opens_a_follow_up_that_is_due_after_48_hours()
    {
        var exchange = new Exchange { Id = Guid.AllBitsSet, PersonId = Guid.AllBitsSet, Tactic = Tactic.CardReceived, On = Day };

        var loop = Loop.ForExchange(Guid.Empty, exchange);

        loop.Kind.ShouldBe(LoopKind.FollowUp);
        loop.State.ShouldBe(LoopState.Open);
        loop.Due.ShouldBe(Day.AddDays(2));
        loop.ExchangeId.ShouldBe(exchange.Id);
    }

    [Theory]
    [InlineData(LoopKind.FollowUp, Direction.Out, 0, true)]
    [InlineData(LoopKind.FollowUp, Direction.Both, 1, true)]
    [InlineData(LoopKind.FollowUp, Direction.In, 1, false)]
    [InlineData(LoopKind.FollowUp, Direction.Out, -1, false)]
    [InlineData(LoopKind.Thank, Direction.Out, 1, true)]
    [InlineData(LoopKind.ReportBack, Direction.Both, 1, true)]
    [InlineData(LoopKind.PromiseByMe, Direction.Both, 1, false)]
    [InlineData(LoopKind.PromiseByThem, Direction.In, 1, false)]
    public void Only_my_own_contact_after_the_day_is_evidence_and_a_promise_needs_my_word(LoopKind kind, Direction direction, int days, bool answered)
    {
        Open(kind).IsAnsweredBy(direction, Day.AddDays(days)).ShouldBe(answered);
    }

    [Fact]
    public void A_decision_needs_a_reason()
    {
        var loop = Open(LoopKind.FollowUp);

        Should.Throw<RefusedException>(() => loop.CloseByDecision("  ", Day)).Code.ShouldBe("loop.reason-missing");

        loop.State.ShouldBe(LoopState.Open);
    }

    [Fact]
    public void A_snoozed_loop_is_due_again_when_the_snooze_is_over()
    {
        var loop = Open(LoopKind.Thank);
        loop.Snooze(Day.AddDays(7));

        loop.IsDue(Day.AddDays(6)).ShouldBeFalse();
        loop.IsDue(Day.AddDays(7)).ShouldBeTrue();
    }

    [Fact]
    public void Whatever_happens_a_loop_closes_only_with_evidence_or_a_reason() =>
        Gen.Int[0, 3].List[0, 12].Sample(steps =>
        {
            var loop = Open(LoopKind.FollowUp);
            foreach (var step in steps)
                Try(loop, step);
            (loop.State == LoopState.Closed).ShouldBe(loop.EvidenceId is not null || !string.IsNullOrWhiteSpace(loop.Decision));
            (loop.State == LoopState.Closed).ShouldBe(loop.ClosedOn is not null);
            (loop.EvidenceId is not null && loop.Decision is not null).ShouldBeFalse();
        });

    private static void Try(Loop loop, int step)
    {
        try
        {
            switch (step)
            {
                case 0: loop.Snooze(Day.AddDays(3)); break;
                case 1: loop.CloseOnEvidence(Guid.AllBitsSet, Day); break;
                case 2: loop.CloseByDecision("not now", Day); break;
                default: loop.CloseByDecision("", Day); break;
            }
        }
        catch (RefusedException)
        {
            // A refusal must leave the loop as it was; the assertions after the run see to that.
        }
    }

    private static Loop Open(LoopKind kind) => new() { Id = Guid.AllBitsSet, PersonId = Guid.AllBitsSet, Kind = kind, OpenedOn = Day, Due = Day.AddDays(2) };
}
