using System.Globalization;

namespace Kith.Formats.Calendars;

/// <summary>Reads the values that events and tasks have in common, and reports what is wrong with them.</summary>
internal sealed record ItemReading(string File, IssueLog Issues, CalendarLimits Limits, ZoneTable Zones)
{
    private readonly HashSet<string> unknownZones = new(StringComparer.Ordinal);

    /// <summary>The time of the first property of that name that has one.</summary>
    public CalendarTime? Time(Component component, string name) =>
        component.All(name).Select(Time).FirstOrDefault(time => time is not null);

    public IReadOnlyList<CalendarTime> Times(Component component, string name) =>
        [.. component.All(name).SelectMany(line => line.Value.Split(',', ';').Select(part => Time(line, part.Split('/')[0])).OfType<CalendarTime>())];

    public int? Number(Component component, string name)
    {
        if (component.Text(name) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= int.MaxValue)
            return (int)number;
        Issues.Report(File, component.First(name)!.Line, "calendar.number", $"{name} is not a number");
        return null;
    }

    public IReadOnlyList<string> Categories(Component component) =>
        [.. component.All("CATEGORIES").SelectMany(line => EscapedText.Split(line.Value, ',', ';')).Distinct().Take(Limits.MaxLines)];

    public CalendarTime? Time(ContentLine line) => Time(line, line.Value);

    public CalendarSpan? Span(Component component)
    {
        if (component.First("DURATION") is not { } line || line.Value.Length == 0) return null;
        var span = CalendarSpan.Parse(line.Value);
        if (span is null) Issues.Report(File, line.Line, "calendar.duration", "DURATION is not a length of time");
        return span;
    }

    private CalendarTime? Time(ContentLine line, string value)
    {
        value = value.Trim();
        if (value.Length == 0) return null;
        if (TimeText.Parse(value) is not { } text)
        {
            Issues.Report(File, line.Line, "calendar.date", $"{line.Name} is not a date");
            return null;
        }
        if (text.IsDate || (IsDate(line) && text.Local.TimeOfDay == TimeSpan.Zero)) return CalendarTime.OfDate(text.Local);
        if (text.Utc == TimeSpan.Zero) return CalendarTime.OfUtc(text.Local);
        if (text.Utc is { } offset) return CalendarTime.InZone(text.Local, new(offset));
        return line["TZID"] is { Length: > 0 } id ? InZone(text.Local, id, line.Line) : CalendarTime.OfFloating(text.Local);
    }

    private CalendarTime InZone(DateTime local, string id, int line)
    {
        if (Zones.Find(id) is { } zone) return zone.IsUtc ? CalendarTime.OfUtc(local) : CalendarTime.InZone(local, zone);
        if (unknownZones.Count < Limits.MaxZones && unknownZones.Add(id))
            Issues.Report(File, line, "calendar.zone", $"The time zone \"{(id.Length > 60 ? id[..60] : id)}\" is not known; its times were taken as local");
        return CalendarTime.OfFloating(local, id);
    }

    private static bool IsDate(ContentLine line) => "DATE".Equals(line["VALUE"], StringComparison.OrdinalIgnoreCase);
}
