using CsCheck;
using Kith.Domain;
using Kith.Domain.Calendars;
using Kith.Domain.Ranking;

namespace Kith.Tests.Ranking;

public sealed class TodayRankingTests
{
    private static readonly DateOnly today = new(2026, 11, 23);

    private static readonly int[] presets = [7, 14, 30, 60, 90, 180, 365];

    private static readonly Gen<Candidate> anyCandidate =
        from kind in Gen.Enum<ActionKind>()
        from person in Gen.Int[0, 40]
        from loop in Gen.Int[0, 500]
        from due in Gen.Int[-60, 900]
        from since in Gen.Int[0, 4000]
        from cadence in Gen.Int[0, 6].Select(preset => presets[preset])
        from motivation in Gen.Int[-1, 3]
        from strength in Gen.Int[0, 100]
        select new Candidate(
            kind, Id(person), kind is ActionKind.ReachOut or ActionKind.StayInTouch ? null : Id(1000 + loop), today.AddDays(-due), today.AddDays(-since),
            kind == ActionKind.StayInTouch ? cadence : null, motivation < 0 ? null : motivation, strength);

    private static readonly Gen<List<Candidate>> anyDay = anyCandidate.List[0, 60];

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 1, 1.023)]
    [InlineData(0, 1, 0.909)]
    [InlineData(8, 10, 1)]
    [InlineData(0, 20, 0.333)]
    [InlineData(1000, 1000, 1.248)]
    public void A_lesson_weighs_what_its_answers_allow(int taken, int answered, double weight) =>
        new Lesson(ActionKind.FollowUp, taken, answered).Weight.ShouldBe(weight);

    [Fact]
    public void What_was_let_go_again_and_again_comes_later_and_the_row_says_so() =>
        anyCandidate.Sample(c =>
        {
            var lessons = new Lessons([new(c.Kind, 1, 6)]);
            var (before, after) = (TodayRanking.Rank([c], today)[0], TodayRanking.Rank([c], today, lessons: lessons)[0]);
            if (c.Kind == ActionKind.KeepPromise)
                after.Score.ShouldBe(before.Score, "a promise is kept whatever became of earlier ones");
            else
            {
                after.Score.ShouldBe(before.Score * 0.703, 1e-6);
                after.Reasons.Single(r => r.Code == "learned").Text.ShouldBe("you let 5 of 6 of this kind go");
            }
        });

    [Fact]
    public void Who_decides_at_a_target_counts_double_and_elsewhere_like_anybody() =>
        anyCandidate.Sample(c =>
        {
            var (other, decider) = (TodayRanking.Rank([c], today)[0], TodayRanking.Rank([c with { Decides = true }], today)[0]);
            decider.Score.ShouldBe(c.Motivation is null ? other.Score : 2 * other.Score, 2e-6);
            decider.Reasons.Any(r => r.Code == "decides").ShouldBe(c.Motivation is not null);
        });

    [Fact]
    public void What_moves_nothing_is_not_told_as_learnt() =>
        new Lessons([new(ActionKind.KeepPromise, 0, 9), new(ActionKind.Thank, 8, 10), new(ActionKind.FollowUp, 0, 1), new(ActionKind.ReachOut, 0, 9)]).All
            .Select(l => l.Action).ShouldBe([ActionKind.ReachOut, ActionKind.FollowUp]);

    [Fact]
    public void Lessons_of_one_kind_leave_the_other_kinds_alone() =>
        anyDay.Sample(day =>
        {
            var lessons = new Lessons([new(ActionKind.Thank, 0, 9)]);
            var others = day.Where(c => c.Kind != ActionKind.Thank).ToList();
            TodayRanking.Rank(others, today, lessons: lessons).Select(a => a.Score).ShouldBe(TodayRanking.Rank(others, today).Select(a => a.Score));
        });

    [Fact]
    public void What_needs_an_office_is_asked_for_half_as_much_while_it_is_closed() =>
        anyCandidate.Sample(c =>
        {
            var sunday = new DateOnly(2026, 11, 22);
            var open = TodayRanking.Rank([c], sunday)[0].Score;
            var closed = TodayRanking.Rank([c], sunday, offices: new BusinessDays("DE"))[0].Score;
            closed.ShouldBe(c.Kind is ActionKind.ReachOut or ActionKind.FollowUp or ActionKind.ChasePromise ? open / 2 : open, 1e-6);
            TodayRanking.Rank([c], today, offices: new BusinessDays("DE"))[0].Score.ShouldBe(TodayRanking.Rank([c], today)[0].Score);
        });

    [Fact]
    public void Two_unanswered_messages_halve_and_three_stop_all_but_a_promise() =>
        anyCandidate.Sample(c =>
        {
            var plain = TodayRanking.Rank([c], today)[0].Score;
            var two = TodayRanking.Rank([c with { Unanswered = 2 }], today)[0];
            var three = TodayRanking.Rank([c with { Unanswered = 3 }], today);
            if (c.Kind == ActionKind.KeepPromise)
            {
                two.Score.ShouldBe(plain);
                three.Count.ShouldBe(1);
                return;
            }
            two.Score.ShouldBe(plain / 2, 1e-6);
            two.Reasons.ShouldContain(r => r.Code == "silence" && r.Text == "2 messages in 30 days without an answer");
            three.ShouldBeEmpty();
        });

    [Fact]
    public void A_silence_longer_than_the_rhythm_is_told_by_the_rhythm()
    {
        var action = TodayRanking.Rank([new(ActionKind.StayInTouch, Id(1), Since: today.AddDays(-30), RhythmDays: 10)], today)[0];

        action.Reasons[0].ShouldBe(new("drift", "usually in contact every 10 days, silent for 30 days", 3));
    }

    [Fact]
    public void The_same_day_always_looks_the_same() =>
        anyDay.SelectMany(day => Gen.Shuffle(day.ToArray()).Select(shuffled => (day, shuffled)))
            .Sample(d => Told(TodayRanking.Rank(d.shuffled, today)) == Told(TodayRanking.Rank(d.day, today)));

    [Fact]
    public void A_person_is_asked_for_once_a_day() =>
        anyDay.Sample(day => TodayRanking.Rank(day, today, 50).GroupBy(a => a.Candidate.PersonId).All(g => g.Count() == 1));

    [Fact]
    public void The_person_comes_with_their_best_action() =>
        anyDay.Sample(day =>
        {
            var alone = day.ToLookup(c => c.PersonId, c => TodayRanking.Rank([c], today)[0].Score);
            return TodayRanking.Rank(day, today, 50).All(a => a.Score >= alone[a.Candidate.PersonId].Max());
        });

    [Fact]
    public void No_kind_fills_the_day_while_another_waits() =>
        anyDay.Sample(day =>
        {
            var shown = TodayRanking.Rank(day, today);
            var all = TodayRanking.Rank(day, today, 1000);
            var crowded = shown.GroupBy(a => a.Candidate.Kind).Where(g => g.Count() > TodayRanking.Quota).Select(g => g.Key).ToHashSet();
            var others = all.GroupBy(a => a.Candidate.Kind).Where(g => !crowded.Contains(g.Key));
            return crowded.Count == 0 || others.All(g => shown.Count(a => a.Candidate.Kind == g.Key) >= Math.Min(g.Count(), TodayRanking.Quota));
        });

    [Fact]
    public void A_day_has_at_most_seven_rows() =>
        anyDay.Sample(day => TodayRanking.Rank(day, today).Count == Math.Min(7, day.Select(c => c.PersonId).Distinct().Count()));

    [Fact]
    public void The_score_is_what_the_reasons_say() =>
        anyCandidate.Sample(c =>
        {
            var action = TodayRanking.Rank([c], today)[0];
            return Math.Abs(action.Score - (action.Reasons.Aggregate(1.0, (product, r) => product * r.Weight) / action.Minutes)) < 1e-6;
        });

    [Fact]
    public void Waiting_longer_never_makes_a_promise_or_a_tie_less_urgent() =>
        Gen.Select(anyCandidate.Where(c => c.Kind is not (ActionKind.FollowUp or ActionKind.ReachOut)), Gen.Int[1, 400]).Sample((c, more) =>
            Score(c with { Due = c.Due!.Value.AddDays(-more) }) >= Score(c));

    [Fact]
    public void An_exchange_only_cools() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Int[1, 400]).Sample((days, more) => Score(FollowUp(days)) >= Score(FollowUp(days + more)));

    [Fact]
    public void A_stronger_tie_and_a_more_wanted_target_never_count_less() =>
        Gen.Select(anyCandidate, Gen.Int[0, 100]).Sample((c, strength) =>
            Score(c with { Strength = Math.Max(c.Strength, strength) }) >= Score(c with { Strength = Math.Min(c.Strength, strength) })
            && Score(c with { Motivation = 3 }) > Score(c with { Motivation = 0 }) && Score(c with { Motivation = 0 }) > Score(c with { Motivation = null }));

    [Theory]
    [InlineData(7, 7, 365, 30)]
    [InlineData(14, 14, 90, 60)]
    [InlineData(30, 20, 365, 100)]
    public void A_tie_is_late_by_its_own_period(int shortPeriod, int shortLate, int longPeriod, int longLate) =>
        First(Tie(1, shortPeriod, shortLate), Tie(2, longPeriod, longLate)).ShouldBe(Id(1));

    [Theory]
    [InlineData(0, 30)]
    [InlineData(2, 8)]
    [InlineData(30, 89)]
    [InlineData(89, 91)]
    [InlineData(200, 2000)]
    public void A_fresh_exchange_comes_before_an_old_one(int fresh, int old) =>
        First(FollowUp(old) with { PersonId = Id(2) }, FollowUp(fresh) with { PersonId = Id(1) }).ShouldBe(Id(1));

    [Fact]
    public void A_promise_that_is_due_comes_before_a_connection_of_last_year() =>
        First(FollowUp(370) with { PersonId = Id(2) }, new(ActionKind.KeepPromise, Id(1), Id(9), today, today.AddDays(-3), What: "the article")).ShouldBe(Id(1));

    [Fact]
    public void Somebody_at_a_target_comes_before_a_connection_of_last_year() =>
        First(FollowUp(370) with { PersonId = Id(2) }, new(ActionKind.ReachOut, Id(1), Motivation: 1)).ShouldBe(Id(1));

    [Fact]
    public void The_reason_says_how_they_met_and_that_nobody_followed_up() =>
        TodayRanking.Rank([FollowUp(2) with { What = "you met" }], today)[0].Reasons[0].Text.ShouldBe("you met 2 days ago; nobody has followed up");

    [Fact]
    public void The_reason_repeats_what_was_promised() =>
        TodayRanking.Rank([new(ActionKind.KeepPromise, Id(1), Id(9), today.AddDays(-1), today.AddDays(-3), What: "the article")], today)[0]
            .Reasons[0].Text.ShouldBe("promised 3 days ago: the article");

    private static Candidate FollowUp(int days) =>
        new(ActionKind.FollowUp, Id(1), Id(100), today.AddDays(Loop.FollowUpDays - days), today.AddDays(-days));

    private static Candidate Tie(int person, int period, int late) =>
        new(ActionKind.StayInTouch, Id(person), Due: today.AddDays(-late), Since: today.AddDays(-late - period), CadenceDays: period);

    private static Guid First(params Candidate[] day) => TodayRanking.Rank(day, today)[0].Candidate.PersonId;

    private static double Score(Candidate c) => TodayRanking.Rank([c], today)[0].Score;

    private static string Told(IReadOnlyList<NextAction> day) => string.Join('\n', day.Select(a => $"{a.Candidate.PersonId} {a.Candidate.LoopId} {a.Candidate.Kind} {a.Score}"));

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
