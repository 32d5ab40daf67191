using System.Globalization;

namespace Kith.Formats.Calendars;

/// <summary>Makes a task of a VTODO.</summary>
internal static class TaskParts
{
    public static CalendarTask Read(Component component, ItemReading reading)
    {
        var start = reading.Time(component, "DTSTART");
        var completed = reading.Time(component, "COMPLETED");
        var percent = reading.Number(component, "PERCENT-COMPLETE");
        var status = component.Text("STATUS")?.ToUpper(CultureInfo.InvariantCulture);
        return new()
        {
            Uid = component.Text("UID"),
            Summary = component.Text("SUMMARY"),
            Description = component.Text("DESCRIPTION"),
            Location = component.Text("LOCATION"),
            Start = start,
            Due = reading.Time(component, "DUE") ?? (reading.Span(component) is { } span ? start?.Plus(span) : null),
            Done = IsDone(status, completed, percent),
            CompletedAt = completed,
            Priority = reading.Number(component, "PRIORITY"),
            PercentComplete = percent,
            Rrule = component.Text("RRULE"),
            RecurrenceId = reading.Time(component, "RECURRENCE-ID"),
            Exceptions = reading.Times(component, "EXDATE"),
            Additions = reading.Times(component, "RDATE"),
            Sequence = reading.Number(component, "SEQUENCE") ?? 0,
            Status = status,
            Method = component.Method,
            Categories = reading.Categories(component),
            Url = component.Text("URL"),
            Line = component.Line
        };
    }

    // Synology writes STATUS:COMPLETED with PERCENT-COMPLETE:0: the status is the person's word, the rest its echo.
    private static bool IsDone(string? status, CalendarTime? completed, int? percent) =>
        status is null ? completed is not null || percent >= 100 : status == "COMPLETED";
}
