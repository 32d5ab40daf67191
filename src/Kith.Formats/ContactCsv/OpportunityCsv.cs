using System.Globalization;
using Kith.Formats.Csv;
using Kith.Formats.LinkedIn;

namespace Kith.Formats.ContactCsv;

/// <summary>Reads lists of openings by a mapping.</summary>
public static class OpportunityCsv
{
    /// <summary>Reads the openings lazily; the list begins at the first line that has all mapped columns.</summary>
    public static IEnumerable<OpportunityRecord> Read(Stream source, string file, OpportunityMapping mapping, IssueLog issues, CsvLimits? limits = null)
    {
        var bytes = new Rewound(source);
        var reading = new CsvReading { KeepsOddRows = true, CodePage = ContactCsvReader.CodePageOf(bytes.Sample, file, issues) };
        bool IsHeader(CsvHeader header) => mapping.Columns.Count > 0 && mapping.Columns.All(column => header.Has(column.Column));
        if (CsvTable.Find(bytes.Ahead(), file, IsHeader, new(), limits, reading) is not { } ahead)
        {
            issues.Report(file, 0, "csv.header", $"No line with the columns {string.Join(", ", mapping.Columns.Select(column => column.Column))} was found");
            return [];
        }
        // A date here is read as those of people are: the event columns stand for all of them.
        var roles = new ColumnRole?[ahead.Header.Names.Count];
        foreach (var column in mapping.Columns)
            if (IsDate(column.Field)) roles[ahead.Header.IndexOf(column.Column)] = new(ContactField.Event);
        var plan = new ContactPlan(ahead.Header.Names, roles);
        var orders = mapping.Dates is { } order
            ? plan.Dates.ToDictionary(column => column, _ => order)
            : ContactCsvReader.OrdersIn(ahead, plan, ahead.Delimiter == ';' ? DateOrder.DayFirst : DateOrder.MonthFirst, file, issues);
        var indexes = mapping.Columns.GroupBy(column => column.Field).ToDictionary(group => group.Key, group => ahead.Header.IndexOf(group.First().Column));
        return Rows(CsvTable.Find(bytes.Whole(), file, IsHeader, issues, limits, reading)!, plan, orders, indexes, file, issues);
    }

    private static IEnumerable<OpportunityRecord> Rows(
        CsvTable table, ContactPlan plan, Dictionary<int, DateOrder> orders, Dictionary<OpportunityField, int> indexes, string file, IssueLog issues)
    {
        foreach (var csv in table.Rows())
        {
            var row = new ContactRow(plan, csv, orders, file, issues);
            string? Text(OpportunityField field) => row.At(indexes.GetValueOrDefault(field, -1));
            DateOnly? Day(OpportunityField field) => indexes.TryGetValue(field, out var column)
                && DateOnly.TryParseExact(row.Date(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            yield return new()
            {
                Company = Text(OpportunityField.Company),
                Title = Text(OpportunityField.Title),
                Status = Text(OpportunityField.Status),
                Url = Text(OpportunityField.Url),
                Location = Text(OpportunityField.Location),
                Salary = Text(OpportunityField.Salary),
                SavedOn = Day(OpportunityField.SavedOn),
                AppliedOn = Day(OpportunityField.AppliedOn),
                Deadline = Day(OpportunityField.Deadline),
                Notes = Text(OpportunityField.Notes) is { } notes ? HtmlText.Plain(notes) : null,
                Line = csv.Line
            };
        }
    }

    private static bool IsDate(OpportunityField field) => field is OpportunityField.SavedOn or OpportunityField.AppliedOn or OpportunityField.Deadline;
}
