using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Kith.Insights.Pictures;

/// <summary>A picture with what it says and the rows behind it.</summary>
/// <param name="Name">Its name in addresses and files.</param>
/// <param name="Says">What it shows, in one sentence.</param>
/// <param name="Svg">The drawing; whole in itself, so that it can be taken away.</param>
/// <param name="Columns">Headings of the rows.</param>
/// <param name="Rows">What is drawn, as a table.</param>
/// <param name="Note">How it was counted.</param>
public sealed record Picture(string Name, string Says, string Svg, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string? Note = null)
{
    /// <summary>The drawing as it stands on a page: <see cref="Drawing"/> has encoded every word in it.</summary>
    public MarkupString Drawn => new(Svg);

    /// <summary>The rows as CSV (RFC 4180); what a spreadsheet would take for a formula is disarmed with an apostrophe (OWASP).</summary>
    public string Csv() => string.Concat(Rows.Prepend(Columns).Select(row => string.Join(',', row.Select(Cell)) + "\r\n"));

    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '@' or '\t' or '\r' || (text.StartsWith('-') && !double.TryParse(text, CultureInfo.InvariantCulture, out _)) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

/// <summary>Draws a picture: classes for the page, whose colours follow the theme, and attributes for where there is no style sheet.</summary>
internal sealed class Drawing(int width, int height)
{
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
        ["h1"] = "#d5e6dc",
        ["h2"] = "#9fc7b3",
        ["h3"] = "#5b9a7d",
        ["h4"] = "#1d5c45",
    };

    private readonly StringBuilder body = new();

    internal void Rect(double x, double y, double wide, double high, string kind, string? says = null) =>
        Shape("rect", $"x=\"{F(x)}\" y=\"{F(y)}\" width=\"{F(Math.Max(0, wide))}\" height=\"{F(Math.Max(0, high))}\" rx=\"2\"", kind, says);

    /// <summary>Rows of equal squares as one dashed stroke: a year of days stays small on the wire.</summary>
    /// <param name="runs">Left end, middle and number of squares of each row.</param>
    /// <param name="side">Side of a square.</param>
    /// <param name="gap">Room between two.</param>
    /// <param name="kind">Their colour.</param>
    internal void Squares(IEnumerable<(double X, double Y, int Count)> runs, double side, double gap, string kind)
    {
        var path = string.Concat(runs.Select(r => $"M{F(r.X)} {F(r.Y)}h{F((r.Count * (side + gap)) - gap)}"));
        if (path.Length > 0)
            body.Append(CultureInfo.InvariantCulture, $"<path class=\"p-{kind} squares\" d=\"{path}\" stroke=\"{Colours[kind]}\" stroke-width=\"{F(side)}\" stroke-dasharray=\"{F(side)} {F(gap)}\"/>");
    }

    internal void Circle(double x, double y, double radius, string kind, string? says = null) => Shape("circle", $"cx=\"{F(x)}\" cy=\"{F(y)}\" r=\"{F(radius)}\"", kind, says);

    internal void Line(double x1, double y1, double x2, double y2, string kind, double thick = 1) =>
        body.Append(CultureInfo.InvariantCulture, $"<line class=\"p-{kind}\" x1=\"{F(x1)}\" y1=\"{F(y1)}\" x2=\"{F(x2)}\" y2=\"{F(y2)}\" stroke=\"{Colours[kind]}\" stroke-width=\"{F(thick)}\"/>");

    internal void Band(double x1, double top1, double x2, double top2, double thick, string kind, string? says)
    {
        var middle = (x1 + x2) / 2;
        Shape("path", $"d=\"M{F(x1)} {F(top1)}C{F(middle)} {F(top1)} {F(middle)} {F(top2)} {F(x2)} {F(top2)}V{F(top2 + thick)}C{F(middle)} {F(top2 + thick)} {F(middle)} {F(top1 + thick)} {F(x1)} {F(top1 + thick)}Z\" fill-opacity=\".55\"", kind, says);
    }

    internal void Text(double x, double y, string words, string anchor = "start", string kind = "ink", int size = 12) =>
        body.Append(CultureInfo.InvariantCulture, $"<text class=\"p-{kind}\" x=\"{F(x)}\" y=\"{F(y)}\" font-size=\"{size}\" text-anchor=\"{anchor}\" dominant-baseline=\"middle\" fill=\"{Colours[kind]}\">{HtmlEncoder.Default.Encode(words)}</text>");

    internal string Svg(string says) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"system-ui, sans-serif\" class=\"picture\"><title>{HtmlEncoder.Default.Encode(says)}</title>{body}</svg>";

    internal static string F(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    private void Shape(string element, string place, string kind, string? says)
    {
        body.Append(CultureInfo.InvariantCulture, $"<{element} class=\"p-{kind}\" {place} fill=\"{Colours[kind]}\"");
        body.Append(says is null ? "/>" : $"><title>{HtmlEncoder.Default.Encode(says)}</title></{element}>");
    }
}
