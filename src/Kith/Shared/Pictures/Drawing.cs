using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Kith.Shared.Pictures;

/// <summary>
/// Draws a picture: classes for the page, whose colours follow the theme, and attributes for where there is no style sheet. What differs between two shapes
/// stands last, so that a page of them compresses well.
/// </summary>
internal sealed class Drawing(double width, double height, double left = 0, double top = 0)
{
    // Names keep their letters: as numbers they would weigh three times as much.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly Dictionary<string, string> Colours = new()
    {
        ["mine"] = "#1d5c45",
        ["theirs"] = "#1f5a8c",
        ["soft"] = "#b9d3c5",
        ["grid"] = "#e9e5dc",
        ["due"] = "#865100",
        ["ink"] = "#211f1b",
        ["faint"] = "#6b655a",
        ["none"] = "#f1eee7",
        ["stream"] = "#8fb8a4",
        ["lit"] = "#b3541e",
        ["tie"] = "#d9d4c8",
        ["far"] = "#d9d4c8",
        ["h1"] = "#d5e6dc",
        ["h2"] = "#9fc7b3",
        ["h3"] = "#5b9a7d",
        ["h4"] = "#1d5c45",
    };

    private readonly StringBuilder body = new();

    internal void Rect(double x, double y, double wide, double high, string kind, string? says = null, string? data = null) =>
        Shape("rect", $"rx=\"2\" height=\"{F(Math.Max(0, high))}\" x=\"{F(x)}\" y=\"{F(y)}\" width=\"{F(Math.Max(0, wide))}\"{data}", kind, says);

    /// <summary>Rows of equal squares as one dashed stroke: a year of days stays small on the wire.</summary>
    /// <param name="runs">Left end, middle and number of squares of each row.</param>
    /// <param name="side">Side of a square.</param>
    /// <param name="gap">Room between two.</param>
    /// <param name="kind">Their colour.</param>
    internal void Squares(IEnumerable<(double X, double Y, int Count)> runs, double side, double gap, string kind)
    {
        var path = new StringBuilder();
        (double X, double Y)? pen = null;
        foreach (var (x, y, count) in runs)
        {
            var wide = (count * (side + gap)) - gap;
            path.Append(pen is { } at && at.Y == y ? $"m{F(x - at.X)} 0h{F(wide)}" : $"M{F(x)} {F(y)}h{F(wide)}");
            pen = (x + wide, y);
        }
        if (pen is not null)
            body.Append(CultureInfo.InvariantCulture, $"<path class=\"p-{kind} squares\" d=\"{path}\" stroke=\"{Colours[kind]}\" stroke-width=\"{F(side)}\" stroke-dasharray=\"{F(side)} {F(gap)}\"/>");
    }

    internal void Circle(double x, double y, double radius, string kind, string? says = null, string? data = null) =>
        Shape("circle", $"r=\"{F(radius)}\" cx=\"{F(x)}\" cy=\"{F(y)}\"{data}", kind, says);

    /// <summary>A circle that is only a line.</summary>
    internal void Ring(double x, double y, double radius, string kind) =>
        body.Append(CultureInfo.InvariantCulture, $"<circle class=\"p-{kind}\" fill=\"none\" stroke=\"{Colours[kind]}\" r=\"{F(radius)}\" cx=\"{F(x)}\" cy=\"{F(y)}\"/>");

    /// <summary>Many lines of one kind.</summary>
    internal void Lines(IEnumerable<(double X1, double Y1, double X2, double Y2)> lines, string kind, double thick)
    {
        var path = string.Concat(lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"M{l.X1:0} {l.Y1:0}L{l.X2:0} {l.Y2:0}")));
        if (path.Length > 0)
            body.Append(CultureInfo.InvariantCulture, $"<path class=\"p-{kind}\" fill=\"none\" stroke=\"{Colours[kind]}\" stroke-width=\"{F(thick)}\" d=\"{path}\"/>");
    }

    internal void Line(double x1, double y1, double x2, double y2, string kind, double thick = 1) =>
        body.Append(CultureInfo.InvariantCulture, $"<path class=\"p-{kind}\" stroke=\"{Colours[kind]}\" stroke-width=\"{F(thick)}\" d=\"M{F(x1)} {F(y1)}L{F(x2)} {F(y2)}\"/>");

    /// <summary>A stream from one level to another, as a stroke as thick as what flows.</summary>
    /// <param name="x1">Where it begins.</param>
    /// <param name="top1">Its upper edge there.</param>
    /// <param name="x2">Where it ends.</param>
    /// <param name="top2">Its upper edge there.</param>
    /// <param name="thick">How thick it is.</param>
    /// <param name="kind">Its colour.</param>
    /// <param name="says">What it shows.</param>
    internal void Band(double x1, double top1, double x2, double top2, double thick, string kind, string says)
    {
        var (half, fall) = ((x2 - x1) / 2, F(Halves(top2 - top1)));
        body.Append(CultureInfo.InvariantCulture, $"<path class=\"p-{kind}\" fill=\"none\" stroke=\"{Colours[kind]}\" stroke-opacity=\".55\" stroke-width=\"{F(Halves(thick))}\" d=\"M{F(x1)} {F(Halves(top1 + (thick / 2)))}c{F(half)} 0 {F(half)} {fall} {F(2 * half)} {fall}\"><title>{Encoder.Encode(says)}</title></path>");
    }

    internal void Text(double x, double y, string words, string anchor = "start", string kind = "ink", int size = 12) =>
        body.Append(CultureInfo.InvariantCulture, $"<text dominant-baseline=\"middle\" class=\"p-{kind}\" fill=\"{Colours[kind]}\" font-size=\"{size}\" text-anchor=\"{anchor}\" x=\"{F(Math.Round(x))}\" y=\"{F(Math.Round(y))}\">{Encoder.Encode(words)}</text>");

    /// <summary>Names of one size, whose class says from how near they are to be read.</summary>
    /// <param name="names">Where each stands and how it reads.</param>
    /// <param name="anchor">Which part of the name stands there: "start", "middle" or "end", and "hanging", "central" or "alphabetic".</param>
    /// <param name="kind">Their class.</param>
    /// <param name="size">Height of the letters; may be a fraction.</param>
    /// <param name="isHidden">Whether they are seen only where a style sheet shows them.</param>
    internal void Names(IEnumerable<(double X, double Y, string Words)> names, (string Along, string Up) anchor, string kind, double size, bool isHidden = false)
    {
        var written = string.Concat(names.Select(n => $"<text x=\"{F(n.X)}\" y=\"{F(n.Y)}\">{Encoder.Encode(n.Words)}</text>"));
        if (written.Length > 0)
            body.Append(CultureInfo.InvariantCulture, $"<g class=\"{kind}\" fill=\"{Colours["ink"]}\" font-size=\"{size:0.###}\" text-anchor=\"{anchor.Along}\" dominant-baseline=\"{anchor.Up}\"{(isHidden ? " display=\"none\"" : "")}>{written}</g>");
    }

    /// <summary>Many equal dots or squares as one stroke, which weighs a tenth of as many shapes.</summary>
    internal void Dots(IEnumerable<(double X, double Y)> dots, double size, string kind, bool areRound = true)
    {
        var path = string.Concat(dots.Select(d => string.Create(CultureInfo.InvariantCulture, $"M{d.X:0} {d.Y:0}h0")));
        if (path.Length > 0)
            body.Append(CultureInfo.InvariantCulture, $"<path class=\"p-{kind} dots\" fill=\"none\" stroke=\"{Colours[kind]}\" stroke-width=\"{F(size)}\" stroke-linecap=\"{(areRound ? "round" : "square")}\" d=\"{path}\"/>");
    }

    internal string Svg(string says) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{F(left)} {F(top)} {F(width)} {F(height)}\" role=\"img\" font-family=\"system-ui, sans-serif\" class=\"picture\"><title>{Encoder.Encode(says)}</title>{body}</svg>";

    private static double Halves(double number) => Math.Round(2 * number) / 2;

    internal static string F(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    private void Shape(string element, string place, string kind, string? says)
    {
        body.Append(CultureInfo.InvariantCulture, $"<{element} class=\"p-{kind}\" fill=\"{Colours[kind]}\" {place}");
        body.Append(says is null ? "/>" : $"><title>{Encoder.Encode(says)}</title></{element}>");
    }
}
