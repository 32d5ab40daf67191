using System.Globalization;

namespace Kith.Formats.Calendars;

/// <summary>Reads ORGANIZER and ATTENDEE in the forms of RFC 5545, vCalendar 1.0 and the programs in between.</summary>
internal static class Participants
{
    public static (Organizer? Organizer, IReadOnlyList<Attendee> Attendees) Read(Component component, ItemReading reading)
    {
        List<Attendee> attendees = [];
        Organizer? organizer = null;
        foreach (var line in component.All("ORGANIZER"))
            if (organizer is null && Who(line) is { } who) organizer = new(who.Email, who.Name);
        foreach (var line in component.All("ATTENDEE"))
        {
            if (attendees.Count == reading.Limits.MaxAttendees)
            {
                reading.Issues.Report(reading.File, line.Line, "calendar.attendees", "The event has too many attendees; the rest was left out");
                break;
            }
            if (Who(line) is not { } who) continue;
            attendees.Add(new(who.Email, who.Name, StatusOf(line), IsPerson(line)));
            // vCalendar 1.0 has no ORGANIZER, but attendees with that role.
            if (organizer is null && Said(line, "ROLE") is "ORGANIZER" or "OWNER") organizer = new(who.Email, who.Name);
        }
        return (organizer, attendees);
    }

    private static (string? Email, string? Name)? Who(ContentLine line)
    {
        var (email, name) = Address(EscapedText.Unescape(line.Value).Trim());
        if (line["CN"] is { } said && said.Trim().Trim('\'') is { Length: > 0 } common) name = common;
        // Apple gives the address of a person known by an identifier in a parameter.
        if (email is null && line["EMAIL"] is { Length: > 0 } parameter) email = Address(parameter).Email;
        return email is null && name is null ? null : (email, name);
    }

    private static (string? Email, string? Name) Address(string value)
    {
        string? name = null;
        // vCalendar 1.0: John Smith <jsmith@example.com>
        if (value.LastIndexOf('<') is var open and >= 0 && value.IndexOf('>', open) is var close and > 0)
        {
            name = value[..open].Trim().Trim('"') is { Length: > 0 } before ? before : null;
            value = value[(open + 1)..close];
        }
        var isMail = value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        if (isMail) value = value["mailto:".Length..].Split('?')[0];
        if (isMail && value.Contains('%', StringComparison.Ordinal)) value = Uri.UnescapeDataString(value);
        value = value.Trim().Trim('"', '\'');
        if (value.Contains('@', StringComparison.Ordinal) && !value.Contains("://", StringComparison.Ordinal) && !value.Any(char.IsWhiteSpace))
            return (value, name);
        return (null, name ?? (isMail || value.Length == 0 || value.Contains(':', StringComparison.Ordinal) ? null : value));
    }

    private static string? StatusOf(ContentLine line) => (Said(line, "PARTSTAT") ?? Said(line, "STATUS")) switch
    {
        // The words of vCalendar 1.0 for what iCalendar calls otherwise.
        "CONFIRMED" => "ACCEPTED",
        "NEEDS ACTION" or "SENT" => "NEEDS-ACTION",
        var said => said
    };

    private static bool IsPerson(ContentLine line) => Said(line, "CUTYPE") is not ("ROOM" or "RESOURCE");

    private static string? Said(ContentLine line, string parameter) =>
        line[parameter] is { Length: > 0 } value ? value.ToUpper(CultureInfo.InvariantCulture) : null;
}
