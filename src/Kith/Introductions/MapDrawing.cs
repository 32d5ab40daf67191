using System.Globalization;
using Kith.Domain.Maps;
using Kith.Shared.Pictures;

namespace Kith.Introductions;

/// <summary>Draws the map.</summary>
public static class MapDrawing
{
    // More names than that at one glance are no longer read.
    private const int LargeNames = 60;

    // Of the ties among others only the strongest are drawn; a person's own are lit when they are chosen.
    private const int MostLines = 250;
    private const int MostKnown = 6;
    private const double Margin = 12;

    private static readonly Dictionary<Nearness, (string Kind, string Word)> Near = new()
    {
        [Nearness.Strong] = ("h4", "strong"),
        [Nearness.Moderate] = ("h3", "moderate"),
        [Nearness.Weak] = ("h2", "weak"),
        [Nearness.KnownOf] = ("far", "not met"),
    };

    /// <summary>The picture of a map.</summary>
    public static Picture Of(ShowMap.Shown map)
    {
        var onWay = map.Ways.SelectMany(w => w).ToHashSet();
        return new(
            "map", map.Says, Svg(map, onWay), ["name", "kind", "nearness", "strength", "organisation", "circle", "in common", "on a way"],
            [.. map.Nodes.Select((n, i) => (IReadOnlyList<string>)[n.Name, n.IsOrganisation ? "organisation" : "person", Word(n.Nearness), Number(n.Strength), n.Organisation ?? "", Number(n.Circle), Number(n.Common), onWay.Contains(i) ? "yes" : ""])],
            "Whoever is nearer to the middle has the stronger tie with you; whoever stand beside each other have people or an organisation in common. Squares are organisations.");
    }

    /// <summary>A nearness as a word.</summary>
    public static string Word(Nearness? nearness) => nearness is { } near ? Near[near].Word : "";

    private static string Svg(ShowMap.Shown map, HashSet<int> onWay)
    {
        var (layout, reach) = (map.Layout, map.Layout.Spacing * 0.36);
        var labels = Labels(map, onWay, reach);
        var (left, right) = (Math.Min(-MapLayout.Radius - reach, labels.Select(l => l.Label.Left).DefaultIfEmpty().Min()) - Margin, Math.Max(MapLayout.Radius + reach, labels.Select(l => l.Label.Left + l.Label.Width).DefaultIfEmpty().Max()) + Margin);
        var (top, bottom) = (map.Nodes.Select(n => n.Y).DefaultIfEmpty().Min() - reach - (2 * Margin), map.Nodes.Select(n => n.Y).DefaultIfEmpty().Max() + reach + (2 * Margin));
        var drawing = new Drawing(right - left, bottom - top, left, top);
        foreach (var (near, radius) in layout.Edges)
        {
            drawing.Ring(0, 0, radius, "grid");
            drawing.Name(0, radius - 3, Near[near].Word, "middle", "ring l0", 11);
        }
        drawing.Lines(Ties(map), "tie", 1);
        drawing.Lines(map.Ways.SelectMany(way => way.Prepend(-1).Zip(way)).Distinct().Select(step => Between(map, step.First, step.Second)), "lit", 3);
        foreach (var (at, node) in map.Nodes.Index())
        {
            var data = $" data-at=\"{at}\" data-id=\"{(node.IsOrganisation ? "organisations" : "people")}/{node.Id}\"{(node.Knows.Count > 0 ? $" data-knows=\"{string.Join(' ', node.Knows.Take(MostKnown))}\"" : "")}";
            if (node.IsOrganisation)
                drawing.Rect(node.X - reach, node.Y - reach, 2 * reach, 2 * reach, onWay.Contains(at) ? "lit" : "theirs", Say(node), data);
            else
                drawing.Circle(node.X, node.Y, reach, onWay.Contains(at) ? "lit" : Near[node.Nearness!.Value].Kind, Say(node), data);
        }
        drawing.Circle(0, 0, Math.Max(reach, 9), "ink", "You");
        foreach (var (at, label) in labels)
            drawing.Name(label.Side switch { 1 => label.Left, -1 => label.Left + label.Width, _ => label.Left + (label.Width / 2) }, label.Top + (label.Height * 0.75), label.Text,
                label.Side switch { 1 => "start", -1 => "end", _ => "middle" }, $"l{label.Level}{(onWay.Contains(at) ? " on" : "")}", MapLabels.Size / (1 << label.Level));
        return drawing.Svg(map.Says);
    }

    // Whoever is on a way is named first, then in turn the strongest tie and the largest organisation.
    private static List<(int At, Label Label)> Labels(ShowMap.Shown map, HashSet<int> onWay, double reach)
    {
        var places = map.Placed;
        List<int> order =
        [
            .. onWay.Order(),
            .. map.Nodes.Index().Where(n => !onWay.Contains(n.Index)).OrderBy(n => n.Item.IsOrganisation ? 2 * (n.Index - places) : n.Index).ThenBy(n => n.Item.IsOrganisation).Select(n => n.Index),
        ];
        var placed = MapLabels.Place([.. order.Select(at => new Labelled(new(map.Nodes[at].X, map.Nodes[at].Y), reach, map.Nodes[at].Name, map.Nodes[at].IsOrganisation))], LargeNames);
        return [.. order.Zip(placed).Where(l => l.Second is not null).Select(l => (l.First, l.Second!))];
    }

    private static IEnumerable<(double, double, double, double)> Ties(ShowMap.Shown map) =>
        map.Nodes.Index().SelectMany(n => n.Item.Knows.Take(MostKnown).Where(other => n.Index < other || !map.Nodes[other].Knows.Take(MostKnown).Contains(n.Index)).Select(other => Between(map, n.Index, other))).Take(MostLines);

    private static (double, double, double, double) Between(ShowMap.Shown map, int one, int other) =>
        (one < 0 ? 0 : map.Nodes[one].X, one < 0 ? 0 : map.Nodes[one].Y, map.Nodes[other].X, map.Nodes[other].Y);

    private static string Say(ShowMap.Node node) => node.IsOrganisation
        ? $"{node.Name}, {node.Common} {(node.Common == 1 ? "person" : "people")}"
        : $"{node.Name}{(node.Organisation is null ? "" : $", {node.Organisation}")}, {(node.Strength is { } strength ? $"strength {strength}" : "not met")}{(node.Common > 0 ? $", {node.Common} in common" : "")}";

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
