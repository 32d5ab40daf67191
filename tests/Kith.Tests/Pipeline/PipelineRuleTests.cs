using CsCheck;
using Kith.Domain;
using Kith.Domain.Pipeline;

namespace Kith.Tests.Pipeline;

public sealed class PipelineRuleTests
{
    private static readonly DateOnly Day = new(2030, 3, 6);

    [Theory]
    [InlineData(OpportunityState.Applied, new int[0], 7)]
    [InlineData(OpportunityState.Applied, new[] { 8 }, 15)]
    [InlineData(OpportunityState.Applied, new[] { 8, 16 }, null)]
    [InlineData(OpportunityState.Screening, new int[0], 1)]
    [InlineData(OpportunityState.Screening, new[] { 1 }, 4)]
    [InlineData(OpportunityState.Screening, new[] { 1, 4 }, null)]
    [InlineData(OpportunityState.Lead, new int[0], null)]
    [InlineData(OpportunityState.Interview, new int[0], null)]
    [InlineData(OpportunityState.Closed, new int[0], null)]
    public void Asking_after_an_application_follows_the_rule(OpportunityState state, int[] asked, int? due) =>
        AskAfter.Next(state, Day, [.. asked.Select(Day.AddDays)]).ShouldBe(due is { } days ? Day.AddDays(days) : null);

    [Fact]
    public void The_recruiter_is_asked_before_the_champion_and_both_before_who_decides() =>
        Enum.GetValues<DecisionRole>().OrderBy(AskAfter.Turn).Take(3).ShouldBe([DecisionRole.Recruiter, DecisionRole.Champion, DecisionRole.DecisionMaker]);

    [Fact]
    public void Older_rows_without_steps_are_dated_by_when_they_were_saved_and_applied_for()
    {
        var old = new Opportunity { Id = Id(), Title = "Analyst", State = OpportunityState.Interview, SavedOn = Day, AppliedOn = Day.AddDays(3) };

        StageDates.Of(old, []).ShouldBe([new(OpportunityState.Lead, Day), new(OpportunityState.Applied, Day.AddDays(3))]);
        StageDates.Of(old, [Step(old, OpportunityState.Applied, 4)]).ShouldBe([new(OpportunityState.Lead, Day), new(OpportunityState.Applied, Day.AddDays(4))], "a step is more exact");
        StageDates.DaysIn(old, [], Day.AddDays(9)).ShouldBeNull("nobody noted when the interview was");
        StageDates.DaysIn(old, [Step(old, OpportunityState.Interview, 5)], Day.AddDays(9)).ShouldBe(4);
    }

    [Theory]
    [InlineData(OpportunityState.Screening, -1, "opportunity.order")]
    [InlineData(OpportunityState.Screening, 0, null)]
    [InlineData(OpportunityState.Screening, 10, null)]
    [InlineData(OpportunityState.Screening, 11, "opportunity.order")]
    [InlineData(OpportunityState.Offer, 21, "opportunity.future")]
    [InlineData(OpportunityState.Offer, 20, null)]
    public void A_stage_is_never_before_an_earlier_one(OpportunityState state, int day, string? code)
    {
        Reached[] known = [new(OpportunityState.Applied, Day), new(OpportunityState.Interview, Day.AddDays(10))];
        var act = () => StageDates.Check(known, state, Day.AddDays(day), Day.AddDays(20));

        if (code is null)
            act.ShouldNotThrow();
        else
            act.ShouldThrow<RefusedException>().Code.ShouldBe(code);
    }

    [Fact]
    public void An_offer_is_weighed_by_hand()
    {
        var (cuts, team, home, boss) = (Id(), Id(), Id(), Id());
        var criteria = new Dictionary<Guid, int> { [cuts] = 3, [team] = 2, [home] = 1, [boss] = 3 };

        // 3*3 + 2*2 + 1*1 = 14 of 3*3 + 2*3 + 1*3 = 18; the boss is not rated yet.
        Weighing.Of(criteria, new Dictionary<Guid, int> { [cuts] = 3, [team] = 2, [home] = 1 }).ShouldBe(new Weighed(14, 18, 3, 4));
        Weighing.Of(criteria, new Dictionary<Guid, int>()).ShouldBe(new Weighed(0, 0, 0, 4));
    }

    [Fact]
    public void The_best_by_a_criterion_is_named_only_where_there_is_a_choice()
    {
        var (one, other) = (Id(), Id());

        Weighing.Best(new Dictionary<Guid, int> { [one] = 3, [other] = 1 }).ShouldBe([one]);
        Weighing.Best(new Dictionary<Guid, int> { [one] = 2, [other] = 2 }).Count.ShouldBe(2);
        Weighing.Best(new Dictionary<Guid, int> { [one] = 3 }).ShouldBeEmpty();
        Weighing.Best(new Dictionary<Guid, int> { [one] = 0, [other] = 0 }).ShouldBeEmpty();
    }

    [Fact]
    public void An_offer_never_has_more_points_than_there_are() => Gen.Select(Gen.Int[1, 3], Gen.Int[0, 3]).Array[0, 20].Sample(rated =>
    {
        var ids = rated.Select(_ => Id()).ToArray();
        var sum = Weighing.Of(rated.Index().ToDictionary(r => ids[r.Index], r => r.Item.Item1), rated.Index().ToDictionary(r => ids[r.Index], r => r.Item.Item2));
        return sum.Points >= 0 && sum.Points <= sum.Of && sum.Of <= 9 * rated.Length && sum.Missing == 0;
    });

    [Theory]
    [InlineData("Bring wind power ashore.", "A forecast people trust", "Lead a small data team", "Three analysts, one plan", "You are there to bring wind power ashore and need a forecast people trust. I can lead a small data team: Three analysts, one plan.")]
    [InlineData(null, "SQL", "IT audits", null, "You need SQL. I can IT audits.")]
    public void A_statement_is_drafted_from_mission_need_claim_and_evidence(string? mission, string need, string claim, string? evidence, string text) =>
        Statement.Draft(mission, need, claim, evidence).ShouldBe(text);

    private static OpportunityStep Step(Opportunity opening, OpportunityState state, int day) => new() { Id = Id(), OpportunityId = opening.Id, State = state, On = Day.AddDays(day) };

    private static int last;

    private static Guid Id() => new(Interlocked.Increment(ref last), 0, 0, new byte[8]);
}
