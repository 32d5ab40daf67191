namespace Kith.Formats.Calendars;

/// <summary>Arithmetic on times that files give, which may lie at the edge of the calendar.</summary>
internal static class Clock
{
    /// <summary>The sum, or null where no such time exists.</summary>
    public static DateTime? Add(DateTime time, TimeSpan span)
    {
        var ticks = (Int128)time.Ticks + span.Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTime((long)ticks, time.Kind);
    }
}
