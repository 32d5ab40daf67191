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

/// <summary>Why an opportunity is closed.</summary>
public enum CloseReason
{
    TheyDeclined,
    IDeclined,
    NoAnswer,
    Filled,
    Other,
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

    /// <summary>What the user does next about it, and by when.</summary>
    public string? NextStep { get; set; }

    public DateOnly? NextOn { get; set; }

    /// <summary>Why it is closed; null while it is not.</summary>
    public CloseReason? CloseReason { get; set; }

    /// <summary>The last stage it had reached before it was closed.</summary>
    public OpportunityState? ClosedAfter { get; set; }

    /// <summary>What is offered, in the user's words: pay, place, hours.</summary>
    public string? OfferTerms { get; set; }

    /// <summary>The day by which an offer is to be answered.</summary>
    public DateOnly? OfferUntil { get; set; }

    /// <summary>Natural key of the imported row, unique in the workspace.</summary>
    public string? SourceKey { get; init; }
}

/// <summary>The day on which an opportunity came to a stage.</summary>
public sealed class OpportunityStep : Entity
{
    public required Guid OpportunityId { get; init; }

    public required OpportunityState State { get; init; }

    public required DateOnly On { get; set; }
}

/// <summary>What a person has to say in the decision about one opening.</summary>
public sealed class OpportunityPerson : PersonPart
{
    public required Guid OpportunityId { get; init; }

    public required DecisionRole Role { get; set; }
}

/// <summary>How far an offer, or later the job itself, meets a criterion of the goal.</summary>
public sealed class CriterionRating : Entity
{
    /// <summary>Fully met; 0 is not at all.</summary>
    public const int Full = 3;

    public required Guid CriterionId { get; init; }

    public required Guid OpportunityId { get; init; }

    /// <summary>0 for the offer, else the days since the start: 30, 60 or 90.</summary>
    public int Day { get; init; }

    /// <summary>0-3.</summary>
    public required int Score { get; set; }

    public string? Note { get; set; }

    public required DateOnly On { get; set; }
}
