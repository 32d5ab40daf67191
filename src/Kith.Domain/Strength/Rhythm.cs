namespace Kith.Domain.Strength;

/// <summary>The usual time between two contacts of a pair.</summary>
public static class Rhythm
{
    /// <summary>Gaps needed before a rhythm is told.</summary>
    public const int LeastGaps = 3;

    /// <summary>Days of history needed before a rhythm is told.</summary>
    public const int LeastSpanDays = 21;

    /// <summary>Median days between the days of contact; null with fewer than 3 gaps or 21 days of span.</summary>
    public static double? Days(IEnumerable<Contact> history)
    {
        var days = history.Select(c => DateOnly.FromDateTime(c.At).DayNumber).Distinct().Order().ToList();
        if (days.Count <= LeastGaps || days[^1] - days[0] < LeastSpanDays)
            return null;
        var gaps = days.Zip(days.Skip(1), (a, b) => b - a).Order().ToList();
        var middle = gaps.Count / 2;
        return gaps.Count % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2.0;
    }
}
