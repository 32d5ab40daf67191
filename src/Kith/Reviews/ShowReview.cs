using Kith.Data;
using Kith.Domain.Weeks;
using Microsoft.EntityFrameworkCore;

namespace Kith.Reviews;

/// <summary>The weekly review as a digest: what happened, what slipped, three numbers, the week after. It works without a goal.</summary>
public static class ShowReview
{
    // Ten years of weeks.
    private const int MostWeeks = 520;

    /// <summary>Where the review of a week stands.</summary>
    /// <param name="Week">The Monday.</param>
    /// <param name="Streak">How many weeks in a row were reviewed.</param>
    /// <param name="Plan">What this review plans for the week after; null before it is finished.</param>
    /// <param name="PlannedBefore">What the review before planned for this week.</param>
    public sealed record Standing(DateOnly Week, DateTime? FinishedAt, int Streak, string? Learnt, string? Next, WeekPlan? Plan, WeekPlan? PlannedBefore);

    /// <summary>The whole review.</summary>
    public sealed record Digest(Standing Review, Happened Happened, Slipped Slipped, Numbers Numbers, Ahead Ahead);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/review", (DateOnly? week, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
        Handle(week, db, clock, ct)).WithSummary("The weekly review: what happened, what slipped, three numbers, the week after");

    public static async Task<Digest> Handle(DateOnly? week, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var review = await Stand(week, db, clock, ct);
        return new(
            review, await Happened.Read(review.Week, db, clock, ct), await Slipped.Read(db, clock, ct),
            await Numbers.Read(review.Week, review.PlannedBefore, db, clock, ct), await Ahead.Read(review.Week, db, clock, ct));
    }

    internal static async Task<Standing> Stand(DateOnly? asked, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var week = WeekSpan.Of(asked, clock);
        var rows = await db.Reviews.OrderByDescending(r => r.Week).Take(MostWeeks)
            .Select(r => new { r.Week, r.FinishedAt, r.Conversations, r.DecisionMakers, r.FollowUps, Learnt = r.Week == week ? r.Learnt : null, Next = r.Week == week ? r.Next : null }).ToListAsync(ct);
        var (own, before) = (rows.Find(r => r.Week == week), rows.Find(r => r.Week == week.AddDays(-Week.Days)));
        return new(
            week, own?.FinishedAt, Week.Streak([.. rows.Select(r => r.Week)], clock.Today), own?.Learnt, own?.Next,
            Plan(own?.Conversations, own?.DecisionMakers, own?.FollowUps), Plan(before?.Conversations, before?.DecisionMakers, before?.FollowUps));
    }

    // Where only some numbers were planned, the others count as none.
    private static WeekPlan? Plan(int? conversations, int? deciders, int? followUps) =>
        (conversations ?? deciders ?? followUps) is null ? null : new(conversations ?? 0, deciders ?? 0, followUps ?? 0);
}
