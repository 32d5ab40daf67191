namespace Kith.Domain.Ranking;

/// <summary>How much a day's delay matters, for each kind of action.</summary>
internal static class Urgency
{
    // Beyond this the delay says nothing new: four times as urgent as on the day.
    private const double Most = 3;

    internal static Reason Of(Candidate c, DateOnly today)
    {
        var since = c.Since is { } s ? Math.Max(0, today.DayNumber - s.DayNumber) : (int?)null;
        var late = c.Due is { } d ? today.DayNumber - d.DayNumber : 0;
        return c.Kind switch
        {
            ActionKind.FollowUp => FollowUp(c.What ?? "you met", since),
            ActionKind.StayInTouch when c is { CadenceDays: null, RhythmDays: > 0 and var usual } => Drifting(usual, since ?? 0),
            ActionKind.StayInTouch when c.CadenceDays is > 0 and var period => Cadence(period, Math.Max(0, late), since),
            ActionKind.ReachOut when since is null => new("new", "you have not been in touch yet", 1),
            ActionKind.ReachOut => new("quiet", $"last contact {Spans.Ago(since.Value)}", 1),
            _ => OfLoop(c, since, late),
        };
    }

    // Days overdue by the period: a weekly tie one week late comes before a yearly tie one month late.
    private static Reason Cadence(int period, int late, int? since) => new(
        "cadence",
        since is { } days ? $"last contact {Spans.Ago(days)}; you meant every {Spans.Days(period)}" : $"{Spans.Days(late)} past the {Spans.Days(period)} you set",
        1 + Math.Min((double)late / period, Most));

    // A pair's own rhythm counts as the cadence does: silence beyond it by the rhythm.
    private static Reason Drifting(int usual, int silent) => new(
        "drift", $"usually in contact every {Spans.Days(usual)}, silent for {Spans.Days(silent)}", Math.Clamp((double)silent / usual, 1, 1 + Most));

    // An exchange cools: 48 hours is the window, 90 days is "ever", and a connection made years ago only fills a quiet day.
    private static Reason FollowUp(string how, int? since) => since switch
    {
        null => new("never", $"{how}; nobody has followed up", 0.02),
        <= 7 => new("fresh", $"{how} {Spans.Ago(since.Value)}; nobody has followed up", 3),
        <= Loop.EverDays => new("cooling", $"{how} {Spans.Ago(since.Value)}; nobody has followed up", 2 - (since.Value / (double)Loop.EverDays)),
        _ => new("old", $"{how} {Spans.Ago(since.Value)}; nobody ever followed up", Math.Max(0.02, 0.2 * Math.Pow(0.5, since.Value / 365.0))),
    };

    private static Reason OfLoop(Candidate c, int? since, int late)
    {
        var what = c.What is { Length: > 0 } words ? words : Untold(c.Kind);
        var text = (since, c.Kind) switch
        {
            (null, _) => what,
            ({ } days, ActionKind.KeepPromise) => $"promised {Spans.Ago(days)}: {what}",
            ({ } days, ActionKind.ChasePromise) => $"offered {Spans.Ago(days)}: {what}",
            ({ } days, _) => $"{what}, {Spans.Ago(days)}",
        };
        return late > 0 ? new("late", text, 1 + Math.Min(late / 7.0, Most)) : new("due", text, 1);
    }

    private static string Untold(ActionKind kind) => kind switch
    {
        ActionKind.KeepPromise => "something you said you would do",
        ActionKind.ChasePromise => "something they said they would do",
        ActionKind.Thank => "what they did for you",
        _ => "what came of their help",
    };
}
