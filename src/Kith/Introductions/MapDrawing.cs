using System.Globalization;
using Kith.Domain.Maps;
using Kith.Shared.Pictures;
using Microsoft.AspNetCore.Components;

namespace Kith.Introductions;

/// <summary>Draws the map.</summary>
public static class MapDrawing
{
    // More names than that within the map are no longer read at one glance; those of organisations stand around it.
    private const int LargePeople = 40;
    private const int LargeOrganisations = 120;

    // A line to each one's closest shows who stand together; all of a person's are lit when they are chosen.
    private const int Closest = 2;
    private const int MostLines = 120;
    private const int MostKnown = 6;
    private const double Margin = 12;

    private static readonly Dictionary<Nearness, (string Kind, string Word)> Near = new()
    {
        [Nearness.Strong] = ("h4", "strong"),
        [Nearness.Moderate] = ("h3", "moderate"),
        [Nearness.Weak] = ("h2", "weak"),
        [Nearness.KnownOf] = ("far", "not met"),
    };

    private static readonly Dictionary<LabelSide, (string, string)> Anchors = new()
    {
        [LabelSide.Right] = ("start", "central"),
        [LabelSide.Left] = ("end", "central"),
        [LabelSide.Below] = ("middle", "hanging"),
        [LabelSide.Above] = ("middle", "alphabetic"),
    };

    /// <summary>The picture of a map with all that is needed to come nearer: each one's name and address, and whom they know.</summary>
    public static Picture Of(ShowMap.Shown map)
    {
        var onWay = map.Ways.SelectMany(w => w).ToHashSet();
        return new(
            "map", map.Says, Svg(map, isWhole: true), ["name", "kind", "nearness", "strength", "organisation", "circle", "in common", "on a way"],
            [.. map.Nodes.Select((n, i) => (IReadOnlyList<string>)[n.Name, n.IsOrganisation ? "organisation" : "person", Word(n.Nearness), Number(n.Strength), n.Organisation ?? "", Number(n.Circle), Number(n.Common), onWay.Contains(i) ? "yes" : ""])]);
    }

    /// <summary>The map at a glance: the same places, and the names that can be read on the whole; a twentieth of the weight.</summary>
    public static MarkupString Glance(ShowMap.Shown map) => new(Svg(map, isWhole: false));

    /// <summary>A nearness as a word.</summary>
    public static string Word(Nearness? nearness) => nearness is { } near ? Near[near].Word : "";

    private static string Svg(ShowMap.Shown map, bool isWhole)
    {
        var (layout, reach, onWay) = (map.Layout, map.Layout.Spacing * 0.36, map.Ways.SelectMany(w => w).ToHashSet());
        var labels = Labels(map, onWay, reach);
        // As wide to both sides, so that the user is in the middle of any frame.
        var wide = Margin + labels.SelectMany(l => new[] { -l.Label.Left, l.Label.Left + l.Label.Width }).Append(reach + Farthest(map, n => n.X)).Max();
        var high = Margin + reach + Farthest(map, n => n.Y);
        var drawing = new Drawing(2 * wide, 2 * high, -wide, -high);
        foreach (var (_, radius) in layout.Edges)
            drawing.Ring(0, 0, radius, "grid");
        drawing.Lines(Ties(map), "tie", 1);
        drawing.Lines(map.Ways.SelectMany(way => way.Prepend(-1).Zip(way)).Distinct().Select(step => Between(map, step.First, step.Second)), "lit", 3);
        if (isWhole)
            Nodes(drawing, map, onWay, reach);
        else
            Dots(drawing, map, onWay, 2 * reach);
        drawing.Circle(0, 0, Math.Max(reach, 9), "ink", "You");
        drawing.Names(layout.Edges.Select(e => (0.0, e.Radius - 3, Near[e.Nearness].Word)), ("middle", "alphabetic"), "ring l0", 12);
        foreach (var kind in labels.Where(l => isWhole || l.Label.Level == 0).GroupBy(l => (l.Label.Level, l.Label.Side, IsOn: onWay.Contains(l.At))).OrderBy(g => g.Key))
            drawing.Names(
                kind.Select(l => (Math.Round(l.Label.X, isWhole ? 1 : 0), Math.Round(l.Label.Y, isWhole ? 1 : 0), l.Label.Text)), Anchors[kind.Key.Side],
                $"l{kind.Key.Level}{(kind.Key.IsOn ? " on" : "")}", MapLabels.Size / (1 << kind.Key.Level), kind.Key.Level > 0);
        return drawing.Svg(map.Says);
    }

    private static double Farthest(ShowMap.Shown map, Func<ShowMap.Node, double> way) => map.Nodes.Select(n => Math.Abs(way(n))).Append(map.Layout.Spacing).Max();

    private static void Nodes(Drawing drawing, ShowMap.Shown map, HashSet<int> onWay, double reach)
    {
        foreach (var (at, node) in map.Nodes.Index())
        {
            var data = $" data-id=\"{(node.IsOrganisation ? "organisations" : "people")}/{node.Id}\"{(node.Knows.Count > 0 ? $" data-knows=\"{string.Join(' ', node.Knows.Take(MostKnown))}\"" : "")}";
            if (node.IsOrganisation)
                drawing.Rect(node.X - reach, node.Y - reach, 2 * reach, 2 * reach, Kind(map, at, onWay), Say(node), data);
            else
                drawing.Circle(node.X, node.Y, reach, Kind(map, at, onWay), Say(node), data);
        }
    }

    private static void Dots(Drawing drawing, ShowMap.Shown map, HashSet<int> onWay, double size)
    {
        foreach (var kind in map.Nodes.Index().GroupBy(n => (n.Item.IsOrganisation, Kind: Kind(map, n.Index, onWay))))
        {
            drawing.Dots(kind.Select(n => (n.Item.X, n.Item.Y)), size, kind.Key.Kind, !kind.Key.IsOrganisation);
            // Whoever was not met is hollow.
            if (kind.Key.Kind == Near[Nearness.KnownOf].Kind)
                drawing.Dots(kind.Select(n => (n.Item.X, n.Item.Y)), size - 3, "none");
        }
    }

    private static string Kind(ShowMap.Shown map, int at, HashSet<int> onWay) => onWay.Contains(at) ? "lit" : map.Nodes[at] is { Nearness: { } near } ? Near[near].Kind : "theirs";

    // Whoever is on a way is named first, then in turn the strongest tie and the largest organisation.
    private static List<(int At, Label Label)> Labels(ShowMap.Shown map, HashSet<int> onWay, double reach)
    {
        var places = map.Placed;
        List<int> order =
        [
            .. onWay.Order(),
            .. map.Nodes.Index().Where(n => !onWay.Contains(n.Index)).OrderBy(n => n.Item.IsOrganisation ? 2 * (n.Index - places) : n.Index).ThenBy(n => n.Item.IsOrganisation).Select(n => n.Index),
        ];
        var placed = MapLabels.Place([.. order.Select(at => new Labelled(
            new(map.Nodes[at].X, map.Nodes[at].Y), reach, map.Nodes[at].Name, onWay.Contains(at) || at < LargePeople || (at >= places && at - places < LargeOrganisations), map.Nodes[at].IsOrganisation))]);
        return [.. order.Zip(placed).Where(l => l.Second is not null).Select(l => (l.First, l.Second!))];
    }

    private static IEnumerable<(double, double, double, double)> Ties(ShowMap.Shown map) =>
        map.Nodes.Index().SelectMany(n => n.Item.Knows.Take(Closest).Select(other => (One: Math.Min(n.Index, other), Other: Math.Max(n.Index, other)))).Distinct().Take(MostLines).Select(t => Between(map, t.One, t.Other));

    private static (double, double, double, double) Between(ShowMap.Shown map, int one, int other) =>
        (one < 0 ? 0 : map.Nodes[one].X, one < 0 ? 0 : map.Nodes[one].Y, map.Nodes[other].X, map.Nodes[other].Y);

    private static string Say(ShowMap.Node node) => node.IsOrganisation
        ? $"{node.Name}, {node.Common} {(node.Common == 1 ? "person" : "people")}"
        : $"{node.Name}{(node.Organisation is null ? "" : $", {node.Organisation}")}, {(node.Strength is { } strength ? $"strength {strength}" : "not met")}{(node.Common > 0 ? $", {node.Common} in common" : "")}";

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
