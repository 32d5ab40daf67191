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

    /// <summary>The goal it serves; null where it stands by itself.</summary>
    public Guid? GoalId { get; set; }

    public OpportunityState State { get; set; }

    public string? Url { get; set; }

    /// <summary>The day it was saved or noted.</summary>
    public DateOnly? SavedOn { get; set; }

    public DateOnly? AppliedOn { get; set; }

    public string? Notes { get; set; }

    /// <summary>Natural key of the imported row, unique in the workspace.</summary>
    public string? SourceKey { get; init; }
}
