namespace Kith.Formats.Calendars;

/// <summary>What a calendar file may hold before parts are left out.</summary>
public sealed record CalendarLimits
{
    public static CalendarLimits Default { get; } = new();

    /// <summary>Octets of one content line after unfolding; what follows is cut off and reported.</summary>
    public int MaxLineBytes { get; init; } = 1 << 20;

    /// <summary>Content lines of one component.</summary>
    public int MaxLines { get; init; } = 10_000;

    public int MaxAttendees { get; init; } = 2_000;

    public int MaxItems { get; init; } = 1_000_000;

    /// <summary>Components inside components.</summary>
    public int MaxDepth { get; init; } = 8;

    public int MaxZones { get; init; } = 1_000;

    /// <summary>STANDARD and DAYLIGHT parts of one zone.</summary>
    public int MaxObservances { get; init; } = 64;

    /// <summary>Items that may wait for a time zone which the file defines only after them.</summary>
    public int MaxWaiting { get; init; } = 2_000;
}
