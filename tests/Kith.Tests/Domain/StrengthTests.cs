using CsCheck;
using Kith.Domain;
using Kith.Domain.Strength;

namespace Kith.Tests.Domain;

public sealed class StrengthTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<Contact> AnyContact = Gen.Select(Gen.Int[0, 4000], Gen.Enum<Channel>(), Gen.Enum<Direction>(), (days, channel, direction) => new Contact(Now.AddDays(-days), channel, direction));

    [Fact]
    public void One_meeting_today_is_half_of_full_strength() =>
        TieStrength.On(TieStrength.Warmth([new(Now, Channel.Meeting, Direction.Both)]), Now).ShouldBe(50);

    [Fact]
    public void A_contact_loses_half_its_weight_in_90_days()
    {
        var fresh = TieStrength.Warmth([new(Now, Channel.Mail, Direction.Out)])!.Value;
        var old = TieStrength.Warmth([new(Now.AddDays(-90), Channel.Mail, Direction.Out)])!.Value;

        (fresh - old).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Strength_stays_between_0_and_100_and_never_falls_by_one_more_contact() =>
        Gen.Select(AnyContact.List[0, 40], AnyContact).Sample((history, more) =>
        {
            var before = TieStrength.On(TieStrength.Warmth(history), Now);
            var after = TieStrength.On(TieStrength.Warmth([.. history, more]), Now);
            after.ShouldBeInRange(before, 100);
            before.ShouldBeGreaterThanOrEqualTo(0);
        });

    [Fact]
    public void Nobody_without_history_has_strength() => TieStrength.On(TieStrength.Warmth([]), Now).ShouldBe(0);

    [Fact]
    public void Stages_follow_the_evidence()
    {
        Stages.Of([]).ShouldBe(Stage.Identified);
        Stages.Of([At(0, Direction.Out)]).ShouldBe(Stage.Contacted);
        Stages.Of([At(0, Direction.In)]).ShouldBe(Stage.Contacted);
        Stages.Of([At(0, Direction.Out), At(1, Direction.In)]).ShouldBe(Stage.Conversed);
        Stages.Of([At(0, Direction.Both)]).ShouldBe(Stage.Conversed);
        Stages.Of([At(0, Direction.Both), At(9, Direction.Both)]).ShouldBe(Stage.Reciprocal);
        Stages.Of([new(Now, Channel.Recommendation, Direction.In)]).ShouldBe(Stage.Advocate);
    }

    [Fact]
    public void More_history_never_takes_a_stage_away() =>
        Gen.Select(AnyContact.List[0, 12], AnyContact).Sample((history, more) =>
            ((int)Stages.Of([.. history, more])).ShouldBeGreaterThanOrEqualTo((int)Stages.Of(history)));

    [Fact]
    public void A_tie_is_dormant_after_three_silent_years()
    {
        Stages.IsDormant(Now.AddYears(-3).AddDays(-1), Now).ShouldBeTrue();
        Stages.IsDormant(Now.AddYears(-3).AddDays(1), Now).ShouldBeFalse();
        Stages.IsDormant(null, Now).ShouldBeFalse();
    }

    [Fact]
    public void A_rhythm_is_the_median_gap_and_needs_three_gaps_over_21_days()
    {
        Rhythm.Days([At(0), At(10), At(30), At(33)]).ShouldBe(10);
        Rhythm.Days([At(0), At(10), At(30)]).ShouldBeNull();
        Rhythm.Days([At(0), At(1), At(2), At(20)]).ShouldBeNull();
        Rhythm.Days([At(0), At(4), At(10), At(18), At(30)]).ShouldBe(7);
    }

    private static Contact At(int day, Direction direction = Direction.Out) => new(Now.AddDays(day - 500), Channel.Message, direction);
}
