namespace Kith.Domain.Ranking;

/// <summary>What Today asks the user to do.</summary>
public enum ActionKind
{
    KeepPromise,
    Thank,
    ReportBack,
    ChasePromise,
    FollowUp,
    ReachOut,
    StayInTouch,
}

/// <summary>One thing that could be done today, with the facts the order is made from.</summary>
/// <param name="Kind">The action.</param>
/// <param name="PersonId">Whom it is with.</param>
/// <param name="LoopId">The loop it would close, if any.</param>
/// <param name="Due">The day it is or was due, if any.</param>
/// <param name="Since">The day it came up: the exchange, the promise, the last contact.</param>
/// <param name="CadenceDays">The period of the cadence that is overdue.</param>
/// <param name="Motivation">0-3 where the person's organisation is a target of the goal, else null.</param>
/// <param name="Strength">Strength of the tie, 0-100.</param>
/// <param name="What">The loop's own words; how they met ("you met") for a follow-up.</param>
/// <param name="Unanswered">Messages of the user within <see cref="Ghosting.Days"/> days that nothing has come back to.</param>
/// <param name="RhythmDays">The pair's usual days between contacts, where their silence is longer than it explains.</param>
/// <param name="Decides">True where their title at a target is one that usually decides about hiring, see <see cref="Seniority"/>.</param>
public sealed record Candidate(
    ActionKind Kind,
    Guid PersonId,
    Guid? LoopId = null,
    DateOnly? Due = null,
    DateOnly? Since = null,
    int? CadenceDays = null,
    int? Motivation = null,
    int Strength = 0,
    string? What = null,
    int Unanswered = 0,
    int? RhythmDays = null,
    bool Decides = false);

/// <summary>Why an action stands where it stands.</summary>
/// <param name="Code">Stable code of the factor.</param>
/// <param name="Text">One clause for the user.</param>
/// <param name="Weight">The factor the score was multiplied with.</param>
public sealed record Reason(string Code, string Text, double Weight);

/// <summary>One row of Today.</summary>
public sealed record NextAction(Candidate Candidate, double Score, int Minutes, IReadOnlyList<Reason> Reasons)
{
    /// <summary>What a loop of that kind asks for.</summary>
    public static ActionKind For(LoopKind kind) => kind switch
    {
        LoopKind.PromiseByMe => ActionKind.KeepPromise,
        LoopKind.PromiseByThem => ActionKind.ChasePromise,
        LoopKind.Thank => ActionKind.Thank,
        LoopKind.ReportBack => ActionKind.ReportBack,
        _ => ActionKind.FollowUp,
    };
}

/// <summary>What one kind of action takes and brings. Chances and gains are weak priors until the user's own rates replace them.</summary>
/// <param name="Chance">Probability that the step works (informational requests: 30 % answered, The 2-Hour Job Search).</param>
/// <param name="Gain">What the step is worth to the relationship, relative to staying in touch.</param>
/// <param name="Minutes">Usual minutes.</param>
/// <param name="Why">The gain in words.</param>
/// <param name="Odds">The chance in words.</param>
internal sealed record Step(double Chance, double Gain, int Minutes, string Why, string Odds)
{
    internal static Step Of(ActionKind kind) => kind switch
    {
        ActionKind.KeepPromise => new(0.95, 3, 10, "a promise kept is what trust is made of", "it is in your hands"),
        ActionKind.Thank => new(0.95, 1.5, 3, "a thank-you is best within a day", "it is in your hands"),
        ActionKind.ReportBack => new(0.9, 2, 5, "people who hear what came of their help help again", "it is in your hands"),
        ActionKind.ChasePromise => new(0.6, 1.5, 5, "they offered it, so a friendly word is welcome", "about 6 in 10 remember when asked"),
        ActionKind.FollowUp => new(0.5, 1.2, 5, "an exchange turns into a relationship only when somebody follows up", "about 5 in 10 answer"),
        ActionKind.ReachOut => new(0.3, 1.5, 10, "conversations inside the organisations you want move the goal", "about 3 in 10 answer a request for insight"),
        ActionKind.StayInTouch => new(0.6, 1, 10, "a tie kept warm needs no revival", "about 6 in 10 answer"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
