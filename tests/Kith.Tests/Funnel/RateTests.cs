using CsCheck;
using Kith.Domain.Funnel;

namespace Kith.Tests.Funnel;

public sealed class RateTests
{
    private static readonly Gen<Rate> AnyRate = Gen.Int[1, 200].SelectMany(n => Gen.Int[0, n].Select(k => new Rate(k, n)));

    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    [InlineData(0, 10, 0.0000, 0.2775)]
    public void Wilsons_interval_is_the_published_one(int k, int n, double low, double high)
    {
        new Rate(k, n).Wilson().Low.ShouldBe(low, 0.00005);
        new Rate(k, n).Wilson().High.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void Of_nobody_nothing_is_known()
    {
        new Rate(0, 0).Share.ShouldBeNull();
        new Rate(0, 0).Wilson().ShouldBe(new Interval(0, 1));
        new Rate(0, 0).Text.ShouldBe("0 of 0");
    }

    [Fact]
    public void Jeffreys_interval_leaves_the_same_belief_on_both_sides_and_reaches_0_and_1()
    {
        var interval = new Rate(3, 10).Jeffreys();
        new BetaDistribution(3.5, 7.5).Distribution(interval.Low).ShouldBe(0.025, 1e-9);
        new BetaDistribution(3.5, 7.5).Distribution(interval.High).ShouldBe(0.975, 1e-9);
        new Rate(0, 10).Jeffreys().Low.ShouldBe(0);
        new Rate(10, 10).Jeffreys().High.ShouldBe(1);
    }

    [Fact]
    public void Intervals_hold_the_share_and_narrow_with_more_of_the_same() =>
        AnyRate.Sample(rate =>
        {
            var (one, ten) = (rate.Wilson(), new Rate(rate.Successes * 10, rate.Trials * 10).Wilson());
            rate.Share!.Value.ShouldBeInRange(one.Low - 1e-12, one.High + 1e-12);
            (ten.High - ten.Low).ShouldBeLessThan(one.High - one.Low);
        });

    [Fact]
    public void A_percentage_is_not_shown_below_20()
    {
        new Rate(3, 7).Text.ShouldBe("3 of 7");
        new Rate(7, 19).AllowsPercent.ShouldBeFalse();
        new Rate(7, 20).Text.ShouldBe("35 % (7 of 20; 18-57 %)");
    }

    [Fact]
    public void Counts_that_cannot_be_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Rate(8, 7));
        Should.Throw<ArgumentOutOfRangeException>(() => new Rate(-1, 7));
    }

    // Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17 (1998), table II, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void The_interval_of_a_difference_is_the_published_one(int k, int n, int l, int m, double low, double high)
    {
        var interval = new Rate(k, n).Against(new Rate(l, m)).Interval;
        interval.Low.ShouldBe(low, 0.00005);
        interval.High.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void Rates_are_compared_only_where_chance_is_left_out()
    {
        new Rate(56, 70).Against(new Rate(48, 80)).Verdict.ShouldBe(Verdict.Higher);
        new Rate(48, 80).Against(new Rate(56, 70)).Text.ShouldBe("lower");
        new Rate(3, 4).Against(new Rate(1, 4)).Text.ShouldBe("too little to tell");
        new Rate(3, 4).Against(new Rate(0, 0)).Verdict.ShouldBe(Verdict.TooLittleToTell);
    }

    [Fact]
    public void Changing_sides_turns_the_verdict() =>
        Gen.Select(AnyRate, AnyRate).Sample((one, other) =>
        {
            var (there, back) = (one.Against(other), other.Against(one));
            back.Interval.Low.ShouldBe(-there.Interval.High, 1e-12);
            (there.Verdict == Verdict.Higher).ShouldBe(back.Verdict == Verdict.Lower);
        });
}
