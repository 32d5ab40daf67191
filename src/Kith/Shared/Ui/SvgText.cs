using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Kith.Shared.Ui;

/// <summary>A line of text in a picture. Razor keeps the element's name for itself, so it is written here.</summary>
internal static class SvgText
{
    /// <param name="x">Units from the left.</param>
    /// <param name="y">Units from the top, of the middle of the line.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>: which part of the text stands at <paramref name="x"/>.</param>
    /// <param name="text">The words; encoded here.</param>
    internal static MarkupString At(double x, double y, string anchor, string text) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"""<text class="tick" x="{x:0.#}" y="{y:0.#}" text-anchor="{anchor}" dominant-baseline="middle">{HtmlEncoder.Default.Encode(text)}</text>"""));
}
