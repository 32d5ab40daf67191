namespace Kith.Domain;

/// <summary>Where a goal stands.</summary>
public enum GoalState
{
    Active,
    Paused,
    Reached,
    GivenUp,
}

/// <summary>What the networking is for: usually the next step of a fulfilling career.</summary>
public sealed class Goal : Entity
{
    /// <summary>The kind of role that is sought: "Head of data in a mid-size manufacturer".</summary>
    public required string RoleFamily { get; set; }

    public string? Field { get; set; }

    public string? Place { get; set; }

    /// <summary>The day by which it should be reached.</summary>
    public DateOnly? Deadline { get; set; }

    /// <summary>Hours a week the user gives to it, 1-60.</summary>
    public int? WeeklyHours { get; set; }

    /// <summary>How the user will know that it is reached.</summary>
    public string? SuccessTest { get; set; }

    /// <summary>What would make it fulfilling, one criterion a line.</summary>
    public string? Criteria { get; set; }

    public GoalState State { get; set; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>An organisation the goal aims at, with its LAMP values (Dalton, The 2-Hour Job Search).</summary>
public sealed class TargetOrganisation : Entity
{
    public required Guid GoalId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>How much the user wants it, 0-3.</summary>
    public int? Motivation { get; set; }

    /// <summary>Whether it has a fitting opening: 1 none, 2 related, 3 fitting.</summary>
    public int? Posting { get; set; }
}
