using System.Globalization;
using Kith.Formats.Csv;
using Kith.Formats.LinkedIn;

namespace Kith.Formats.ContactCsv;

/// <summary>One row of a table of people with its cells by field.</summary>
internal sealed class ContactRow(ContactPlan plan, CsvRow row, IReadOnlyDictionary<int, DateOrder> orders, string file, IssueLog issues)
{
    private const string ManyValues = ":::";
    private const int ShownChars = 40;

    public int Line => row.Line;

    public ContactPlan Plan => plan;

    /// <summary>The trimmed cell, or null when it is empty.</summary>
    public string? At(int column)
    {
        var cell = row[column].Trim();
        return cell.Length == 0 ? null : CsvWriter.Plain(cell);
    }

    public string? First(ContactField field)
    {
        foreach (var column in plan.All(field))
            if (At(column) is { } text) return text;
        return null;
    }

    public string? First(ContactField field, string? group) => At(plan.First(field, group));

    /// <summary>The values of one cell; Google joins several with <c> ::: </c>.</summary>
    public static IEnumerable<string> Split(string? cell)
    {
        if (cell is null) yield break;
        if (!cell.Contains(ManyValues, StringComparison.Ordinal))
        {
            yield return cell;
            yield break;
        }
        foreach (var part in cell.Split(ManyValues, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) yield return part;
    }

    /// <summary>The label of a value: that of its group's label column, else the fixed one of the column.</summary>
    public (string? Label, bool IsPrimary) Label(int column, ContactField labels)
    {
        var role = plan.RoleOf(column);
        var written = role.Group is null ? null : First(labels, role.Group);
        return (ContactLabels.Canonical(written) ?? role.Label, ContactLabels.IsPrimary(written));
    }

    /// <summary>The date in a column, or null; one that cannot be read is reported.</summary>
    public string? Date(int column)
    {
        if (At(column) is not { } text || ContactDates.IsEmpty(text)) return null;
        var date = ContactDates.Read(text, orders.GetValueOrDefault(column, DateOrder.MonthFirst));
        if (date is null) Report("date.invalid", $"{plan.Names[column]}: '{Shown(text)}' is not a date");
        return date;
    }

    public DateOnly? Day(ContactField field, string? group)
    {
        var column = plan.First(field, group);
        return DateOnly.TryParseExact(Date(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    public void Report(string code, string message) => issues.Report(file, Line, code, message);

    public static string Shown(string text) =>
        text.Length <= ShownChars ? text : text[..(char.IsHighSurrogate(text[ShownChars - 1]) ? ShownChars - 1 : ShownChars)] + "…";
}
