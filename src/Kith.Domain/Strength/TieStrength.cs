namespace Kith.Domain.Strength;

/// <summary>
/// How alive a tie is, 0-100: contacts weighted by channel, each losing half its weight every 90 days. A plain decay, not yet calibrated
/// against real networks; the scale only orders people.
/// </summary>
public static class TieStrength
{
    /// <summary>Days in which a contact loses half its weight.</summary>
    public const double HalfLifeDays = 90;

    // Any fixed day works: it only keeps the stored exponent small.
    private static readonly DateTime Origin = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>How much one contact by that channel counts (meeting &gt; call &gt; mail &gt; message &gt; reaction).</summary>
    public static double Weight(Channel channel) => channel switch
    {
        Channel.Meeting => 4,
        Channel.Call => 3,
        Channel.Event => 2,
        Channel.Recommendation => 2,
        Channel.Mail => 1.5,
        Channel.Message => 1,
        Channel.Reaction => 0.3,
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    /// <summary>
    /// The logarithm (base 2) of the decayed sum as of a fixed day: one stored number that orders people by strength on every day. Null
    /// without history.
    /// </summary>
    public static double? Warmth(IEnumerable<Contact> history)
    {
        // Log-sum-exp: the exponents span decades, their powers would overflow. In order, because a sum of doubles depends on it.
        var exponents = history.Select(c => Math.Log2(Weight(c.Channel)) + HalfLives(c.At)).Order().ToList();
        if (exponents.Count == 0)
            return null;
        var top = exponents.Max();
        return top + Math.Log2(exponents.Sum(e => Math.Pow(2, e - top)));
    }

    /// <summary>Strength 0-100 on a day, from the stored warmth: 100 (1 - 2^(-sum / 4)), so that one fresh meeting is 50.</summary>
    public static int On(double? warmth, DateTime now) =>
        warmth is { } w ? (int)Math.Round(100 * (1 - Math.Pow(2, -Math.Pow(2, Math.Min(w - HalfLives(now), 20)) / 4))) : 0;

    private static double HalfLives(DateTime at) => (at - Origin).TotalDays / HalfLifeDays;
}

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
