namespace Kith.Formats.Calendars;

/// <summary>What events and tasks share; what the file does not say is null or empty.</summary>
public abstract record CalendarItem
{
    /// <summary>The identifier its program gave it; stable over exports, shared by the changed occurrences of a series.</summary>
    public string? Uid { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public string? Location { get; init; }

    public CalendarTime? Start { get; init; }

    /// <summary>The recurrence rule as written, not expanded.</summary>
    public string? Rrule { get; init; }

    /// <summary>The original start of the occurrence that this item changes.</summary>
    public CalendarTime? RecurrenceId { get; init; }

    /// <summary>Starts that the series leaves out.</summary>
    public IReadOnlyList<CalendarTime> Exceptions { get; init; } = [];

    /// <summary>Starts that the series has besides its rule.</summary>
    public IReadOnlyList<CalendarTime> Additions { get; init; } = [];

    /// <summary>Rises with each change that its organiser sends out.</summary>
    public int Sequence { get; init; }

    /// <summary>Upper case as in RFC 5545 §3.8.1.11, for example CONFIRMED or NEEDS-ACTION.</summary>
    public string? Status { get; init; }

    /// <summary>What the file as a whole wants (RFC 5546): REQUEST, REPLY, CANCEL, PUBLISH.</summary>
    public string? Method { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public string? Url { get; init; }

    /// <summary>The 1-based line the item starts on.</summary>
    public int Line { get; init; }
}

/// <summary>A VEVENT.</summary>
public sealed record CalendarEvent : CalendarItem
{
    /// <summary>The first moment after it; for whole days the day after the last. Worked out where the file gives a duration.</summary>
    public CalendarTime? End { get; init; }

    public bool IsAllDay { get; init; }

    public Organizer? Organizer { get; init; }

    public IReadOnlyList<Attendee> Attendees { get; init; } = [];
}

/// <summary>A VTODO.</summary>
public sealed record CalendarTask : CalendarItem
{
    public CalendarTime? Due { get; init; }

    public bool Done { get; init; }

    public CalendarTime? CompletedAt { get; init; }

    /// <summary>1 is highest, 9 lowest, 0 is none (RFC 5545 §3.8.1.9).</summary>
    public int? Priority { get; init; }

    public int? PercentComplete { get; init; }
}

/// <summary>Who called the meeting.</summary>
public sealed record Organizer(string? Email, string? Name);

/// <summary>Who was asked to come.</summary>
/// <param name="Status">PARTSTAT in upper case, for example ACCEPTED or NEEDS-ACTION.</param>
/// <param name="IsPerson">False for rooms and other resources.</param>
public sealed record Attendee(string? Email, string? Name, string? Status, bool IsPerson = true);
