using System.Globalization;
using Kith.Domain;
using Kith.Shared.Pictures;

namespace Kith.Insights.Pictures;

/// <summary>Where people were met, how far that came, and what came of it, as streams of people.</summary>
internal static class Sankey
{
    private const int Wide = 720;
    private const int High = 360;
    private const int Node = 10;
    private const int Left = 140;
    private const int Right = 150;
    private const int Gap = 8;

    internal static Picture Of(IReadOnlyList<ShowInsights.Flow> streams)
    {
        var total = streams.Sum(s => s.People);
        var led = streams.Where(s => s.Outcome >= OpportunityState.Interview).Sum(s => s.People);
        var says = total == 0 ? "Nobody was met yet." : $"Of {total} people met, {led} {(led == 1 ? "stands" : "stand")} behind an interview or an offer.";
        var drawing = new Drawing(Wide, High);
        if (total > 0)
            Draw(drawing, streams, total);
        return new("streams", says, drawing.Svg(says), ["met by", "came to", "led to", "people"],
            [.. streams.Select(s => (IReadOnlyList<string>)[Words.Of(s.Tactic), Words.Of(s.Stage), Led(s.Outcome), s.People.ToString(CultureInfo.InvariantCulture)])],
            "Each person counts once: by the first tactic, the furthest stage, and the furthest opportunity they stand behind.");
    }

    private static void Draw(Drawing drawing, IReadOnlyList<ShowInsights.Flow> streams, int total)
    {
        var most = new[] { streams.Select(s => s.Tactic).Distinct().Count(), streams.Select(s => s.Stage).Distinct().Count(), streams.Select(s => s.Outcome).Distinct().Count() }.Max();
        var scale = (High - 20.0 - (Gap * most)) / total;
        var tactics = Column(streams, s => Words.Of(s.Tactic), scale);
        var stages = Column(streams.OrderByDescending(s => s.Stage), s => Words.Of(s.Stage), scale);
        var outcomes = Column(streams.OrderByDescending(s => s.Outcome ?? (OpportunityState)(-1)), s => Led(s.Outcome), scale);
        var middle = (Left + Wide - Right) / 2.0;
        Bands(drawing, streams, s => Words.Of(s.Tactic), s => Words.Of(s.Stage), tactics, stages, Left + Node, middle, scale);
        Bands(drawing, streams, s => Words.Of(s.Stage), s => Led(s.Outcome), stages, outcomes, middle + Node, Wide - Right, scale);
        Nodes(drawing, tactics, Left, Left - 8, "end", scale);
        Nodes(drawing, stages, middle, middle + Node + 6, "start", scale);
        Nodes(drawing, outcomes, Wide - Right, Wide - Right + Node + 8, "start", scale);
    }

    private static Dictionary<string, (double Top, int People)> Column(IEnumerable<ShowInsights.Flow> streams, Func<ShowInsights.Flow, string> key, double scale)
    {
        var (placed, top) = (new Dictionary<string, (double, int)>(), 10.0);
        foreach (var group in streams.GroupBy(key))
        {
            placed[group.Key] = (top, group.Sum(s => s.People));
            top += (group.Sum(s => s.People) * scale) + Gap;
        }
        return placed;
    }

    private static void Bands(
        Drawing drawing, IEnumerable<ShowInsights.Flow> streams, Func<ShowInsights.Flow, string> left, Func<ShowInsights.Flow, string> right, Dictionary<string, (double Top, int People)> lefts,
        Dictionary<string, (double Top, int People)> rights, double x1, double x2, double scale)
    {
        var (taken, given) = (lefts.ToDictionary(l => l.Key, l => l.Value.Top), rights.ToDictionary(r => r.Key, r => r.Value.Top));
        foreach (var group in streams.GroupBy(s => (Left: left(s), Right: right(s))).OrderBy(g => lefts[g.Key.Left].Top).ThenBy(g => rights[g.Key.Right].Top))
        {
            var people = group.Sum(s => s.People);
            drawing.Band(x1, taken[group.Key.Left], x2, given[group.Key.Right], people * scale, "stream", $"{group.Key.Left} → {group.Key.Right}: {people}");
            taken[group.Key.Left] += people * scale;
            given[group.Key.Right] += people * scale;
        }
    }

    private static void Nodes(Drawing drawing, Dictionary<string, (double Top, int People)> nodes, double x, double labelAt, string anchor, double scale)
    {
        foreach (var (name, (top, people)) in nodes)
        {
            drawing.Rect(x, top, Node, Math.Max(1, people * scale), "mine");
            drawing.Text(labelAt, top + (people * scale / 2), $"{name} {people}", anchor, size: 11);
        }
    }

    private static string Led(OpportunityState? outcome) => outcome switch
    {
        OpportunityState.Offer => "Offer",
        OpportunityState.Interview => "Interview",
        null => "Nothing yet",
        _ => "Opportunity",
    };
}
