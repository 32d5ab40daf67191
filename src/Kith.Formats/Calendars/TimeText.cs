using System.Globalization;
using System.Text.RegularExpressions;

namespace Kith.Formats.Calendars;

/// <summary>A DATE or DATE-TIME as written: basic or extended form, with or without seconds, Z or an offset.</summary>
internal sealed partial record TimeText(DateTime Local, bool IsDate, TimeSpan? Utc)
{
    public static TimeText? Parse(string text)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success) return null;
        var (year, month, day) = (Number(match, "y"), Number(match, "m"), Number(match, "d"));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateTime(year, month, day);
        if (!match.Groups["h"].Success) return new(date, true, null);
        // A leap second and an hour 24 are allowed by ISO 8601 and written by some.
        var (hour, minute, second) = (Number(match, "h"), Number(match, "i"), Math.Min(Number(match, "s"), 59));
        if (hour > 24 || minute > 59 || (hour == 24 && minute + second > 0)) return null;
        if (Clock.Add(date, new TimeSpan(hour, minute, second)) is not { } local) return null;
        return new(local, false, match.Groups["z"].Success ? TimeSpan.Zero : Offset(match.Groups["o"].Value));
    }

    /// <summary>A distance from UTC such as +0100, -05:00 or +013045.</summary>
    public static TimeSpan? Offset(string? text)
    {
        var match = OffsetPattern().Match(text?.Trim() ?? "");
        if (!match.Success) return null;
        var (hours, minutes, seconds) = (Number(match, "h"), Number(match, "i"), Number(match, "s"));
        if (hours > 23 || minutes > 59 || seconds > 59) return null;
        var size = new TimeSpan(hours, minutes, seconds);
        return match.Groups["sign"].Value == "-" ? -size : size;
    }

    private static int Number(Match match, string name) =>
        match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    // Some write a second T at the end; ical4android's users have files with it.
    [GeneratedRegex(@"^(?<y>[0-9]{4})-?(?<m>[0-9]{2})-?(?<d>[0-9]{2})(?:[T ](?<h>[0-9]{2}):?(?<i>[0-9]{2})(?::?(?<s>[0-9]{2}))?(?:[.,][0-9]{1,9})?T?(?:(?<z>Z)|(?<o>[+-][0-9]{2}:?[0-9]{2}))?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^(?<sign>[+-])?(?<h>[0-9]{1,2})(?::?(?<i>[0-9]{2}))?(?::?(?<s>[0-9]{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex OffsetPattern();
}
