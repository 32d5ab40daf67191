namespace Kith.Domain;

/// <summary>The three states of an event and of its page.</summary>
public enum EventPhase
{
    Before,
    During,
    After,
}

/// <summary>A gathering the user went to or means to go to.</summary>
public sealed class Event : Entity
{
    /// <summary>Hours an event is taken to last whose end is not known.</summary>
    public const int UsualHours = 8;

    // People are met in the queue before the doors open.
    private static readonly TimeSpan Doors = TimeSpan.FromHours(1);

    public required string Name { get; set; }

    /// <summary>When it begins (UTC).</summary>
    public DateTime? StartsAt { get; set; }

    /// <summary>When it ends (UTC).</summary>
    public DateTime? EndsAt { get; set; }

    public string? Place { get; set; }

    /// <summary>What happens there, in plain text, at most 8,000 characters.</summary>
    public string? Agenda { get; set; }

    /// <summary>The user's answer as the source states it.</summary>
    public string? Status { get; set; }

    public string? Url { get; set; }

    /// <summary>How many conversations the user wants to have there, 1-50.</summary>
    public int? TargetConversations { get; set; }

    /// <summary>How many follow-ups should come of it, 1-50.</summary>
    public int? TargetFollowUps { get; set; }

    /// <summary>What it cost, in whole units of the user's currency.</summary>
    public int? Cost { get; set; }

    /// <summary>Hours given to it, travel included.</summary>
    public double? Hours { get; set; }

    /// <summary>Natural key of the imported row, unique in the workspace.</summary>
    public string? SourceKey { get; init; }

    /// <summary>When it is over (UTC); null while it has no date.</summary>
    public DateTime? OverAt => EndsAt ?? StartsAt?.AddHours(UsualHours);

    /// <summary>Where it stands at that instant (UTC). Without a date it is still to come.</summary>
    public EventPhase PhaseAt(DateTime now) =>
        StartsAt is not { } start || now < start - Doors ? EventPhase.Before : now < OverAt ? EventPhase.During : EventPhase.After;
}

/// <summary>Somebody who may be at an event: a line of its list, known or not.</summary>
public sealed class Attendee : Entity, IAboutPerson
{
    /// <summary>People on the list of one event at most.</summary>
    public const int Most = 1000;

    public required Guid EventId { get; init; }

    /// <summary>The person known under that name; null while nobody is.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The name as the list has it.</summary>
    public required string Name { get; set; }

    /// <summary>What they do where, as the list has it.</summary>
    public string? Headline { get; set; }

    /// <summary>True when the user means to meet them there.</summary>
    public bool IsWanted { get; set; }

    /// <summary>Why, and what to ask them.</summary>
    public string? Why { get; set; }

    /// <inheritdoc/>
    public Guid? AboutPerson => PersonId;
}
