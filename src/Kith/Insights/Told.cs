using Kith.Data;
using Kith.Domain.Attribution;
using Kith.Domain.Funnel;

namespace Kith.Insights;

/// <summary>The insights as programs read them: every rate with its n, k and interval.</summary>
public sealed record Told(
    Told.FollowUp FollowUps, IReadOnlyList<Told.Step> Funnel, IReadOnlyList<Told.Step> Pipeline, IReadOnlyList<Told.Tactic> Tactics, Told.Credits Attribution, Portfolio Portfolio, Told.Compared Homework)
{
    /// <summary>So many of so many.</summary>
    public sealed record Share(int N, int K, double? Rate, double Low, double High)
    {
        internal static Share Of(Rate rate) => rate.Wilson() is var interval ? new(rate.Trials, rate.Successes, rate.Share, interval.Low, interval.High) : null!;
    }

    /// <summary>So many for so many hours or so much money.</summary>
    public sealed record PerUnit(int K, double Exposure, double? Rate, double? Low, double? High)
    {
        internal static PerUnit Of(Yield yield) => new(yield.Count, yield.Exposure, yield.PerUnit, yield.Range()?.Low, yield.Range()?.High);
    }

    /// <summary>Follow-up within 48 hours, 7 days and 90 days.</summary>
    public sealed record Side(Share H48, Share D7, Share Ever, double? MedianHours);

    /// <summary>Both sides.</summary>
    public sealed record FollowUp(Side Mine, Side Theirs);

    /// <summary>A step of a funnel; days are the median over all, those who still wait among them, null while not reached.</summary>
    public sealed record Step(string Stage, Share Next, double? MedianDays, double? LowDays, double? HighDays, int Watched);

    /// <summary>What a tactic led to.</summary>
    public sealed record Tactic(Domain.Tactic Name, Share Conversed, double Interviews, double Offers, PerUnit PerHour, PerUnit PerCost);

    /// <summary>Who and which events the outcomes are owed to.</summary>
    public sealed record Credits(CreditRule Rule, int Interviews, int Offers, int Unknown, IReadOnlyList<ShowInsights.Share> People, IReadOnlyList<ShowInsights.Share> Events, IReadOnlyList<Outcome> Outcomes);

    /// <summary>Prepared against unprepared asks.</summary>
    public sealed record Compared(Share Prepared, Share Unprepared, double? Difference, double Low, double High, string Verdict);

    internal static Told Of(ShowInsights.Shown shown) => new(
        new(Both(shown.FollowUp.Mine), Both(shown.FollowUp.Theirs)),
        [.. shown.Funnel.Select(s => At(s.Stage, s.Next, s.Days))],
        [.. shown.Pipeline.Select(s => At(s.Stage, s.Next, s.Days))],
        [.. shown.Tactics.Select(t => new Tactic(t.Tactic, Share.Of(t.Conversed), t.Interviews, t.Offers, PerUnit.Of(t.PerHour), PerUnit.Of(t.PerCost)))],
        new(shown.Attribution.Rule, shown.Attribution.Interviews, shown.Attribution.Offers, shown.Attribution.Unknown, shown.Attribution.People, shown.Attribution.Events, shown.Outcomes),
        shown.Portfolio,
        new(Share.Of(shown.Homework.Prepared), Share.Of(shown.Homework.Unprepared), shown.Homework.Comparison.Difference, shown.Homework.Comparison.Interval.Low, shown.Homework.Comparison.Interval.High, shown.Homework.Comparison.Text));

    private static Side Both(FollowUpRates.Side side) => new(Share.Of(side.H48), Share.Of(side.D7), Share.Of(side.Ever), side.MedianHours);

    private static Step At<T>(T stage, Rate next, WaitingTimes days)
        where T : struct, Enum => new(stage.ToString().ToLowerInvariant(), Share.Of(next), days.Median, days.MedianInterval.Low, days.MedianInterval.High, days.Count);
}
