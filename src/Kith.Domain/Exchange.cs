namespace Kith.Domain;

/// <summary>A way of getting to know somebody.</summary>
public enum Tactic
{
    CardGiven,
    CardReceived,
    EventMet,
    LinkedInConnection,
    Introduction,
    Referral,
    ColdMessage,
    Reconnect,
}

/// <summary>One dated use of a tactic with one person. Not yet an interaction.</summary>
public sealed class Exchange : PersonPart
{
    public required Tactic Tactic { get; init; }

    /// <summary>The day it happened; null where the source did not tell.</summary>
    public DateOnly? On { get; set; }

    /// <summary>The event at which it happened.</summary>
    public Guid? EventId { get; set; }

    public string? Note { get; set; }

    /// <summary>Natural key of the imported row, unique in the workspace.</summary>
    public string? SourceKey { get; init; }
}
