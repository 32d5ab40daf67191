namespace Kith.Domain;

/// <summary>How two people were in contact.</summary>
public enum Channel
{
    Meeting,
    Call,
    Mail,
    Message,
    Event,
    Reaction,
    Recommendation,
}

/// <summary>Who turned to whom, seen from the user.</summary>
public enum Direction
{
    In,
    Out,
    Both,
}

/// <summary>A real contact with a person, one way or two ways.</summary>
public sealed class Interaction : PersonPart
{
    public required Channel Channel { get; set; }

    public required Direction Direction { get; set; }

    /// <summary>When it took place (UTC, milliseconds); noon of the user's day where only the day is known.</summary>
    public required DateTime At { get; set; }

    /// <summary>One or a few lines about it, at most 2,000 characters.</summary>
    public string? Summary { get; set; }

    /// <summary>The event at which it took place.</summary>
    public Guid? EventId { get; set; }

    /// <summary>True when the user asked for something in it: insight, a meeting, an introduction.</summary>
    public bool IsAsk { get; set; }

    /// <summary>How ready the brief was when an ask was logged, 0-100; null where nothing was asked.</summary>
    public int? Readiness { get; set; }

    /// <summary>The conversation it belongs to in its source.</summary>
    public string? Thread { get; init; }

    /// <summary>Natural key of the imported row, unique in the workspace.</summary>
    public string? SourceKey { get; init; }
}
