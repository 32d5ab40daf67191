using System.Buffers;

namespace Kith.Formats.ContactCsv;

/// <summary>
/// Keeps a spreadsheet from running what stands in a cell (OWASP, CSV injection): an apostrophe goes before a first <c>= + - @</c>,
/// tab or line break, and before apostrophes that stand before one, so that reading takes away exactly what writing put there.
/// </summary>
public static class SpreadsheetCell
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789 ().-/");

    /// <summary>The text as it is safe in a cell.</summary>
    public static string Guard(string text) => IsTrigger(text) ? "'" + text : text;

    /// <summary>
    /// A telephone number or date as it is safe in a cell: <c>+31 20 555 0100</c> and <c>--03-01</c> stay, because digits, blanks,
    /// brackets, dots, slashes and hyphens are at worst a sum; anything else is guarded.
    /// </summary>
    public static string GuardNumber(string text) => IsPlainNumber(text) ? text : Guard(text);

    /// <summary>The text that was guarded.</summary>
    public static string Unguard(string cell) => cell.Length > 1 && cell[0] == '\'' && IsTrigger(cell) ? cell[1..] : cell;

    private static bool IsTrigger(string text)
    {
        var rest = text.AsSpan().TrimStart('\'');
        return !rest.IsEmpty && rest[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
    }

    private static bool IsPlainNumber(string text) =>
        text.Length is > 4 and <= 32 && text[0] is '+' or '-' && text.AsSpan(1).IndexOfAnyExcept(Plain) < 0;
}
