using CsCheck;
using Kith.Domain;
using Kith.Domain.Strength;

namespace Kith.Tests.Domain;

public sealed class StrengthTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<Contact> AnyContact = Gen.Select(Gen.Int[0, 4000], Gen.Enum<Channel>(), Gen.Enum<Direction>(), (days, channel, direction) => new Contact(Now.AddDays(-days), channel, direction));

    private static readonly Habits Some = new(40, 8, 15);

    [Fact]
    public void Strength_stays_between_0_and_100_and_never_falls_by_one_more_contact() =>
        Gen.Select(AnyContact.List[1, 40], AnyContact).Sample((history, more) =>
        {
            var before = Strength(history);
            var after = Strength([.. history, more]);
            after.ShouldBeInRange(before, 100);
            before.ShouldBeGreaterThanOrEqualTo(0);
        });

    [Fact]
    public void Silence_never_makes_a_tie_stronger() =>
        Gen.Select(AnyContact.List[1, 40], Gen.Int[0, 800]).Sample((history, days) =>
            Strength(history, Now.AddDays(days)).ShouldBeLessThanOrEqualTo(Strength(history)));

    [Fact]
    public void The_order_in_which_contacts_come_in_changes_nothing() =>
        Gen.Select(AnyContact.List[1, 40], Gen.Int).Sample((history, seed) =>
        {
            var shuffled = new TieHistory();
            foreach (var contact in history.OrderBy(c => HashCode.Combine(c, seed)))
                shuffled.Add(contact);

            shuffled.ActiveWeeks.ShouldBe(TieHistory.Of(history).ActiveWeeks);
            shuffled.SteadyWeeks(Now).ShouldBe(TieHistory.Of(history).SteadyWeeks(Now));
            TieModel.Shipped.Probability(shuffled, Some, Now).ShouldBe(TieModel.Shipped.Probability(TieHistory.Of(history), Some, Now), 1e-9);
        });

    [Fact]
    public void Somebody_who_answers_is_closer_than_somebody_who_does_not()
    {
        var answered = Strength([.. Enumerable.Range(0, 5).SelectMany(week => new[] { Ago(week * 7), Ago((week * 7) - 1, Direction.In) })]);
        var unanswered = Strength([.. Enumerable.Range(0, 10).Select(week => Ago(week * 4))]);

        answered.ShouldBeGreaterThan(unanswered);
    }

    [Fact]
    public void The_same_history_means_more_with_somebody_who_keeps_people()
    {
        var history = TieHistory.Of([Ago(40), Ago(38, Direction.In)]);

        TieStrength.Of(history, new(50, 40, 45), Now)!.Value.ShouldBeGreaterThan(TieStrength.Of(history, new(50, 2, 5), Now)!.Value);
    }

    [Fact]
    public void Habits_count_whom_the_user_knew_a_horizon_ago_and_kept()
    {
        TieHistory[] ties =
        [
            TieHistory.Of([Ago(200), Ago(20), Ago(10, Direction.In)]),
            TieHistory.Of([Ago(200), Ago(20)]),
            TieHistory.Of([Ago(200)]),
            TieHistory.Of([Ago(20), Ago(10, Direction.In)]),
        ];

        Habits.Of(ties, Now).ShouldBe(new(Known: 3, Kept: 1, Touched: 2));
    }

    [Fact]
    public void Weeks_in_touch_are_counted_back_from_the_day()
    {
        TieHistory.Of([Ago(0), Ago(6), Ago(7), Ago(90), Ago(91)]).SteadyWeeks(Now).ShouldBe(3);
        TieHistory.Of([Ago(400)]).SteadyWeeks(Now).ShouldBe(0);
    }

    [Fact]
    public void Reasons_say_what_the_history_shows_and_multiply_to_the_odds()
    {
        var tie = TieHistory.Of([Ago(200), Ago(40), Ago(38, Direction.In), Ago(5), Ago(3, Direction.In)]);

        var reasons = TieStrength.Reasons(tie, Some, Now);

        reasons.Select(r => r.Text).ShouldBe(
            [
                "both of you turn to the other; they last did 3 days ago", "the last contact was 3 days ago", "in touch in 2 of the last 13 weeks",
                "contact in 3 different weeks since 2026", "of 40 people you knew 90 days ago, you and 8 turned to each other since",
            ], ignoreOrder: true);
        reasons.ShouldBe(reasons.OrderByDescending(r => Math.Abs(Math.Log(r.Weight))));
        double Odds(TieHistory of, Habits habits, DateTime at) => TieModel.Shipped.Probability(of, habits, at) is var p ? p / (1 - p) : 0;
        var faint = Odds(TieHistory.Of([new(Now.AddYears(-10), Channel.Message, Direction.Out)]), Habits.None, Now);
        (Odds(tie, Some, Now) / faint).ShouldBe(reasons.Aggregate(1.0, (product, r) => product * r.Weight), 0.05 * Odds(tie, Some, Now) / faint);
    }

    [Fact]
    public void Nobody_without_history_has_strength()
    {
        TieStrength.Of(new(), Some, Now).ShouldBeNull();
        TieStrength.Reasons(new(), Some, Now).ShouldBeEmpty();
    }

    [Fact]
    public void A_tie_drifts_from_twice_its_rhythm_and_at_least_two_weeks_late()
    {
        Drift.Of(10, Now).ShouldBe(new(Day(24), Day(120)));
        Drift.Of(30, Now).ShouldBe(new(Day(60), Day(360)));
        Drift.Of(3, Now).ShouldBe(new(Day(17), Day(93)));
        Drift.Of(null, Now).ShouldBeNull();
        static DateOnly Day(int days) => DateOnly.FromDateTime(Now.AddDays(days));
    }

    [Fact]
    public void A_stage_names_its_evidence()
    {
        Stages.Evidence([], Now).ShouldBe(["no contact yet"]);
        Stages.Evidence([Ago(3), Ago(9)], Now).ShouldBe(["you turned to them on 2 days, last 3 days ago", "nothing has come from them yet"]);
        Stages.Evidence([new(Now.AddDays(-1), Channel.Recommendation, Direction.In)], Now).ShouldBe(
            ["they recommended you in writing yesterday", "you have not turned to them yet", "they turned to you on 1 day, last yesterday"]);
    }

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

    private static int Strength(IReadOnlyCollection<Contact> history, DateTime? at = null) => TieStrength.Of(TieHistory.Of(history), Some, at ?? Now)!.Value;

    private static Contact Ago(int days, Direction direction = Direction.Out) => new(Now.AddDays(-days), Channel.Message, direction);

    private static Contact At(int day, Direction direction = Direction.Out) => new(Now.AddDays(day - 500), Channel.Message, direction);
}
