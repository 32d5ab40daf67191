using System.Globalization;

namespace Kith.Shared.Ui;

/// <summary>Says a date the way a colleague would: "yesterday", "3 days ago", "in 2 weeks".</summary>
public static class RelativeDate
{
    /// <summary>The words for a date, seen from today.</summary>
    public static string Say(DateOnly date, DateOnly today)
    {
        var days = date.DayNumber - today.DayNumber;
        return days switch
        {
            0 => "today",
            -1 => "yesterday",
            1 => "tomorrow",
            < 0 => $"{Span(-days)} ago",
            _ => $"in {Span(days)}",
        };
    }

    /// <summary>The date in full, in the reader's culture.</summary>
    public static string InFull(DateOnly date) => date.ToString("D", CultureInfo.CurrentCulture);

    private static string Span(int days) => days switch
    {
        < 14 => Of(days, "day"),
        < 61 => Of(days / 7, "week"),
        < 730 => Of(days / 30, "month"),
        _ => Of(days / 365, "year"),
    };

    private static string Of(int count, string unit) =>
        string.Create(CultureInfo.CurrentCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
}
