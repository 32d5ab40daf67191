using System.Globalization;

namespace Kith.Formats.Calendars;

/// <summary>What a calendar said about a time: only the day, a time of wherever the reader is, UTC, or a time in a zone.</summary>
public enum TimeKind { Date, Floating, Utc, Zoned }

/// <summary>A point in a calendar exactly as precise as the file gave it.</summary>
public sealed record CalendarTime
{
    public required TimeKind Kind { get; init; }

    /// <summary>Date and clock time as written; midnight for a date.</summary>
    public required DateTime Local { get; init; }

    /// <summary>The zone: an IANA name where it is known, else the file's own name for it.</summary>
    public string? Zone { get; init; }

    /// <summary>The instant; null for a date and for a floating time, which name no instant.</summary>
    public DateTime? Utc { get; init; }

    internal CalendarZone? Rules { get; init; }

    /// <summary>ISO 8601: 2024-03-01, 2024-03-01T09:00:00, 2024-03-01T09:00:00Z or 2024-03-01T09:00:00+01:00.</summary>
    public string Iso => Local.ToString(Kind == TimeKind.Date ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + Kind switch
    {
        TimeKind.Utc => "Z",
        TimeKind.Zoned when Utc is { } utc => Offset(Local - utc),
        _ => ""
    };

    public override string ToString() => Iso;

    internal static CalendarTime OfDate(DateTime day) => new() { Kind = TimeKind.Date, Local = day.Date };

    internal static CalendarTime OfFloating(DateTime local, string? unknownZone = null) =>
        new() { Kind = TimeKind.Floating, Local = local, Zone = unknownZone };

    internal static CalendarTime OfUtc(DateTime utc) =>
        new() { Kind = TimeKind.Utc, Local = utc, Utc = DateTime.SpecifyKind(utc, DateTimeKind.Utc) };

    internal static CalendarTime InZone(DateTime local, CalendarZone zone) =>
        new() { Kind = TimeKind.Zoned, Local = local, Zone = zone.Name, Rules = zone, Utc = zone.ToUtc(local) };

    /// <summary>The same kind of time at another clock time.</summary>
    internal CalendarTime At(DateTime local) => Kind switch
    {
        TimeKind.Date => OfDate(local),
        TimeKind.Utc => OfUtc(local),
        TimeKind.Zoned when Rules is not null => InZone(local, Rules),
        _ => this with { Local = local }
    };

    /// <summary>For comparing times of any kind: the instant, else the clock time as if it were UTC.</summary>
    internal DateTime Order => Utc ?? DateTime.SpecifyKind(Local, DateTimeKind.Utc);

    /// <summary>Days are counted on the calendar, the rest on the clock (RFC 5545 §3.3.6); null past the end of the calendar.</summary>
    internal CalendarTime? Plus(CalendarSpan span)
    {
        if (Clock.Add(Local, TimeSpan.FromDays(span.Days)) is not { } day) return null;
        var moved = At(day);
        if (span.Time == TimeSpan.Zero) return moved;
        if (Kind == TimeKind.Date) return Clock.Add(day, span.Time) is { } clock ? OfFloating(clock) : null;
        if (Kind != TimeKind.Zoned || moved.Utc is not { } utc || Rules is null)
            return Clock.Add(day, span.Time) is { } plain ? At(plain) : null;
        return Clock.Add(utc, span.Time) is { } instant && Rules.ToLocal(instant) is { } local
            ? InZone(local, Rules) with { Utc = instant }
            : null;
    }

    private static string Offset(TimeSpan offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
}
