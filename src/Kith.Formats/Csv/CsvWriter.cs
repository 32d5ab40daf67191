using System.Buffers;

namespace Kith.Formats.Csv;

/// <summary>Writes delimited text (RFC 4180) that no spreadsheet takes for a formula.</summary>
public static class CsvWriter
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789 ().-/");

    // A semicolon or tab is quoted too, because half of Europe's spreadsheets cut there.
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\t\r\n");

    /// <summary>One row, with its line end.</summary>
    public static string Row(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>
    /// The text as a spreadsheet shows it: what it would take for a formula (OWASP, CSV injection) gets an apostrophe before it. Numbers with a sign, telephone
    /// numbers above all, stay as they are: they compute nothing.
    /// </summary>
    public static string Neutral(string text)
    {
        // Apostrophes before a formula get one more, so that reading takes away exactly what was put there.
        var rest = text.TrimStart('\'');
        return rest is ['=' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] || (rest is ['+' or '-', ..] && !IsNumber(rest)) ? "'" + text : text;
    }

    /// <summary>The text behind a cell that <see cref="Neutral"/> wrote; any other cell as it is.</summary>
    public static string Plain(string cell) => cell is ['\'', .. var text] && text.Length > 0 && Neutral(text) == cell ? text : cell;

    private static bool IsNumber(string text) => text.Length > 1 && text.AsSpan(1).IndexOfAnyExcept(OfNumbers) < 0;

    private static string Cell(string? text)
    {
        var neutral = Neutral(text ?? "");
        return neutral.AsSpan().IndexOfAny(Quoted) < 0 && neutral.AsSpan().Trim().Length == neutral.Length
            ? neutral
            : $"\"{neutral.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
