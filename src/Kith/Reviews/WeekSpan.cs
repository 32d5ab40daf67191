using Kith.Data;
using Kith.Domain;
using Kith.Domain.Weeks;

namespace Kith.Reviews;

/// <summary>A week as days and as instants.</summary>
internal readonly struct WeekSpan(DateOnly week, WorkspaceClock clock)
{
    // Long before anybody networked with Kith; what is older would leave the calendar.
    private const int Earliest = 1990;

    internal DateOnly First => week;

    internal DateOnly Last => week.AddDays(Week.Days - 1);

    /// <summary>Midnight of its Monday at the user's (UTC).</summary>
    internal DateTime Since => clock.Utc(week.ToDateTime(TimeOnly.MinValue));

    /// <summary>Midnight of the Monday after (UTC).</summary>
    internal DateTime Until => clock.Utc(week.AddDays(Week.Days).ToDateTime(TimeOnly.MinValue));

    /// <summary>The Monday of the week asked for, else of the one to be reviewed now.</summary>
    internal static DateOnly Of(DateOnly? asked, WorkspaceClock clock)
    {
        if (asked is not { } day)
            return Week.ToReview(clock.Today);
        return day.Year < Earliest || Week.Of(day) > Week.Of(clock.Today) ? throw new RefusedException("review.week", "Look back on this week or one before it.") : Week.Of(day);
    }
}
