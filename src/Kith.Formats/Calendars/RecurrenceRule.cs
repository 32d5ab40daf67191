using System.Globalization;

namespace Kith.Formats.Calendars;

/// <summary>
/// The recurrence rules that people's calendars consist of; others are refused, because a hostile rule is the cheapest way to
/// keep a machine busy and a rare one is not worth that.
/// </summary>
internal sealed record RecurrenceRule(
    string Frequency, int Interval, long Count, TimeText? Until, IReadOnlyList<WeekdayRule> Days, DayOfWeek WeekStart, bool InMonth)
{
    private const int LongestInterval = 10_000;
    private static readonly string[] understood = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", "BYMONTH", "BYMONTHDAY"];

    /// <summary>Null for a rule that is not worked out.</summary>
    public static RecurrenceRule? Parse(string text, DateTime start)
    {
        var parts = RuleParts.Parse(text);
        var frequency = parts.GetValueOrDefault("FREQ");
        if (frequency is not ("DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY") || parts.Keys.Except(understood).Any(key => !key.StartsWith("X-", StringComparison.Ordinal))) return null;
        if (!SaysTheStartAgain(parts, frequency, start)) return null;
        if (WeekdayRule.ParseList(parts.GetValueOrDefault("BYDAY") ?? "") is not { } days) return null;
        if (frequency is "DAILY" or "WEEKLY" && days.Any(day => day.Nth != 0)) return null;
        if (Number(parts, "INTERVAL", 1) is not (>= 1 and <= LongestInterval and var interval)) return null;
        if (Number(parts, "COUNT", long.MaxValue) is not (>= 1 and var count)) return null;
        var until = parts.GetValueOrDefault("UNTIL") is { } said ? TimeText.Parse(said) : null;
        if (until is null && parts.ContainsKey("UNTIL")) return null;
        var weekStart = WeekdayRule.DayOf(parts.GetValueOrDefault("WKST") ?? "MO") ?? DayOfWeek.Monday;
        return new(frequency, (int)interval, count, until, days, weekStart, frequency == "MONTHLY" || parts.ContainsKey("BYMONTH"));
    }

    /// <summary>The number of the last period that surely lies before the time, so that old series need not be walked through.</summary>
    public long PeriodBefore(DateTime start, DateTime time)
    {
        if (Count < long.MaxValue || time <= start) return 0;
        var passed = Frequency switch
        {
            "DAILY" => (time - start).Days,
            "WEEKLY" => (time - start).Days / 7,
            "MONTHLY" => (time.Year - start.Year) * 12 + time.Month - start.Month,
            _ => time.Year - start.Year
        };
        return Math.Max(0, passed / Interval - 1);
    }

    /// <summary>The days of the nth period in order; null past the end of the calendar.</summary>
    public IEnumerable<DateTime>? Period(DateTime start, long number)
    {
        var steps = number * Interval;
        var found = Frequency switch
        {
            "DAILY" => Clock.Add(start.Date, Span(steps)) is { } day ? Daily(day) : null,
            "WEEKLY" => Clock.Add(start.Date, Span(steps * 7 - Weekdays.Distance(WeekStart, start.DayOfWeek))) is { } week ? Weekly(week, start) : null,
            "MONTHLY" => MonthAfter(start, steps) is { } month ? Monthly(month, start.Day) : null,
            _ => start.Year + steps <= 9999 ? Yearly((int)(start.Year + steps), start) : null
        };
        return found?.Distinct().Order().Select(day => day + start.TimeOfDay);
    }

    private IEnumerable<DateTime> Daily(DateTime day) => Days.Count == 0 || Days.Any(rule => rule.Day == day.DayOfWeek) ? [day] : [];

    private IEnumerable<DateTime> Weekly(DateTime week, DateTime start) =>
        (Days.Count == 0 ? [start.DayOfWeek] : Days.Select(rule => rule.Day)).Select(day => Weekdays.OnOrAfter(week, day)).OfType<DateTime>();

    private IEnumerable<DateTime> Monthly(DateTime month, int day)
    {
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        if (Days.Count == 0) return day <= length ? [month.AddDays(day - 1)] : [];
        return Days.SelectMany(rule => Each(rule, 5, nth => Weekdays.NthInMonth(month.Year, month.Month, rule.Day, nth)));
    }

    private IEnumerable<DateTime> Yearly(int year, DateTime start)
    {
        if (Days.Count == 0) return start.Day <= DateTime.DaysInMonth(year, start.Month) ? [new(year, start.Month, start.Day)] : [];
        return InMonth
            ? Monthly(new(year, start.Month, 1), start.Day)
            : Days.SelectMany(rule => Each(rule, 53, nth => Weekdays.NthInYear(year, rule.Day, nth)));
    }

    private static IEnumerable<DateTime> Each(WeekdayRule rule, int most, Func<int, DateTime?> nth) =>
        (rule.Nth != 0 ? [rule.Nth] : Enumerable.Range(1, most)).Select(nth).OfType<DateTime>();

    private static DateTime? MonthAfter(DateTime start, long months)
    {
        var index = start.Year * 12L + start.Month - 1 + months;
        return index / 12 <= 9999 ? new((int)(index / 12), (int)(index % 12) + 1, 1) : null;
    }

    private static TimeSpan Span(long days) => TimeSpan.FromDays((int)Math.Clamp(days, -4_000_000, 4_000_000));

    // Outlook and Google repeat the day and month of the start in the rule, which changes nothing.
    private static bool SaysTheStartAgain(IReadOnlyDictionary<string, string> parts, string frequency, DateTime start)
    {
        var monthDay = parts.GetValueOrDefault("BYMONTHDAY");
        var month = parts.GetValueOrDefault("BYMONTH");
        return (monthDay is null || (monthDay == Text(start.Day) && frequency is "MONTHLY" or "YEARLY" && !parts.ContainsKey("BYDAY")))
            && (month is null || (month == Text(start.Month) && frequency == "YEARLY"));
    }

    private static long? Number(IReadOnlyDictionary<string, string> parts, string name, long otherwise) =>
        !parts.TryGetValue(name, out var text) ? otherwise
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
