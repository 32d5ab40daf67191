using Kith.Formats.Csv;

namespace Kith.Formats.LinkedIn;

/// <summary>One row of an export with its columns by name; a value that cannot be read is reported and left out.</summary>
internal sealed class ExportRow(CsvTable table, IssueLog issues, DateOrder order, CsvRow row)
{
    private const int ShownChars = 40;

    public int Line => row.Line;

    /// <summary>The trimmed text of the first of these columns that has any.</summary>
    public string Text(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
            if (row[table.Header.IndexOf(column)].Trim() is { Length: > 0 } text) return text;
        return "";
    }

    public string? Optional(params ReadOnlySpan<string> columns) => Text(columns) is { Length: > 0 } text ? text : null;

    /// <summary>The texts of all columns of these names, each once.</summary>
    public IReadOnlyList<string> All(params ReadOnlySpan<string> columns)
    {
        List<string> texts = [];
        foreach (var column in columns)
            if (Text(column) is { Length: > 0 } text && !texts.Contains(text)) texts.Add(text);
        return texts;
    }

    public DateOnly? Day(string column, string example = "12 Mar 2024")
    {
        if (Optional(column) is not { } text) return null;
        return LinkedInDates.TryDay(text, order, out var day) ? day : NoDate<DateOnly>(column, text, example);
    }

    public DateTime? Instant(string column, string example = "2024-03-12 09:30:00 UTC")
    {
        if (Optional(column) is not { } text) return null;
        return LinkedInDates.TryInstant(text, order, out var instant) ? instant : NoDate<DateTime>(column, text, example);
    }

    public PartialDate? Partial(string column, string example = "Mar 2024")
    {
        if (Optional(column) is not { } text) return null;
        return LinkedInDates.TryPartial(text, order, out var partial) ? partial : NoDate<PartialDate>(column, text, example);
    }

    public bool IsYes(string column) => Text(column).ToUpperInvariant() is "YES" or "TRUE" or "Y" or "1";

    public Direction Direction() => Text("Direction").ToUpperInvariant() switch
    {
        "INCOMING" => LinkedIn.Direction.Incoming,
        "OUTGOING" => LinkedIn.Direction.Outgoing,
        _ => LinkedIn.Direction.Unknown
    };

    private T? NoDate<T>(string column, string text, string example) where T : struct
    {
        issues.Report(table.File, Line, "date.invalid", $"{column}: '{Shown(text)}' is not a date (expected e.g. {example})");
        return null;
    }

    private static string Shown(string text) =>
        text.Length <= ShownChars ? text : text[..(char.IsHighSurrogate(text[ShownChars - 1]) ? ShownChars - 1 : ShownChars)] + "…";
}
