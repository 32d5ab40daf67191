namespace Kith.Domain.Weeks;

/// <summary>Weeks run from Monday to Sunday and are named by their Monday.</summary>
public static class Week
{
    /// <summary>Days of a week.</summary>
    public const int Days = 7;

    /// <summary>The Monday of the week a day lies in.</summary>
    public static DateOnly Of(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % Days));

    /// <summary>The week to be reviewed on a day: its own, and on a Monday the one that has just ended.</summary>
    public static DateOnly ToReview(DateOnly day) => day.DayOfWeek == DayOfWeek.Monday ? day.AddDays(-Days) : Of(day);

    /// <summary>True from Friday to Monday, when a week is nearly or just over.</summary>
    public static bool IsReviewDay(DateOnly day) => day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday or DayOfWeek.Sunday or DayOfWeek.Monday;

    /// <summary>How many weeks in a row were reviewed, up to this week or the one before it.</summary>
    /// <param name="reviewed">The Mondays of the weeks that were reviewed.</param>
    /// <param name="today">The user's day.</param>
    public static int Streak(IReadOnlyCollection<DateOnly> reviewed, DateOnly today)
    {
        var (done, week, streak) = (reviewed.ToHashSet(), Of(today), 0);
        if (!done.Contains(week))
            week = week.AddDays(-Days);
        for (; done.Contains(week); week = week.AddDays(-Days))
            streak++;
        return streak;
    }
}
