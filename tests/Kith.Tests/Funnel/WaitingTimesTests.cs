using CsCheck;
using Kith.Domain.Funnel;

namespace Kith.Tests.Funnel;

public sealed class WaitingTimesTests
{
    // Weeks in remission of 21 patients given 6-mercaptopurine; negative means still in remission (Freireich et al., Blood 21, 1963).
    private static readonly Wait[] Freireich = Waits(6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35);

    private static readonly Gen<Wait[]> AnyWaits = Gen.Select(Gen.Int[0, 60], Gen.Bool, (d, ended) => new Wait(d, ended)).Array[1, 60];

    [Fact]
    public void The_product_limit_estimate_is_the_published_one() =>
        WaitingTimes.Of(Freireich).Points.Select(p => (p.Days, p.AtRisk, Math.Round(p.Waiting, 4))).ShouldBe(
            [(6, 21, 0.8571), (7, 17, 0.8067), (10, 15, 0.7529), (13, 12, 0.6902), (16, 11, 0.6275), (22, 7, 0.5378), (23, 6, 0.4482)]);

    [Fact]
    public void Its_standard_errors_are_Greenwoods() =>
        WaitingTimes.Of(Freireich).Points.Select(p => Math.Round(Math.Sqrt(p.Variance), 4)).ShouldBe([0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]);

    [Fact]
    public void Its_band_is_that_of_the_log_log_scale()
    {
        var points = WaitingTimes.Of(Freireich).Points;

        points[0].Band.Low.ShouldBe(0.620, 0.0005);
        points[0].Band.High.ShouldBe(0.952, 0.0005);
        points[^1].Band.Low.ShouldBe(0.188, 0.0005);
        points[^1].Band.High.ShouldBe(0.680, 0.0005);
    }

    [Fact]
    public void Half_are_out_of_remission_by_week_23_and_nobody_knows_how_late_that_may_be()
    {
        var times = WaitingTimes.Of(Freireich);

        times.Median.ShouldBe(23);
        times.MedianInterval.ShouldBe((13, null));
    }

    [Fact]
    public void A_median_that_few_have_reached_is_not_reached()
    {
        var times = WaitingTimes.Of(Waits(3, -5, -8, -9));

        times.Median.ShouldBeNull();
        times.MedianText.ShouldBe("not reached");
        WaitingTimes.Of(Waits(3, 3, -8)).MedianText.ShouldBe("3 days");
    }

    [Fact]
    public void The_share_within_days_counts_those_who_still_wait()
    {
        var within = WaitingTimes.Of(Freireich).ShareWithin(10)!.Value;

        within.Share.ShouldBe(1 - 0.7529, 0.0001);
        within.Interval.Low.ShouldBeLessThan(within.Share);
        within.Interval.High.ShouldBeGreaterThan(within.Share);
    }

    [Fact]
    public void Nothing_is_said_of_days_nobody_was_watched_for()
    {
        WaitingTimes.Of(Freireich).ShareWithin(36).ShouldBeNull();
        WaitingTimes.Of([]).ShareWithin(1).ShouldBeNull();
        WaitingTimes.Of(Waits(1, 2)).ShareWithin(36)!.Value.Share.ShouldBe(1);
        WaitingTimes.Of(Freireich).ShareWithin(2)!.Value.Share.ShouldBe(0);
    }

    [Fact]
    public void Without_open_waits_the_estimate_is_the_plain_share() =>
        Gen.Int[0, 60].Array[1, 60].Sample(days =>
        {
            var times = WaitingTimes.Of(days.Select(d => new Wait(d, true)));
            foreach (var point in times.Points)
                point.Waiting.ShouldBe((double)days.Count(d => d > point.Days) / days.Length, 1e-9);
        });

    [Fact]
    public void Fewer_wait_as_time_goes_by_and_the_band_holds_them() =>
        AnyWaits.Sample(waits =>
        {
            var before = 1.0;
            foreach (var point in WaitingTimes.Of(waits).Points)
            {
                point.Waiting.ShouldBeLessThan(before);
                point.Waiting.ShouldBeInRange(point.Band.Low, point.Band.High);
                before = point.Waiting;
            }
        });

    private static Wait[] Waits(params int[] days) => [.. days.Select(d => new Wait(Math.Abs(d), d > 0))];
}
