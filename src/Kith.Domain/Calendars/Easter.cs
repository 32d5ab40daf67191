namespace Kith.Domain.Calendars;

/// <summary>The day of Easter Sunday, from which half of the holidays of Europe are counted.</summary>
internal static class Easter
{
    /// <summary>Western Easter, in the Gregorian calendar (the anonymous algorithm, Nature 1876).</summary>
    internal static DateOnly Western(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        var d = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var e = (32 + (2 * (b % 4)) + (2 * (c / 4)) - d - (c % 4)) % 7;
        var f = d + e - (7 * ((a + (11 * d) + (22 * e)) / 451)) + 114;
        return new(year, f / 31, (f % 31) + 1);
    }

    /// <summary>Orthodox Easter (Meeus, Julian calendar), told in the Gregorian calendar; for the years 1900 to 2099.</summary>
    internal static DateOnly Orthodox(int year)
    {
        var d = ((19 * (year % 19)) + 15) % 30;
        var e = ((2 * (year % 4)) + (4 * (year % 7)) - d + 34) % 7;
        var f = d + e + 114;
        return new DateOnly(year, f / 31, (f % 31) + 1).AddDays(13);
    }
}
