using System.Globalization;
using NodaTime;

namespace Kith.Formats.Calendars;

/// <summary>A zone of the IANA database, of a VTIMEZONE in the file, or at a fixed distance from UTC.</summary>
internal sealed class CalendarZone
{
    private readonly DateTimeZone? known;
    private readonly IReadOnlyList<Observance> observances = [];
    private readonly TimeSpan fixedOffset;

    public CalendarZone(DateTimeZone known) => (Name, this.known) = (known.Id, known);

    public CalendarZone(string name, IReadOnlyList<Observance> observances) => (Name, this.observances) = (name, observances);

    public CalendarZone(TimeSpan fixedOffset)
    {
        this.fixedOffset = fixedOffset;
        Name = string.Create(CultureInfo.InvariantCulture,
            $"UTC{(fixedOffset < TimeSpan.Zero ? '-' : '+')}{fixedOffset:hh\\:mm}");
    }

    public string Name { get; }

    public bool IsUtc => Name is "UTC" or "Etc/UTC" or "Etc/Zulu" or "Zulu" or "Etc/UCT" or "UCT" or "Etc/Universal" or "Universal";

    /// <summary>A time that the clocks skip or repeat takes the offset before the change (RFC 5545 §3.3.5).</summary>
    public DateTime? ToUtc(DateTime local) =>
        Clock.Add(DateTime.SpecifyKind(local, DateTimeKind.Utc), -OffsetAt(local));

    public DateTime? ToLocal(DateTime utc)
    {
        if (known is not null)
            return Clock.Add(DateTime.SpecifyKind(utc, DateTimeKind.Unspecified), known.GetUtcOffset(Instant.FromDateTimeUtc(utc)).ToTimeSpan());
        var guess = Clock.Add(DateTime.SpecifyKind(utc, DateTimeKind.Unspecified), OffsetAt(DateTime.SpecifyKind(utc, DateTimeKind.Unspecified)));
        return guess is { } near ? Clock.Add(DateTime.SpecifyKind(utc, DateTimeKind.Unspecified), OffsetAt(near)) : null;
    }

    private TimeSpan OffsetAt(DateTime local)
    {
        if (known is not null) return known.MapLocal(LocalDateTime.FromDateTime(local)).EarlyInterval.WallOffset.ToTimeSpan();
        if (observances.Count == 0) return fixedOffset;
        var (latest, offset) = (DateTime.MinValue, observances.MinBy(each => each.Start)!.From);
        foreach (var observance in observances)
            if (observance.LastOnset(local) is { } onset && onset >= latest) (latest, offset) = (onset, observance.To);
        return offset;
    }
}
