using static System.FormattableString;

namespace Kith.Formats.Calendars;

/// <summary>
/// Reads events and tasks of iCalendar (RFC 5545) and vCalendar 1.0 files. Written here because Ical.Net 5 refuses a whole file
/// for one bad line, and knows no lines to report.
/// </summary>
public static class CalendarReader
{
    /// <summary>The items in the order of the file, lazily and once; what cannot be read is reported and the item kept.</summary>
    public static IEnumerable<CalendarItem> Read(Stream source, string file, IssueLog issues, CalendarLimits? limits = null)
    {
        limits ??= CalendarLimits.Default;
        var count = 0;
        var zones = new ZoneTable(limits.MaxZones);
        var reading = new ItemReading(file, issues, limits, zones);
        foreach (var component in InReach(new Components(source, file, issues, limits).Read(), zones, limits.MaxWaiting))
        {
            if (count++ == limits.MaxItems)
            {
                issues.Report(file, component.Line, "calendar.items", Invariant($"The file has more than {limits.MaxItems:N0} items; the rest was not read"));
                yield break;
            }
            yield return component.Name == "VEVENT" ? EventParts.Read(component, reading) : TaskParts.Read(component, reading);
        }
    }

    // A zone may stand after the items that use it (RFC 5545 §3.6.5 sets no order): those wait for the end of the calendar.
    private static IEnumerable<Component> InReach(IEnumerable<Component> components, ZoneTable zones, int maxWaiting)
    {
        var waiting = new Queue<Component>();
        foreach (var component in components)
        {
            if (component.Name == "VTIMEZONE") zones.Define(component);
            else if (component.Name is "VEVENT" or "VTODO") waiting.Enqueue(component);
            var hold = component.Name != "VCALENDAR" && waiting.Count <= maxWaiting;
            while (waiting.TryPeek(out var first) && !(hold && NamesUnknownZone(first, zones))) yield return waiting.Dequeue();
        }
        while (waiting.TryDequeue(out var last)) yield return last;
    }

    private static bool NamesUnknownZone(Component component, ZoneTable zones) =>
        component.Lines.Any(line => line["TZID"] is { Length: > 0 } id && zones.Find(id) is null);
}
