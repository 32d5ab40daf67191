namespace Kith.Domain.Strength;

/// <summary>The days on which a silence is told as drift: longer than the pair's own rhythm explains, not yet so long that the tie is simply over.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record Drift(DateOnly From, DateOnly Until)
{
    /// <summary>
    /// From max(2 x rhythm, rhythm + 14 days) to max(12 x rhythm, rhythm + 90 days) after the last contact; null while there is no rhythm.
    /// </summary>
    public static Drift? Of(double? rhythmDays, DateTime? lastContact) => (rhythmDays, lastContact) is ({ } rhythm, { } last)
        ? new(After(last, Math.Max(2 * rhythm, rhythm + 14)), After(last, Math.Max(12 * rhythm, rhythm + 90)))
        : null;

    /// <summary>The rhythm (days) of a pair whose silence is drift from that day on.</summary>
    public static int Rhythm(DateOnly from, DateOnly lastContact) => from.DayNumber - lastContact.DayNumber is var days && days > 28 ? days / 2 : Math.Max(1, days - 14);

    private static DateOnly After(DateTime last, double days) => DateOnly.FromDateTime(last.AddDays(Math.Ceiling(days)));
}
