using System.Globalization;

namespace Kith.Formats.LinkedIn;

/// <summary>Reads every way dates are written in LinkedIn's exports, and in exports a spreadsheet saved again.</summary>
public static class LinkedInDates
{
    private const int LongestDate = 64;
    private const DateTimeStyles Style = DateTimeStyles.AllowWhiteSpaces;

    // Company Follows: Tue Sep 06 07:58:15 UTC 2022.
    private const string AsJavaPrints = "ddd MMM d H:mm:ss 'UTC' yyyy";

    private static readonly string[] Days =
    [
        "d MMM yyyy", "yyyy-M-d", "d-MMM-yyyy", "d-MMM-yy", "d MMM yy", "MMM d, yyyy", "d MMMM yyyy", "MMMM d, yyyy", "yyyy/M/d",
        "d.M.yyyy", "d.M.yy"
    ];
    private static readonly string[] MonthFirst = ["M/d/yyyy", "M/d/yy"];
    private static readonly string[] DayFirst = ["d/M/yyyy", "d/M/yy"];
    private static readonly string[] Months = ["MMM yyyy", "MMMM yyyy", "MMM-yy", "MMM-yyyy", "yyyy-M", "M/yyyy", "M.yyyy"];
    private static readonly string[] Times =
        ["H:mm:ss", "H:mm", "h:mm tt", "h:mm:ss tt", "H:mm:ss.FFFFFFF"];

    public static bool TryDay(string text, DateOrder order, out DateOnly day)
    {
        var isRead = TryInstant(text, order, out var instant);
        day = DateOnly.FromDateTime(instant);
        return isRead;
    }

    /// <summary>Reads a day with or without a time; LinkedIn writes UTC.</summary>
    public static bool TryInstant(string text, DateOrder order, out DateTime utc)
    {
        var clean = Clean(text);
        var (date, time) = Split(clean);
        var ofDay = TimeOnly.MinValue;
        var isRead = TryDate(date, order, out utc)
            ? time.Length == 0 || TimeOnly.TryParseExact(time, Times, CultureInfo.InvariantCulture, Style, out ofDay)
            : time.Length > 0 && DateTime.TryParseExact(clean, AsJavaPrints, CultureInfo.InvariantCulture, Style, out utc);
        utc = isRead ? DateTime.SpecifyKind(utc + ofDay.ToTimeSpan(), DateTimeKind.Utc) : default;
        return isRead && IsPlausible(utc.Year);
    }

    /// <summary>Reads a year, a month or a day.</summary>
    public static bool TryPartial(string text, DateOrder order, out PartialDate partial)
    {
        var clean = Clean(text);
        if (TryInstant(clean, order, out var day)) partial = new(day.Year, day.Month, day.Day);
        else if (DateTime.TryParseExact(clean, Months, CultureInfo.InvariantCulture, Style, out var month))
            partial = new(month.Year, month.Month);
        else if (clean.Length == 4 && int.TryParse(clean, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            partial = new(year);
        else partial = default;
        return IsPlausible(partial.Year);
    }

    /// <summary>What one date tells about the order of its column; null when it fits both or is no date with slashes.</summary>
    public static DateOrder? OrderIn(string text)
    {
        var (date, time) = Split(Clean(text));
        var parts = date.Split('/');
        if (parts.Length != 3 || parts[0].Length > 2 || !TryNumber(parts[0], out var first) || !TryNumber(parts[1], out var second))
            return null;
        if (first > 12) return DateOrder.DayFirst;
        // The American clock comes with the American order.
        var isAmerican = second > 12 || time.EndsWith("AM", StringComparison.OrdinalIgnoreCase)
            || time.EndsWith("PM", StringComparison.OrdinalIgnoreCase);
        return isAmerican ? DateOrder.MonthFirst : null;
    }

    /// <summary>Whether the two orders give two different days.</summary>
    public static bool IsAmbiguous(string text) =>
        OrderIn(text) is null
        && TryDay(text, DateOrder.MonthFirst, out var one) && TryDay(text, DateOrder.DayFirst, out var other) && one != other;

    private static bool TryDate(string text, DateOrder order, out DateTime date) =>
        DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, Style, out date)
        || DateTime.TryParseExact(text, order == DateOrder.DayFirst ? DayFirst : MonthFirst, CultureInfo.InvariantCulture, Style, out date);

    private static (string Date, string Time) Split(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return (text, "");
        var start = colon;
        while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
        var time = text[start..].TrimEnd('Z');
        if (time.EndsWith("UTC", StringComparison.Ordinal)) time = time[..^3];
        return (text[..start].TrimEnd(' ', ',', 'T'), time.Trim());
    }

    private static bool IsPlausible(int year) => year is >= 1900 and < 2100;

    // Newer Java writes a narrow no-break space before AM and PM; "Sept" is the British September.
    private static string Clean(string text) => text.Length > LongestDate ? "" :
        string.Concat(text.Select(c => char.IsWhiteSpace(c) ? ' ' : c)).Trim().Replace("Sept ", "Sep ", StringComparison.Ordinal);

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out number);
}
