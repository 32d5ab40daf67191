using System.Globalization;

namespace Kith.Formats.Calendars;

/// <summary>Makes an event of a VEVENT.</summary>
internal static class EventParts
{
    public static CalendarEvent Read(Component component, ItemReading reading)
    {
        var start = reading.Time(component, "DTSTART");
        if (start is null && component.First("DTSTART") is null)
            reading.Issues.Report(reading.File, component.Line, "calendar.start", "The event has no start");
        var (organizer, attendees) = Participants.Read(component, reading);
        return new()
        {
            Uid = component.Text("UID"),
            Summary = component.Text("SUMMARY"),
            Description = component.Text("DESCRIPTION"),
            Location = component.Text("LOCATION"),
            Start = start,
            End = reading.Time(component, "DTEND") ?? (reading.Span(component) is { } span ? start?.Plus(span) : null),
            IsAllDay = start?.Kind == TimeKind.Date || component.Text("X-MICROSOFT-CDO-ALLDAYEVENT") is "TRUE" or "true" or "1",
            Rrule = component.Text("RRULE"),
            RecurrenceId = reading.Time(component, "RECURRENCE-ID"),
            Exceptions = reading.Times(component, "EXDATE"),
            Additions = reading.Times(component, "RDATE"),
            Sequence = reading.Number(component, "SEQUENCE") ?? 0,
            Status = component.Text("STATUS")?.ToUpper(CultureInfo.InvariantCulture),
            Method = component.Method,
            Organizer = organizer,
            Attendees = attendees,
            Categories = reading.Categories(component),
            Url = component.Text("URL"),
            Line = component.Line
        };
    }
}
