using CsCheck;
using Kith.Domain.Forecast;

namespace Kith.Tests.Forecast;

public sealed class LandingForecastTests
{
    private static readonly SearchSoFar Nothing = new([]);

    // Twelve ordinary weeks.
    private static readonly SearchSoFar Usual = Weeks(12, new(8, 2, 0, 0));

    private static readonly Gen<SearchSoFar> AnySearch =
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 8], Gen.Int[0, 2], (asked, talked, decided) => new SearchWeek(asked, talked, decided, 0)).Array[0, 30].Select(weeks => new SearchSoFar(weeks));

    [Fact]
    public void The_chance_to_have_landed_only_rises_and_stays_a_chance() =>
        AnySearch.Sample(
            search =>
            {
                var landed = LandingForecast.Of(search, null).Landed;
                landed.ShouldBe(landed.Order());
                landed[0].ShouldBeGreaterThanOrEqualTo(0);
                landed[^1].ShouldBeLessThanOrEqualTo(1);
            }, iter: 20);

    [Fact]
    public void The_same_search_gives_the_same_forecast() =>
        LandingForecast.Of(Usual, 26).Landed.ShouldBe(LandingForecast.Of(Weeks(12, new(8, 2, 0, 0)), 26).Landed);

    [Fact]
    public void More_requests_and_better_rates_never_lower_the_chance() =>
        Gen.Select(AnySearch, Gen.Enum<FunnelStep>(), Gen.Double[1, 3]).Sample(
            (search, step, factor) => LandingForecast.Of(search, 26, r => r.With(step, factor)).ByDate!.Value
                .ShouldBeGreaterThanOrEqualTo(LandingForecast.Of(search, 26).ByDate!.Value), iter: 20);

    [Fact]
    public void Too_little_says_so_and_is_what_is_usual()
    {
        LandingForecast.Of(Nothing, 26).IsThin.ShouldBeTrue();
        LandingForecast.Of(Weeks(3, new(20, 5, 1, 0)), 26).IsThin.ShouldBeTrue();
        LandingForecast.Of(Weeks(10, new(0, 0, 0, 0)), 26).IsThin.ShouldBeTrue();
        LandingForecast.Of(Usual, 26).IsThin.ShouldBeFalse();
        foreach (var step in Enum.GetValues<FunnelStep>())
            Belief.After(Nothing).Mean(step).ShouldBe(Belief.Usual(step), 1e-9);
    }

    [Fact]
    public void Own_rates_take_over_from_what_is_usual()
    {
        var answered = Belief.After(Weeks(30, new(10, 6, 0, 0)));

        answered.Mean(FunnelStep.Conversation).ShouldBe(0.6, 0.05);
        answered.Mean(FunnelStep.Request).ShouldBe(10, 0.5);
        Belief.After(Weeks(30, new(10, 0, 0, 0))).Mean(FunnelStep.Conversation).ShouldBeLessThan(0.03);
    }

    [Fact]
    public void Requests_of_last_week_are_not_yet_held_against_their_answers() =>
        Belief.After(new([new(40, 0, 0, 0)])).Mean(FunnelStep.Conversation)
            .ShouldBeGreaterThan(Belief.After(new([new(40, 0, 0, 0), .. Weeks(8, new(0, 0, 0, 0)).Weeks])).Mean(FunnelStep.Conversation));

    [Fact]
    public void A_step_far_below_the_usual_is_the_one_that_holds_the_goal_back()
    {
        LandingForecast.Of(Weeks(20, new(1, 1, 0, 0)), 30).HoldsBack.Step.ShouldBe(FunnelStep.Request);
        var unanswered = LandingForecast.Of(Weeks(20, new(15, 0, 0, 0)), 30).HoldsBack;
        unanswered.Step.ShouldBe(FunnelStep.Conversation);
        unanswered.IfUsual.ShouldBeGreaterThan(LandingForecast.Of(Weeks(20, new(15, 0, 0, 0)), 30).ByDate!.Value);
    }

    [Fact]
    public void What_is_under_way_counts() =>
        LandingForecast.Of(new([.. Weeks(8, new(8, 2, 0, 0)).Weeks, new(8, 2, 6, 0)]), 8).ByDate!.Value
            .ShouldBeGreaterThan(LandingForecast.Of(Weeks(9, new(8, 2, 0, 0)), 8).ByDate!.Value);

    [Fact]
    public void A_week_is_found_again_in_the_curve()
    {
        var forecast = LandingForecast.Of(Weeks(20, new(20, 10, 3, 0)), null);

        var half = forecast.Week(0.5)!.Value;
        half.ShouldBeLessThanOrEqualTo(LandingForecast.Horizon);
        forecast.Landed[half - 1].ShouldBeGreaterThanOrEqualTo(0.5);
        forecast.Landed[half - 2].ShouldBeLessThan(0.5);
        LandingForecast.Of(Weeks(60, new(0, 0, 0, 0)), null).Week(0.99).ShouldBeNull();
    }

    [Fact]
    public void A_date_that_has_passed_leaves_no_chance() => LandingForecast.Of(Usual, 0).ByDate.ShouldBe(0);

    [Fact]
    public void The_plan_leads_back_from_the_offer_with_the_usual_rates()
    {
        var plan = WeeklyPlan.Of(Nothing, 35, 20);

        plan.DecisionMakers.ShouldBe(25);
        plan.Conversations.ShouldBe(375);
        plan.Requests.ShouldBe(1250);
        plan.Weeks.ShouldBe(25);
        plan.RequestsAWeek.ShouldBe(50);
        plan.ConversationsAWeek.ShouldBe(15);
        plan.HoursAWeek.ShouldBe(((1250 * 10) + (350 * 60) + (25 * 90)) / 60.0 / 25, 0.01);
        plan.Affordable.ShouldBe((int)(20 / plan.HoursAWeek * 50));
        plan.IsShort.ShouldBeTrue();
    }

    private static SearchSoFar Weeks(int count, SearchWeek week) => new([.. Enumerable.Repeat(week, count)]);
}
