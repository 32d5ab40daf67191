using CsCheck;
using Kith.Domain;
using Kith.Domain.Strength;
using Kith.Domain.Weeks;

namespace Kith.Tests.Weeks;

/// <summary>Weeks, streaks and the three numbers.</summary>
public sealed class WeekTests
{
    private static readonly DateOnly Monday = new(2030, 3, 4);

    [Theory]
    [InlineData("2030-03-04", "2030-03-04", "2030-02-25", true)]
    [InlineData("2030-03-05", "2030-03-04", "2030-03-04", false)]
    [InlineData("2030-03-07", "2030-03-04", "2030-03-04", false)]
    [InlineData("2030-03-08", "2030-03-04", "2030-03-04", true)]
    [InlineData("2030-03-10", "2030-03-04", "2030-03-04", true)]
    [InlineData("2030-01-01", "2029-12-31", "2029-12-31", false)]
    public void A_week_begins_on_Monday_and_is_reviewed_from_Friday_to_the_Monday_after(string day, string monday, string reviewed, bool isReviewDay)
    {
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd", null);

        (Week.Of(on), Week.ToReview(on), Week.IsReviewDay(on)).ShouldBe((DateOnly.ParseExact(monday, "yyyy-MM-dd", null), DateOnly.ParseExact(reviewed, "yyyy-MM-dd", null), isReviewDay));
    }

    [Theory]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 0 }, 1)]
    [InlineData(new[] { 1 }, 1)]
    [InlineData(new[] { 0, 1, 2 }, 3)]
    [InlineData(new[] { 1, 2, 3 }, 3)]
    [InlineData(new[] { 2, 3, 4 }, 0)]
    [InlineData(new[] { 0, 2, 3 }, 1)]
    [InlineData(new[] { 1, 2, 4 }, 2)]
    public void A_streak_counts_back_from_this_week_or_the_one_before(int[] weeksAgo, int streak) =>
        Week.Streak([.. weeksAgo.Select(w => Monday.AddDays(-7 * w))], Monday.AddDays(4)).ShouldBe(streak);

    [Fact]
    public void A_streak_agrees_with_a_slow_count_day_by_day() => Gen.Select(Gen.Int[0, 12].Array[0, 12], Gen.Int[0, 6]).Sample((weeksAgo, weekday) =>
    {
        var (reviewed, today) = (weeksAgo.Select(w => Monday.AddDays(-7 * w)).ToList(), Monday.AddDays(weekday));

        var slow = 0;
        for (var start = 0; start <= 1; start++)
        {
            // Every day back from this week's (or last week's) Sunday has to lie in a week that was reviewed.
            var day = Monday.AddDays(6 - (7 * start));
            var days = 0;
            while (reviewed.Exists(m => day >= m && day <= m.AddDays(6)))
                (day, days) = (day.AddDays(-1), days + 1);
            slow = Math.Max(slow, days / 7);
            if (slow > 0)
                break;
        }
        Week.Streak(reviewed, today).ShouldBe(slow);
    });

    [Fact]
    public void Order_and_repeats_do_not_change_a_streak() => Gen.Select(Gen.Int[0, 8].Array[0, 8], Gen.Int).Sample((weeksAgo, seed) =>
    {
        var mixed = weeksAgo.Concat(weeksAgo).ToArray();
        new Random(seed).Shuffle(mixed);

        Week.Streak([.. mixed.Select(w => Monday.AddDays(-7 * w))], Monday).ShouldBe(Week.Streak([.. weeksAgo.Select(w => Monday.AddDays(-7 * w))], Monday));
    });

    [Fact]
    public void Three_numbers_worked_out_by_hand()
    {
        var today = Monday.AddDays(4);

        var numbers = WeekNumbers.Count(
            [
                ([At(Direction.Both)], true), ([At(Direction.Out), At(Direction.In)], false), ([At(Direction.Out)], true), ([At(Direction.In)], false), ([], true),
            ],
            [
                new(Monday, Monday.AddDays(2)), new(Monday, Monday.AddDays(3)), new(Monday.AddDays(1), null), new(Monday.AddDays(3), null), new(Monday.AddDays(4), Monday.AddDays(4)),
            ],
            today);

        (numbers.Conversations, numbers.DecisionMakers).ShouldBe((new WeekCount(2, 4), new WeekCount(1, 2)));
        numbers.FollowUps.ShouldBe(new WeekCount(2, 4), "what was met yesterday and waits still has time");
    }

    private static Contact At(Direction direction) => new(Monday.ToDateTime(new(12, 0)), Channel.Mail, direction);
}
