using System.Globalization;

namespace Kith.Formats.Calendars;

/// <summary>Weekdays within months and years.</summary>
internal static class Weekdays
{
    public static DateTime? OnOrAfter(DateTime day, DayOfWeek weekday) => Clock.Add(day, TimeSpan.FromDays(Distance(day.DayOfWeek, weekday)));

    /// <summary>The nth weekday of the month, from its end for a negative n; null when the month has none.</summary>
    public static DateTime? NthInMonth(int year, int month, DayOfWeek weekday, int nth) =>
        Nth(new(year, month, 1), DateTime.DaysInMonth(year, month), weekday, nth);

    /// <summary>The nth weekday of the year, from its end for a negative n; null when the year has none.</summary>
    public static DateTime? NthInYear(int year, DayOfWeek weekday, int nth) =>
        Nth(new(year, 1, 1), DateTime.IsLeapYear(year) ? 366 : 365, weekday, nth);

    /// <summary>Days to go from one weekday to the next other one, 0 to 6.</summary>
    public static int Distance(DayOfWeek from, DayOfWeek to) => ((int)to - (int)from + 7) % 7;

    private static DateTime? Nth(DateTime first, int days, DayOfWeek weekday, int nth)
    {
        var offset = Distance(first.DayOfWeek, weekday);
        var count = (days - offset + 6) / 7;
        var index = nth > 0 ? nth - 1 : count + nth;
        return index >= 0 && index < count ? first.AddDays(offset + index * 7) : null;
    }
}

/// <summary>One BYDAY entry: a weekday and which one of its month or year; 0 means each.</summary>
internal sealed record WeekdayRule(DayOfWeek Day, int Nth)
{
    private static readonly string[] names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>Null when an entry is not understood.</summary>
    public static IReadOnlyList<WeekdayRule>? ParseList(string text)
    {
        List<WeekdayRule> found = [];
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (Parse(entry) is { } rule && found.Count < 64) found.Add(rule);
            else return null;
        return found;
    }

    public static DayOfWeek? DayOf(string name) => Array.IndexOf(names, name) is var at and >= 0 ? (DayOfWeek)at : null;

    private static WeekdayRule? Parse(string entry)
    {
        if (entry.Length < 2 || DayOf(entry[^2..]) is not { } day) return null;
        if (entry.Length == 2) return new(day, 0);
        return int.TryParse(entry[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var nth) && nth is >= -53 and <= 53 and not 0
            ? new(day, nth)
            : null;
    }
}
