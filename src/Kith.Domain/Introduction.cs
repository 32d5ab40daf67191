namespace Kith.Domain;

/// <summary>What somebody is asked for.</summary>
public enum IntroductionKind
{
    /// <summary>To bring the user and another person together.</summary>
    Introduction,

    /// <summary>To put the user's name forward for an opening.</summary>
    Referral,
}

/// <summary>How far an introduction has come.</summary>
public enum IntroductionState
{
    Drafted,
    Asked,
    ConnectorAgreed,
    TargetAgreed,
    Made,
    Met,
    Thanked,
    ReportedBack,
    Declined,
    Lapsed,
}

/// <summary>
/// A request to a connector, with consent on both sides: nobody is introduced before the connector and the other person have agreed. The person it is
/// filed under is the connector.
/// </summary>
public sealed class Introduction : PersonPart
{
    /// <summary>Business days after which an unanswered request is asked after once.</summary>
    public const int ReminderDays = 5;

    /// <summary>Days after which a meeting is reported back to the connector.</summary>
    public const int ReportDays = 2;

    public required IntroductionKind Kind { get; init; }

    /// <summary>Whom the user wants to meet; null for a referral that names nobody.</summary>
    public Guid? OtherId { get; set; }

    /// <summary>The opening a referral is for.</summary>
    public Guid? OpportunityId { get; set; }

    public IntroductionState State { get; private set; }

    /// <summary>Why the user wants it, for the connector's eyes.</summary>
    public string? Why { get; set; }

    /// <summary>A text the connector can pass on as it is.</summary>
    public string? Blurb { get; set; }

    /// <summary>The day of the last step.</summary>
    public DateOnly? ChangedOn { get; private set; }

    public DateOnly? AskedOn { get; private set; }

    public DateOnly? MadeOn { get; private set; }

    public DateOnly? MetOn { get; private set; }

    /// <summary>The last stage it had reached before it was declined or lapsed.</summary>
    public IntroductionState? EndedAfter { get; private set; }

    /// <summary>What came of it, or why it ended.</summary>
    public string? Outcome { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>True once nothing more is to come.</summary>
    public bool IsOver => State is IntroductionState.ReportedBack or IntroductionState.Declined or IntroductionState.Lapsed;

    /// <summary>True once the two were brought together or the name was put forward.</summary>
    public bool WasMade => (EndedAfter ?? State) is >= IntroductionState.Made and <= IntroductionState.ReportedBack;

    /// <summary>
    /// The steps that may follow a state. A connector who asks the other person first answers for both, and who simply makes it has agreed; a referral
    /// has no second consent.
    /// </summary>
    public static IReadOnlyList<IntroductionState> After(IntroductionState state, IntroductionKind kind) => (state, kind) switch
    {
        (IntroductionState.Drafted, _) => [IntroductionState.Asked, IntroductionState.Lapsed],
        (IntroductionState.Asked, IntroductionKind.Introduction) =>
            [IntroductionState.ConnectorAgreed, IntroductionState.TargetAgreed, IntroductionState.Made, IntroductionState.Declined, IntroductionState.Lapsed],
        (IntroductionState.Asked, _) => [IntroductionState.ConnectorAgreed, IntroductionState.Made, IntroductionState.Declined, IntroductionState.Lapsed],
        (IntroductionState.ConnectorAgreed, IntroductionKind.Introduction) =>
            [IntroductionState.TargetAgreed, IntroductionState.Made, IntroductionState.Declined, IntroductionState.Lapsed],
        (IntroductionState.ConnectorAgreed, _) => [IntroductionState.Made, IntroductionState.Declined, IntroductionState.Lapsed],
        (IntroductionState.TargetAgreed, _) => [IntroductionState.Made, IntroductionState.Declined, IntroductionState.Lapsed],
        (IntroductionState.Made, _) => [IntroductionState.Met, IntroductionState.Declined, IntroductionState.Lapsed],
        (IntroductionState.Met, _) => [IntroductionState.Thanked, IntroductionState.ReportedBack, IntroductionState.Lapsed],
        (IntroductionState.Thanked, _) => [IntroductionState.ReportedBack, IntroductionState.Lapsed],
        _ => [],
    };

    /// <summary>Takes a step that may follow, or refuses it with code <c>introduction.step</c>.</summary>
    public void Advance(IntroductionState to, DateOnly on)
    {
        if (!After(State, Kind).Contains(to))
            throw new RefusedException("introduction.step", $"After \"{Word(State)}\" an introduction cannot be \"{Word(to)}\".");
        if (to is IntroductionState.Declined or IntroductionState.Lapsed)
            EndedAfter = State;
        (State, ChangedOn) = (to, on);
        AskedOn ??= to == IntroductionState.Asked ? on : null;
        MadeOn ??= to == IntroductionState.Made ? on : null;
        MetOn ??= to == IntroductionState.Met ? on : null;
    }

    /// <summary>
    /// What a step leaves open: an answer to wait for, a thank-you and a first message once it is made, a report once the two have met. Somebody who
    /// declined is thanked too, so that nobody loses face.
    /// </summary>
    public IReadOnlyList<Opening> Opens(DateOnly on, Calendars.BusinessDays offices) => State switch
    {
        IntroductionState.Asked => [new(PersonId, LoopKind.FollowUp, "Ask after the introduction, once", offices.Add(on, ReminderDays))],
        IntroductionState.ConnectorAgreed or IntroductionState.TargetAgreed => [new(PersonId, LoopKind.PromiseByThem, "Make the introduction", offices.Add(on, ReminderDays))],
        IntroductionState.Made =>
        [
            new(PersonId, LoopKind.Thank, "Thank for the introduction", on.AddDays(Loop.ThankDays)),
            .. OtherId is { } other ? [new Opening(other, LoopKind.FollowUp, "Write first, now that you are introduced", on.AddDays(Loop.ThankDays))] : Array.Empty<Opening>(),
        ],
        IntroductionState.Met => [new(PersonId, LoopKind.ReportBack, "Tell how the meeting went", on.AddDays(ReportDays))],
        IntroductionState.Declined => [new(PersonId, LoopKind.Thank, "Thank for the honest answer", on.AddDays(Loop.ThankDays))],
        _ => [],
    };

    /// <summary>A state as a word.</summary>
    public static string Word(IntroductionState state) => state switch
    {
        IntroductionState.ConnectorAgreed => "connector agreed",
        IntroductionState.TargetAgreed => "both agreed",
        IntroductionState.ReportedBack => "reported back",
        _ => state.ToString().ToLowerInvariant(),
    };

    /// <summary>A loop that a step opens.</summary>
    /// <param name="Person">With whom.</param>
    /// <param name="Kind">What kind.</param>
    /// <param name="What">What it is about.</param>
    /// <param name="Due">By when.</param>
    public sealed record Opening(Guid Person, LoopKind Kind, string What, DateOnly Due);
}
