namespace Kith.Domain;

/// <summary>A series of steps in business days that the user wrote; those that come with Kith are no rows.</summary>
public sealed class Sequence : Entity
{
    public required string Name { get; set; }

    /// <summary>One step a line, as <see cref="Sequences.SequencePlan.Parse"/> reads it.</summary>
    public required string Steps { get; set; }
}

/// <summary>Where a run of a sequence stands.</summary>
public enum RunState
{
    Running,
    Answered,
    Finished,
    Stopped,
}

/// <summary>A sequence under way with one person, and with a second at the same organisation where it has one.</summary>
public sealed class SequenceRun : PersonPart
{
    /// <summary>The second person, to whom some of its steps turn.</summary>
    public Guid? SecondId { get; set; }

    /// <summary>The organisation at which it stops once somebody answers.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>The name it was started under.</summary>
    public required string Name { get; init; }

    /// <summary>Its steps as they were when it started: a change of the sequence does not change what runs.</summary>
    public required string Steps { get; init; }

    /// <summary>When the first message was sent, or the run was started (UTC).</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>The step that waits, from 0.</summary>
    public int Step { get; set; }

    public RunState State { get; set; }

    /// <summary>No step is due on or before that day: somebody is out of office.</summary>
    public DateOnly? AwayUntil { get; set; }

    /// <summary>The day of the first answer.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>The day it ended.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Why it ended.</summary>
    public string? Ending { get; set; }
}
