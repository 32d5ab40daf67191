namespace Kith.Domain;

/// <summary>Where an opportunity stands.</summary>
public enum OpportunityState
{
    Lead,
    Applied,
    Screening,
    Interview,
    Offer,
    Accepted,
    Closed,
}

/// <summary>A concrete opening at an organisation.</summary>
public sealed class Opportunity : Entity
{
    public required string Title { get; set; }

    public Guid? OrganisationId { get; set; }

    public OpportunityState State { get; set; }

    public string? Url { get; set; }

    /// <summary>The day it was saved or noted.</summary>
    public DateOnly? SavedOn { get; set; }

    public DateOnly? AppliedOn { get; set; }

    public string? Notes { get; set; }

    /// <summary>Natural key of the imported row, unique in the workspace.</summary>
    public string? SourceKey { get; init; }
}

/// <summary>A gathering the user went to or means to go to.</summary>
public sealed class Event : Entity
{
    public required string Name { get; set; }

    /// <summary>When it begins (UTC).</summary>
    public DateTime? StartsAt { get; set; }

    /// <summary>The user's answer as the source states it.</summary>
    public string? Status { get; set; }

    public string? Url { get; set; }

    /// <summary>Natural key of the imported row, unique in the workspace.</summary>
    public string? SourceKey { get; init; }
}
