using Kith.Data;
using Kith.Domain;
using Kith.Domain.Forecast;
using Kith.Domain.Strength;
using Kith.Domain.Weeks;
using Microsoft.EntityFrameworkCore;

namespace Kith.Goals;

/// <summary>Forecasts when the goal will be landed, names the step that holds it back, and plans the week.</summary>
public static class ForecastGoal
{
    private static readonly double[] Quantiles = [0.1, 0.25, 0.5, 0.75, 0.9];

    /// <summary>What if: so many requests a week more.</summary>
    public sealed record Query(int MoreRequests = 0);

    /// <summary>The forecast; the shape of <c>forecast</c> in <c>kith goal --json</c>.</summary>
    /// <param name="ByDate">The chance (0-1) to land by the goal's date; null without one.</param>
    /// <param name="Landing">Weeks from now by which 10, 25, 50, 75 and 90 of 100 such searches have landed.</param>
    /// <param name="IsThin">True while this is what is usual and not yet the user's own.</param>
    /// <param name="WeeksSeen">Whole weeks of this search.</param>
    /// <param name="HoldsBack">The step that holds the goal back.</param>
    /// <param name="Steps">Every step with its rate and effect.</param>
    /// <param name="ByDateIf">The chance with more requests, where that was asked.</param>
    /// <param name="Plan">What the date asks for.</param>
    /// <param name="Week">The budget of this week.</param>
    public sealed record Forecast(
        double? ByDate, IReadOnlyList<int?> Landing, bool IsThin, int WeeksSeen, FunnelStep HoldsBack, IReadOnlyList<StepEffect> Steps, double? ByDateIf, WeeklyPlan Plan, Budget Week)
    {
        /// <summary>The curve for the picture.</summary>
        [System.Text.Json.Serialization.JsonIgnore]
        public LandingForecast Curve { get; init; } = null!;
    }

    /// <summary>One number of the week: people so far, and how many the plan asks for, or as many of these as the user's hours hold.</summary>
    public sealed record Done(int Of, int Planned);

    /// <summary>The few numbers of the week since Monday. A conversation is a person with whom both sides were in contact; those who decide sit at a target.</summary>
    public sealed record Budget(Done Requests, Done Conversations, Done DecisionMakers);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/goal/forecast", async (int? more, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            await Handle(new(more ?? 0), db, clock, ct) ?? throw new RefusedException("goal.unknown", "No goal is set yet.")).WithSummary("When the goal will probably be landed");

    /// <summary>The forecast of the active goal; null where there is none.</summary>
    public static async Task<Forecast?> Handle(Query query, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (query.MoreRequests is < 0 or > 100)
            throw new RefusedException("forecast.more", "Between 0 and 100 requests a week more, please.");
        var goal = await db.CurrentGoal().AsNoTracking().FirstOrDefaultAsync(ct);
        if (goal is null)
            return null;
        var contacts = (await db.SearchContacts(goal.Id, goal.CreatedAt.AddDays(-Requests.QuietDays), ct)).Select(p => (p.Contacts, p.Decides)).ToList();
        var sofar = Requests.Read(contacts, goal.CreatedAt, clock.Now);
        int? weeks = goal.Deadline is { } day ? (int)Math.Floor((day.DayNumber - clock.Today.DayNumber) / 7.0) : null;
        var curve = LandingForecast.Of(sofar, weeks);
        var plan = WeeklyPlan.Of(sofar, weeks, goal.WeeklyHours);
        return new(
            curve.ByDate, [.. Quantiles.Select(curve.Week)], curve.IsThin, sofar.Weeks.Count, curve.HoldsBack.Step, curve.Steps,
            query.MoreRequests > 0 ? LandingForecast.Of(sofar, weeks, r => r with { Requests = r.Requests + query.MoreRequests }).ByDate : null,
            plan, ThisWeek(contacts, plan, clock))
        {
            Curve = curve,
        };
    }

    private static Budget ThisWeek(List<(IReadOnlyList<Contact> Contacts, bool Decides)> all, WeeklyPlan plan, WorkspaceClock clock)
    {
        var since = clock.Noon(Domain.Weeks.Week.Of(clock.Today)).AddHours(-12);
        var week = all.Select(p => (Contacts: p.Contacts.Where(c => c.At >= since).ToList(), p.Decides)).ToList();
        var talks = week.Where(p => WeekNumbers.IsTalk(p.Contacts)).ToList();
        return new(
            new(week.Count(p => p.Contacts.Any(c => c.Direction != Direction.In)), plan.Held(plan.RequestsAWeek)),
            new(talks.Count, plan.Held(plan.ConversationsAWeek)), new(talks.Count(p => p.Decides), plan.Held(plan.DecisionMakers / (double)plan.Weeks)));
    }
}
