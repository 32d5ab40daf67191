using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Kith.Shared.Pictures;

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
