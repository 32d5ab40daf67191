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

    public GoalState State { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>The day it was reached or given up; null while it is neither.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>What the user says about its end: what was reached, or why it was given up.</summary>
    public string? Ending { get; set; }

    /// <summary>True for a goal that is worked on or waits to be.</summary>
    public bool IsOpen => State is GoalState.Active or GoalState.Paused;
}

/// <summary>One thing that would make the goal fulfilling, and how much it counts.</summary>
public sealed class Criterion : Entity
{
    /// <summary>The weight that counts most; the least is 1.</summary>
    public const int Heaviest = 3;

    /// <summary>Criteria of one goal at most.</summary>
    public const int Most = 20;

    public required Guid GoalId { get; init; }

    /// <summary>In the user's words, at most 300 characters.</summary>
    public required string Text { get; set; }

    /// <summary>1 nice to have, 2 important, 3 decisive.</summary>
    public int Weight { get; set; } = 2;

    /// <summary>Its place in the user's order, from 0.</summary>
    public int Place { get; set; }
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
