using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Reviews;

/// <summary>Finishes the review of a week: what was learnt, what comes next, the numbers planned for the week after. Finishing again changes it.</summary>
public static class FinishReview
{
    private const string Number = "A week's plan is a number from 0 to 99.";

    /// <summary>The day of the week (the one to be reviewed now, unless said), the plan, and the user's words.</summary>
    public sealed record Command(
        DateOnly? Week = null,
        [property: Range(0, 99, ErrorMessage = Number)] int? Conversations = null,
        [property: Range(0, 99, ErrorMessage = Number)] int? DecisionMakers = null,
        [property: Range(0, 99, ErrorMessage = Number)] int? FollowUps = null,
        [property: StringLength(2000, ErrorMessage = "What you learnt has at most 2,000 characters.")] string? Learnt = null,
        [property: StringLength(2000, ErrorMessage = "What you do next has at most 2,000 characters.")] string? Next = null);

    /// <summary>The Monday of the week, what was done, and the batch that undo takes back.</summary>
    public sealed record Finished(DateOnly Week, string Title, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/review", Handle).WithSummary("Finish the review of a week");

    public static async Task<Finished> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var week = WeekSpan.Of(command.Week, clock);
        var known = await db.Reviews.FirstOrDefaultAsync(r => r.Week == week, ct);
        var title = $"{(known is null ? "Finished" : "Changed")} the review of the week of {week.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";
        db.Act(title);
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var review = known ?? new Review { Id = db.NewId(), Week = week, FinishedAt = now };
        (review.FinishedAt, review.Conversations, review.DecisionMakers, review.FollowUps) = (now, command.Conversations, command.DecisionMakers, command.FollowUps);
        (review.Learnt, review.Next) = (Said(command.Learnt), Said(command.Next));
        if (known is null)
            db.Add(review);
        await db.SaveChangesAsync(ct);
        return new(week, title, db.LastBatch!.Value);
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
