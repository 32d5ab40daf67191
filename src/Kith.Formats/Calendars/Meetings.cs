namespace Kith.Formats.Calendars;

/// <summary>Tells events at which people met from the rest of a calendar.</summary>
public static class Meetings
{
    /// <summary>Leaves out what lasts whole days, was cancelled, was declined by the owner, or had nobody else in it.</summary>
    /// <param name="events">The events of one calendar.</param>
    /// <param name="own">The owner's own addresses.</param>
    public static IEnumerable<CalendarEvent> Among(IEnumerable<CalendarEvent> events, IEnumerable<string> own)
    {
        var mine = own.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return events.Where(happening => IsMeeting(happening, mine));
    }

    /// <summary>The same for events that were worked out: what one occurrence says of itself counts for it.</summary>
    /// <param name="occurrences">The occurrences in one calendar.</param>
    /// <param name="own">The owner's own addresses.</param>
    public static IEnumerable<Occurrence> Among(IEnumerable<Occurrence> occurrences, IEnumerable<string> own)
    {
        var mine = own.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return occurrences.Where(occurrence => IsMeeting(occurrence.Event, mine));
    }

    private static bool IsMeeting(CalendarEvent happening, HashSet<string> mine) =>
        !happening.IsAllDay
        && !Series.IsCancellation(happening)
        && !happening.Attendees.Any(attendee => IsOneOf(mine, attendee.Email) && attendee.Status == "DECLINED")
        && (happening.Attendees.Any(attendee => attendee.IsPerson && attendee.Status != "DECLINED" && !IsOneOf(mine, attendee.Email))
            || (happening.Organizer is { Email: not null } organizer && !IsOneOf(mine, organizer.Email)
                && happening.Attendees.All(attendee => !SameAddress(attendee.Email, organizer.Email) || attendee.Status != "DECLINED")));

    private static bool IsOneOf(HashSet<string> mine, string? email) => email is not null && mine.Contains(email);

    private static bool SameAddress(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
