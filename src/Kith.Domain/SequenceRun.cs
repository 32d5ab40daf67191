using Kith.Domain.Calendars;
using Kith.Domain.Sequences;

namespace Kith.Domain;

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
    public required DateTime StartedAt { get; set; }

    /// <summary>The step that waits, from 0.</summary>
    public int Step { get; set; }

    public RunState State { get; private set; }

    /// <summary>No step is due on or before that day: somebody is out of office.</summary>
    public DateOnly? AwayUntil { get; set; }

    /// <summary>The day of the first answer.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>The day it ended.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it ended.</summary>
    public string? Ending { get; private set; }

    /// <summary>The steps of the run.</summary>
    public IReadOnlyList<SequenceStep> Plan() => SequencePlan.Parse(Steps);

    /// <summary>True while an answer still changes it: it runs, or it ended without one.</summary>
    public bool AwaitsAnswer => State == RunState.Running || (State == RunState.Finished && AnsweredOn is null);

    /// <summary>To whom a step turns; null where it turns to a second person and there is none.</summary>
    public Guid? Whom(SequenceStep step) => step.To == StepTo.First ? PersonId : SecondId;

    /// <summary>The first step from that one on that has somebody to turn to; null at the end.</summary>
    public int? NextFrom(int from)
    {
        var plan = Plan();
        for (var step = from; step < plan.Count; step++)
            if (Whom(plan[step]) is not null)
                return step;
        return null;
    }

    /// <summary>The day a step is due, and never before it opened.</summary>
    /// <param name="step">Which step, from 0.</param>
    /// <param name="started"><see cref="StartedAt"/> in the user's zone.</param>
    /// <param name="opened">The day the step opened.</param>
    /// <param name="offices">The business days of the user's country.</param>
    public DateOnly Due(int step, DateTime started, DateOnly opened, BusinessDays offices)
    {
        var due = SequencePlan.Due(Plan()[step], started, offices, AwayUntil);
        return due > opened ? due : SequencePlan.Due(new(0, StepTo.First, ""), opened.ToDateTime(TimeOnly.MinValue), offices, AwayUntil);
    }

    /// <summary>Ends it with the first answer; one that comes after the last step still counts as late.</summary>
    public void Answer(DateOnly on, string who)
    {
        if (!AwaitsAnswer)
            return;
        (State, AnsweredOn, Ending) = (RunState.Answered, on, $"{who} answered");
        EndedOn ??= on;
    }

    /// <summary>Ends it because every step was done.</summary>
    public void Finish(DateOnly on)
    {
        if (State == RunState.Running)
            (State, EndedOn, Ending) = (RunState.Finished, on, "Every step was done");
    }

    /// <summary>Ends it on the user's decision, which needs a reason.</summary>
    public void Stop(string? reason, DateOnly on)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new RefusedException("sequence.reason-missing", "Say why you stop it; one word is enough.");
        if (State != RunState.Running)
            throw new RefusedException("sequence.over", "This sequence is over already.");
        (State, EndedOn, Ending) = (RunState.Stopped, on, reason.Trim());
    }

    /// <summary>What kind of contact the person proved to be; null while there is no telling.</summary>
    /// <param name="started"><see cref="StartedAt"/> in the user's zone.</param>
    /// <param name="offices">The business days of the user's country.</param>
    public Segment? Segment(DateTime started, BusinessDays offices) => Segments.Of(started, AnsweredOn, State == RunState.Finished, offices);
}
