using System.Globalization;
using System.Text.RegularExpressions;

namespace Kith.Formats.Calendars;

/// <summary>A DURATION (RFC 5545 §3.3.6): days of the calendar and time of the clock.</summary>
internal sealed partial record CalendarSpan(int Days, TimeSpan Time)
{
    private const int MostDays = 40_000;

    /// <summary>Null for what is no duration or is longer than a century.</summary>
    public static CalendarSpan? Parse(string text)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success) return null;
        var days = Part(match, "w") * 7 + Part(match, "d");
        var seconds = Part(match, "h") * 3600 + Part(match, "m") * 60 + Part(match, "s");
        if (days > MostDays || seconds > MostDays * 86_400L) return null;
        return match.Groups["minus"].Success ? new((int)-days, TimeSpan.FromSeconds(-seconds)) : new((int)days, TimeSpan.FromSeconds(seconds));
    }

    private static long Part(Match match, string name) =>
        match.Groups[name].Success ? long.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\+?(?<minus>-)?P(?:(?<w>\d{1,9})W)?(?:(?<d>\d{1,9})D)?(?:T(?:(?<h>\d{1,9})H)?(?:(?<m>\d{1,9})M)?(?:(?<s>\d{1,9})S)?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
