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
/// <param name="What">The loop's own words; how they met ("met at DataConf") for a follow-up.</param>
public sealed record Candidate(
    ActionKind Kind,
    Guid PersonId,
    Guid? LoopId = null,
    DateOnly? Due = null,
    DateOnly? Since = null,
    int? CadenceDays = null,
    int? Motivation = null,
    int Strength = 0,
    string? What = null);

/// <summary>Why an action stands where it stands.</summary>
/// <param name="Code">Stable code of the factor.</param>
/// <param name="Text">One clause for the user.</param>
/// <param name="Weight">The factor the score was multiplied with.</param>
public sealed record Reason(string Code, string Text, double Weight);

/// <summary>One row of Today.</summary>
public sealed record NextAction(Candidate Candidate, double Score, int Minutes, IReadOnlyList<Reason> Reasons);

/// <summary>
/// The order of Today, version 1: score = chance of the step x gain x fit x urgency / minutes, see docs/today.md. Deterministic; one
/// action a person; at most <see cref="Quota"/> of one kind while other kinds wait.
/// </summary>
public static class TodayRanking
{
    /// <summary>Rows of one kind before another kind comes first.</summary>
    public const int Quota = 3;

    /// <summary>The best actions of the day, most worthwhile first.</summary>
    public static IReadOnlyList<NextAction> Rank(IEnumerable<Candidate> candidates, DateOnly today, int limit = 7)
    {
        var scored = candidates
            .Select(c => Score(c, today))
            .OrderByDescending(a => a.Score).ThenBy(a => a.Candidate.PersonId).ThenBy(a => a.Candidate.LoopId)
            .DistinctBy(a => a.Candidate.PersonId)
            .ToList();
        var taken = new Dictionary<ActionKind, int>();
        var within = scored.ToLookup(a => (taken[a.Candidate.Kind] = taken.GetValueOrDefault(a.Candidate.Kind) + 1) <= Quota);
        return [.. within[true].Concat(within[false]).Take(limit)];
    }

    private static NextAction Score(Candidate c, DateOnly today)
    {
        var step = Step.Of(c.Kind);
        List<Reason> reasons =
        [
            Urgency(c, today),
            new("gain", step.Why, step.Gain),
            new("chance", $"about {step.Chance:P0} of these get an answer", step.Chance),
        ];
        if (c.Motivation is { } motivation)
            reasons.Add(new("target", "works at one of your target organisations", 1.5 + (motivation / 2.0)));
        if (c.Strength > 0)
            reasons.Add(new("tie", $"you have been in touch (strength {c.Strength})", 1 + (c.Strength / 200.0)));
        var score = reasons.Aggregate(1.0, (product, r) => product * r.Weight) / step.Minutes;
        return new(c, Math.Round(score, 6), step.Minutes, reasons);
    }

    private static Reason Urgency(Candidate c, DateOnly today)
    {
        var since = c.Since is { } s ? Math.Max(0, today.DayNumber - s.DayNumber) : (int?)null;
        var late = c.Due is { } d ? today.DayNumber - d.DayNumber : 0;
        return c.Kind switch
        {
            ActionKind.FollowUp => FollowUpUrgency(c.What ?? "met", since),
            ActionKind.StayInTouch when c.CadenceDays is > 0 and var period =>
                new("cadence", $"{Days(late)} past the {period}-day rhythm you set", 1 + Math.Min((double)Math.Max(0, late) / period, 3)),
            ActionKind.ReachOut when since is null => new("new", "you have not been in touch yet", 1),
            ActionKind.ReachOut => new("quiet", $"last contact {Days(since.Value)} ago", since > 30 ? 1 : 0.3),
            _ when late > 0 => new("late", $"due {Days(late)} ago", 1 + Math.Min(late / 7.0, 3)),
            _ => new("due", "due today", 1),
        };
    }

    // An exchange cools: 48 hours is the window, 90 days is "ever" (PRODUCT rules), and years-old connections only fill a quiet day.
    private static Reason FollowUpUrgency(string how, int? since) => since switch
    {
        null => new("never", "nobody has followed up", 0.1),
        <= 7 => new("fresh", $"{how} {When(since.Value)}; nobody has followed up", 3),
        <= Loop.EverDays => new("cooling", $"{how} {When(since.Value)}; nobody has followed up", 2 - (since.Value / (double)Loop.EverDays)),
        _ => new("old", $"{how} {When(since.Value)}; nobody ever followed up", Math.Max(0.02, 0.2 * Math.Pow(0.5, since.Value / 365.0))),
    };

    private static string When(int days) => days switch { 0 => "today", 1 => "yesterday", _ => $"{Days(days)} ago" };

    private static string Days(int days) => days switch
    {
        1 => "1 day",
        < 60 => $"{days} days",
        < 730 => $"{days / 30} months",
        _ => $"{days / 365} years",
    };
}

/// <summary>What one kind of action takes and brings. Chances and gains are weak priors until the user's own rates replace them.</summary>
/// <param name="Chance">Probability that the step works (informational requests: 30 % answered, The 2-Hour Job Search).</param>
/// <param name="Gain">What the step is worth to the relationship, relative to a follow-up.</param>
/// <param name="Minutes">Usual minutes.</param>
/// <param name="Why">The gain in words.</param>
internal sealed record Step(double Chance, double Gain, int Minutes, string Why)
{
    internal static Step Of(ActionKind kind) => kind switch
    {
        ActionKind.KeepPromise => new(0.95, 3, 10, "a promise kept is what trust is made of"),
        ActionKind.Thank => new(0.95, 1.5, 3, "a thank-you is late after one day"),
        ActionKind.ReportBack => new(0.9, 2, 5, "telling people what came of their help brings more of it"),
        ActionKind.ChasePromise => new(0.6, 1.5, 5, "they said they would"),
        ActionKind.FollowUp => new(0.5, 1.2, 5, "about 5 % of people ever follow up"),
        ActionKind.ReachOut => new(0.3, 1.5, 10, "conversations inside the organisations you want move the goal"),
        ActionKind.StayInTouch => new(0.6, 1, 10, "a tie kept warm needs no revival"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
