using Kith.Data;
using Kith.Domain.Weeks;
using Microsoft.EntityFrameworkCore;

namespace Kith.Today;

/// <summary>Shows the events and meetings of the coming week, and whether the week that ends is to be reviewed.</summary>
public static class ShowAgenda
{
    private const int Days = 7;
    private const int Most = 5;

    /// <summary>An event, or a meeting with somebody, in the user's local time; the id is the event's or the person's.</summary>
    public sealed record Upcoming(Guid Id, string Name, DateTime At, bool IsMeeting);

    /// <summary>What is to come; true where a review of the week is due, from Friday to Monday.</summary>
    public sealed record Shown(IReadOnlyList<Upcoming> Upcoming, bool IsReviewDue);

    public static async Task<Shown> Handle(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var (first, last, week) = (clock.Now.AddHours(-12), clock.Now.AddDays(Days), Week.ToReview(clock.Today));
        // The review in the same statement, as Today has no more to spare.
        var rows = await db.Agenda(first, last)
            .Concat(db.Reviews.Where(r => r.Week == week).Select(r => new AgendaItem { Id = r.Id, Name = "", At = r.FinishedAt, IsMeeting = false, IsReview = true }))
            .OrderByDescending(e => e.IsReview).ThenBy(e => e.At).Take(Most + 1).ToListAsync(ct);
        return new(
            [.. rows.Where(e => !e.IsReview).Take(Most).Select(e => new Upcoming(e.Id, e.Name, clock.Local(e.At!.Value), e.IsMeeting)).Where(e => DateOnly.FromDateTime(e.At) >= clock.Today)],
            Week.IsReviewDay(clock.Today) && !rows.Exists(e => e.IsReview));
    }
}
