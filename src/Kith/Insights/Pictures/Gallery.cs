using System.Globalization;
using Kith.Data;
using Kith.Domain.Funnel;
using Kith.Shared.Pictures;

namespace Kith.Insights.Pictures;

/// <summary>Draws every picture of the insights.</summary>
public static class Gallery
{
    private const int Wide = 720;
    private const int Row = 34;
    private const int Label = 170;
    private const int Side = 190;

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<Picture> Of(ShowInsights.Shown shown, DateOnly today) =>
    [
        FollowUp(shown.FollowUp), Funnel(shown), Sankey.Of(shown.Flows), Tactics(shown), Portfolio(shown.Portfolio), Homework(shown.Homework), HeatMap.Of(shown.Calendar, today),
    ];

    private static Picture FollowUp(FollowUpRates.Shown shown)
    {
        var rows = new[] { ("You within 48 hours", shown.Mine.H48, "mine"), ("You within 7 days", shown.Mine.D7, "mine"), ("You within 90 days", shown.Mine.Ever, "mine"), ("They within 48 hours", shown.Theirs.H48, "theirs"), ("They within 7 days", shown.Theirs.D7, "theirs"), ("They within 90 days", shown.Theirs.Ever, "theirs") };
        var mine = shown.Mine.H48;
        var says = mine.Trials == 0 ? "No exchange is old enough yet to tell whether you follow up."
            : $"You followed up {mine.Successes} of {mine.Trials} exchanges within 48 hours{(shown.Mine.MedianHours is { } hours ? $", half of them within {Words.Hours(hours)}" : "")}.";
        return Bars("follow-up", says, [.. rows.Select(r => (r.Item1, r.Item2, r.Item3))], "Exchanges of the last 365 days, each window counted once it is over. The whiskers are 95 % intervals (Wilson).");
    }

    private static Picture Funnel(ShowInsights.Shown shown)
    {
        var steps = shown.Funnel.Select(s => (Name: $"{Words.Of(s.Stage)} → {Words.Of(s.Stage + 1).ToLowerInvariant()}", s.Next, s.Days))
            .Concat(shown.Pipeline.Select(s => (Name: $"{s.Stage} → further", s.Next, s.Days))).ToList();
        var slowest = shown.Funnel.Where(s => s.Next.Trials >= 5).OrderBy(s => s.Next.Share).FirstOrDefault();
        var says = slowest is null ? "Too few relationships yet to say where they stop."
            : $"Most relationships stop at {Words.Of(slowest.Stage).ToLowerInvariant()}: {slowest.Next.Successes} of {slowest.Next.Trials} came further.";
        var drawing = new Drawing(Wide, (steps.Count * Row) + 30);
        for (var at = 0; at < steps.Count; at++)
            Bar(drawing, at, steps[at].Name, steps[at].Next, at < shown.Funnel.Count ? "mine" : "theirs", Words.Days(steps[at].Days));
        return new("funnel", says, drawing.Svg(says), ["step", "further", "of", "low", "high", "median days", "watched"],
            [.. steps.Select(s => (IReadOnlyList<string>)[s.Name, .. Words.Cells(s.Next), Words.Number(s.Days.Median), s.Days.Count.ToString(CultureInfo.InvariantCulture)])],
            "Days are the median over all, those who still wait among them (Kaplan-Meier), with its 95 % interval. Stages come from the history, see the glossary.");
    }

    private static Picture Tactics(ShowInsights.Shown shown)
    {
        var judged = shown.Tactics.Where(t => t.Conversed.Trials > 0).OrderByDescending(t => t.Conversed.Share).ToList();
        var says = "No tactic was used yet.";
        if (judged is [var only])
            says = $"{Words.Of(only.Tactic)} led to a conversation {only.Conversed.Successes} of {only.Conversed.Trials} times; there is nothing to compare it with.";
        else if (judged.Count > 1)
        {
            var (best, worst) = (judged[0], judged[^1]);
            says = best.Conversed.Against(worst.Conversed).Verdict == Verdict.Higher
                ? $"{Words.Of(best.Tactic)} led to a conversation {best.Conversed.Successes} of {best.Conversed.Trials} times, {Words.Within(worst.Tactic)} {worst.Conversed.Successes} of {worst.Conversed.Trials}."
                : $"Too little to tell which tactic leads to conversations, over {judged.Sum(t => t.Conversed.Trials)} exchanges.";
        }
        var drawing = new Drawing(Wide, (Math.Max(1, shown.Tactics.Count) * Row) + 30);
        for (var at = 0; at < shown.Tactics.Count; at++)
            Bar(drawing, at, Words.Of(shown.Tactics[at].Tactic), shown.Tactics[at].Conversed, "mine", $"credit {Words.Number(shown.Tactics[at].Interviews)} int., {Words.Number(shown.Tactics[at].Offers)} off.");
        return new("tactics", says, drawing.Svg(says),
            ["tactic", "conversed", "of", "low", "high", "interviews", "offers", "conversations at events", "hours", "per hour", "low per hour", "high per hour", "cost", "per unit", "low per unit", "high per unit"],
            [.. shown.Tactics.Select(t => (IReadOnlyList<string>)
            [
                Words.Of(t.Tactic), .. Words.Cells(t.Conversed), Words.Number(t.Interviews), Words.Number(t.Offers), t.PerHour.Count.ToString(CultureInfo.InvariantCulture), Words.Number(t.PerHour.Exposure), Words.Number(t.PerHour.PerUnit),
                Words.Number(t.PerHour.Range()?.Low), Words.Number(t.PerHour.Range()?.High), Words.Number(t.PerCost.Exposure), Words.Number(t.PerCost.PerUnit), Words.Number(t.PerCost.Range()?.Low), Words.Number(t.PerCost.Range()?.High),
            ])],
            $"An exchange led to a conversation when both sides turned to each other within {ShowInsights.Ever} days. Hours and cost are those of the events, spread over the exchanges there; other tactics have none noted.");
    }

    private static Picture Portfolio(Portfolio held)
    {
        var parts = new[] { ("Strong", held.Strong, "h4"), ("Moderate", held.Moderate, "h3"), ("Weak", held.Weak, "h1"), ("Dormant", held.Dormant, "none") };
        var says = held.Total == 0 ? "No relationship has a history yet."
            : $"{held.Strong} strong, {held.Moderate} moderate, {held.Weak} weak and {held.Dormant} dormant ties{(held.Placed > 1 ? $", at {held.Places} {(held.Places == 1 ? "organisation" : "organisations")}" : "")}.";
        var drawing = new Drawing(Wide, 92);
        var x = 0.0;
        foreach (var (name, count, kind) in parts.Where(p => p.Item2 > 0))
        {
            var wide = (double)(Wide - 8) * count / held.Total;
            drawing.Rect(x, 20, wide - 2, 34, kind, $"{name}: {count}");
            if (wide > 60)
                drawing.Text(x + 4, 70, $"{name} {count}");
            x += wide;
        }
        return new("portfolio", says, drawing.Svg(says), ["kind", "people"], [.. parts.Select(p => (IReadOnlyList<string>)[p.Item1, p.Item2.ToString(CultureInfo.InvariantCulture)])],
            held.Diversity is { } spread ? string.Create(CultureInfo.InvariantCulture, $"Strong from strength 60, moderate from 20, dormant after three silent years. Two of them taken at random work at different places with a chance of {spread:0.00} (Simpson), n = {held.Placed}.") : "Strong from strength 60, moderate from 20, dormant after three silent years.");
    }

    private static Picture Homework(ShowInsights.Homework asks)
    {
        var says = asks.Comparison.Verdict switch
        {
            Verdict.Higher => $"Prepared asks were answered more often: {asks.Prepared.Text} against {asks.Unprepared.Text}.",
            Verdict.Lower => $"Prepared asks were answered less often: {asks.Prepared.Text} against {asks.Unprepared.Text}.",
            _ => $"Too little to tell whether homework pays: {asks.Prepared.Text} prepared asks were answered, {asks.Unprepared.Text} others.",
        };
        return Bars("homework", says, [("Prepared (60 of 100 or more)", asks.Prepared, "mine"), ("Less prepared", asks.Unprepared, "theirs")], $"An ask counts as answered when something came from them within {ShowInsights.AnswerDays} days. That the two differ does not say why.");
    }

    private static Picture Bars(string name, string says, IReadOnlyList<(string Name, Rate Rate, string Kind)> rows, string note)
    {
        var drawing = new Drawing(Wide, (rows.Count * Row) + 30);
        for (var at = 0; at < rows.Count; at++)
            Bar(drawing, at, rows[at].Name, rows[at].Rate, rows[at].Kind, null);
        return new(name, says, drawing.Svg(says), ["what", "k", "n", "low", "high"], [.. rows.Select(r => (IReadOnlyList<string>)[r.Name, .. Words.Cells(r.Rate)])], note);
    }

    // A bar for the share, a whisker for what else it may be, and the counts; a share of few is not written as a percentage.
    private static void Bar(Drawing drawing, int at, string name, Rate rate, string kind, string? beside)
    {
        var (y, most) = ((at * Row) + 17, Wide - Label - Side);
        if (at == 0)
            foreach (var part in new[] { 0, 0.5, 1 })
                drawing.Line(Label + (most * part), 4, Label + (most * part), 8, "grid");
        drawing.Text(Label - 8, y, name, "end");
        drawing.Rect(Label, y - 9, most, 18, "none");
        if (rate.Share is { } share)
        {
            drawing.Rect(Label, y - 9, Math.Round(most * share), 18, kind);
            var interval = rate.Wilson();
            drawing.Line(Label + Math.Round(most * interval.Low), y, Label + Math.Round(most * interval.High), y, "ink");
        }
        drawing.Text(Wide - Side + 8, beside is null ? y : y - 7, rate.Trials == 0 ? "nobody yet" : rate.Text, kind: "ink", size: 11);
        if (beside is not null)
            drawing.Text(Wide - Side + 8, y + 7, beside, kind: "faint", size: 11);
    }
}
