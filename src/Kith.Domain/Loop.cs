namespace Kith.Domain;

/// <summary>What is open between two people.</summary>
public enum LoopKind
{
    FollowUp,
    Thank,
    PromiseByMe,
    PromiseByThem,
    ReportBack,
    SequenceStep,
}

/// <summary>Where a loop stands.</summary>
public enum LoopState
{
    Open,
    Snoozed,
    Closed,
}

/// <summary>Something open between two people. It closes on evidence or on a decision, and in no other way.</summary>
public sealed class Loop : PersonPart
{
    /// <summary>Days after an exchange by which it should be followed up (48 hours).</summary>
    public const int FollowUpDays = 2;

    /// <summary>Days after which a thank-you is late.</summary>
    public const int ThankDays = 1;

    /// <summary>Days within which a follow-up counts at all ("ever").</summary>
    public const int EverDays = 90;

    /// <summary>The reason of a decision that says a promise was kept.</summary>
    public const string Kept = "Kept";

    public required LoopKind Kind { get; init; }

    public LoopState State { get; private set; }

    /// <summary>What it is about, in the user's words or from the source.</summary>
    public string? What { get; set; }

    public DateOnly? OpenedOn { get; init; }

    public DateOnly? Due { get; set; }

    public DateOnly? SnoozedUntil { get; private set; }

    /// <summary>The exchange that opened it.</summary>
    public Guid? ExchangeId { get; init; }

    /// <summary>The interaction that opened it.</summary>
    public Guid? InteractionId { get; init; }

    /// <summary>The introduction it belongs to.</summary>
    public Guid? IntroductionId { get; init; }

    /// <summary>The run of a sequence whose step it is.</summary>
    public Guid? RunId { get; init; }

    /// <summary>Which step of the sequence it is, from 0.</summary>
    public int? Step { get; init; }

    /// <summary>The opening it is about.</summary>
    public Guid? OpportunityId { get; init; }

    /// <summary>The interaction that closed it: the evidence.</summary>
    public Guid? EvidenceId { get; private set; }

    /// <summary>The reason of the decision that closed it.</summary>
    public string? Decision { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Natural key of the imported row, unique in the workspace.</summary>
    public string? SourceKey { get; init; }

    /// <summary>The follow-up that every exchange opens (48 hours).</summary>
    public static Loop ForExchange(Guid id, Exchange exchange) => new()
    {
        Id = id,
        PersonId = exchange.PersonId,
        Kind = LoopKind.FollowUp,
        OpenedOn = exchange.On,
        Due = exchange.On?.AddDays(FollowUpDays),
        ExchangeId = exchange.Id,
        BornIn = exchange.BornIn,
    };

    /// <summary>True when it waits for the user on that day: open and due, or its snooze is over.</summary>
    public bool IsDue(DateOnly today) => State switch
    {
        LoopState.Open => Due is null || Due <= today,
        LoopState.Snoozed => SnoozedUntil <= today,
        _ => false,
    };

    /// <summary>Puts it aside until a later day; a closed loop stays closed.</summary>
    public void Snooze(DateOnly until)
    {
        if (State == LoopState.Closed)
            throw new RefusedException("loop.closed", "This loop is closed already.");
        State = LoopState.Snoozed;
        SnoozedUntil = until;
    }

    /// <summary>Closes it on an interaction.</summary>
    public void CloseOnEvidence(Guid interactionId, DateOnly on)
    {
        if (State == LoopState.Closed)
            return;
        State = LoopState.Closed;
        EvidenceId = interactionId;
        ClosedOn = on;
    }

    /// <summary>Closes it on the user's decision, which needs a reason.</summary>
    public void CloseByDecision(string reason, DateOnly on)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new RefusedException("loop.reason-missing", "Say why you let this go; one word is enough.");
        if (State == LoopState.Closed)
            throw new RefusedException("loop.closed", "This loop is closed already.");
        State = LoopState.Closed;
        Decision = reason.Trim();
        ClosedOn = on;
    }

    /// <summary>
    /// True when that interaction is the evidence this loop waits for: a follow-up, thank-you or report-back by the user's own or mutual
    /// contact on or after the day it opened, a step of a sequence by a message of the user's own. A promise is kept by what was promised, so only
    /// the user can say so.
    /// </summary>
    public bool IsAnsweredBy(Direction direction, DateOnly on) =>
        State != LoopState.Closed
        && Kind is LoopKind.FollowUp or LoopKind.Thank or LoopKind.ReportBack or LoopKind.SequenceStep
        && (Kind == LoopKind.SequenceStep ? direction == Direction.Out : direction != Direction.In)
        && (OpenedOn is null || on >= OpenedOn);
}
