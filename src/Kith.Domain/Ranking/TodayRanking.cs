using Kith.Domain.Calendars;

namespace Kith.Domain.Ranking;

/// <summary>
/// The order of Today: score = chance of the step x gain x fit x urgency x what was learnt / minutes, see docs/today.md. Deterministic; one
/// action a person; at most <see cref="Quota"/> of one kind while other kinds wait.
/// </summary>
public static class TodayRanking
{
    /// <summary>Rows of one kind before another kind comes first.</summary>
    public const int Quota = 3;

    /// <summary>
    /// What a decision maker counts against somebody else at a target. A conversation with one leads to an offer once in 25, with somebody
    /// else to a decision maker once in 15 (Pierson), so more would follow; but a title only hints at who decides.
    /// </summary>
    public const double Deciders = 2;

    /// <summary>Rows of one day.</summary>
    public const int Rows = 7;

    /// <summary>The best actions of the day, most worthwhile first; without those that <see cref="Ghosting"/> stops.</summary>
    /// <param name="offices">The days on which offices work; null where that is not known.</param>
    /// <param name="lessons">What the user's earlier answers teach; null for nothing.</param>
    public static IReadOnlyList<NextAction> Rank(IEnumerable<Candidate> candidates, DateOnly today, int limit = Rows, BusinessDays? offices = null, Lessons? lessons = null)
    {
        var scored = candidates
            .Where(c => !Ghosting.Stopped(c))
            .Select(c => Score(c, today, offices, lessons ?? Lessons.None))
            .OrderByDescending(a => a.Score).ThenBy(a => a.Candidate.PersonId).ThenBy(a => a.Candidate.Kind).ThenBy(a => a.Candidate.LoopId)
            .DistinctBy(a => a.Candidate.PersonId);
        var taken = new Dictionary<ActionKind, int>();
        var within = scored.ToLookup(a => (taken[a.Candidate.Kind] = taken.GetValueOrDefault(a.Candidate.Kind) + 1) <= Quota);
        return [.. within[true].Concat(within[false]).Take(limit)];
    }

    private static NextAction Score(Candidate c, DateOnly today, BusinessDays? offices, Lessons lessons)
    {
        var step = Step.Of(c.Kind);
        List<Reason> reasons = [Urgency.Of(c, today)];
        if (c.Motivation is { } motivation)
            reasons.Add(new("target", Wanted(motivation), 1.5 + (motivation / 2.0)));
        if (c is { Decides: true, Motivation: not null })
            reasons.Add(new("decides", "with a title that usually decides about hiring", Deciders));
        if (c.Strength > 0)
            reasons.Add(new("tie", $"you know each other (strength {c.Strength} of 100)", 1 + (c.Strength / 200.0)));
        // A message that waits for Monday can be written on Monday; a promise or a thank-you need not wait.
        if (c.Kind is ActionKind.ReachOut or ActionKind.FollowUp or ActionKind.ChasePromise && offices?.Includes(today) == false)
            reasons.Add(new("closed", "offices are closed today, so it will wait there", 0.5));
        if (Ghosting.Of(c) is { } silence)
            reasons.Add(silence);
        if (lessons.Of(c.Kind) is { } learnt)
            reasons.Add(learnt);
        reasons.Add(new("gain", step.Why, step.Gain));
        reasons.Add(new("chance", step.Odds, step.Chance));
        var score = reasons.Aggregate(1.0, (product, r) => product * r.Weight) / step.Minutes;
        return new(c, Math.Round(score, 6), step.Minutes, reasons);
    }

    private static string Wanted(int motivation) => motivation switch
    {
        >= 3 => "works at an organisation you want very much",
        _ => "works at one of your target organisations",
    };
}
