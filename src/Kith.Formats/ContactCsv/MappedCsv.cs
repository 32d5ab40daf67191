using Kith.Formats.Contacts;
using Kith.Formats.Csv;
using Kith.Formats.LinkedIn;

namespace Kith.Formats.ContactCsv;

/// <summary>What each column of a table of people is; can be kept as JSON and used again for the next file of the same kind.</summary>
/// <param name="Columns">The columns that are read; all others are ignored.</param>
/// <param name="Dates">The order of day and month where it is known, else it is found out from the columns.</param>
public sealed record ContactMapping(IReadOnlyList<MappedColumn> Columns, DateOrder? Dates = null)
{
    /// <summary>The mapping that takes each guess which is sure enough.</summary>
    public static ContactMapping From(IEnumerable<ColumnGuess> guesses, double sureEnough = 0.5) =>
        new([.. guesses.Where(guess => guess.Field != ContactField.Ignore && guess.Confidence >= sureEnough)
            .Select(guess => new MappedColumn(guess.Column, guess.Field, guess.Label))]);
}

/// <summary>One column and what it says.</summary>
/// <param name="Column">The name in the header.</param>
/// <param name="Field">What it says.</param>
/// <param name="Label">What an address or number is for, e.g. <c>work</c>.</param>
public sealed record MappedColumn(string Column, ContactField Field, string? Label = null);

/// <summary>Reads tables of people of any layout by a mapping.</summary>
public static class MappedCsv
{
    /// <summary>Reads the people lazily; the table begins at the first line that has all mapped columns.</summary>
    public static IEnumerable<ContactRecord> Read(Stream source, string file, ContactMapping mapping, IssueLog issues, CsvLimits? limits = null)
    {
        var bytes = new Rewound(source);
        var reading = new CsvReading { KeepsOddRows = true, CodePage = ContactCsvReader.CodePageOf(bytes.Sample, file, issues) };
        bool IsHeader(CsvHeader header) => mapping.Columns.Count > 0 && mapping.Columns.All(column => header.Has(column.Column));
        if (CsvTable.Find(bytes.Ahead(), file, IsHeader, new(), limits, reading) is not { } ahead)
        {
            issues.Report(file, 0, "csv.header", $"No line with the columns {string.Join(", ", mapping.Columns.Select(column => column.Column))} was found");
            return [];
        }
        var roles = new ColumnRole?[ahead.Header.Names.Count];
        foreach (var column in mapping.Columns) roles[ahead.Header.IndexOf(column.Column)] ??= new(column.Field, GroupOf(column), column.Label);
        var plan = new ContactPlan(ahead.Header.Names, roles, ",;|");
        var orders = mapping.Dates is { } order
            ? plan.Dates.ToDictionary(column => column, _ => order)
            : ContactCsvReader.OrdersIn(ahead, plan, ahead.Delimiter == ';' ? DateOrder.DayFirst : DateOrder.MonthFirst, file, issues);
        return ContactCsvReader.Contacts(CsvTable.Find(bytes.Whole(), file, IsHeader, issues, limits, reading)!, plan, orders, file, issues);
    }

    /// <summary>Looks at an unknown table: its columns, what they seem to be, and whether it lists openings and not people.</summary>
    public static CsvPreview Preview(Stream source, string file, IssueLog issues, CsvLimits? limits = null, int rows = 50)
    {
        var bytes = new Rewound(source);
        var reading = new CsvReading { KeepsOddRows = true, CodePage = ContactCsvReader.CodePageOf(bytes.Sample, file, issues) };
        // The header of an unknown table is the first line with as many names as any line near the top.
        var widest = 0;
        bool IsWide(CsvHeader header) => header.Width > 1 && header.Names.Take(header.Width).All(name => name.Length is > 0 and < 80);
        CsvTable.Find(bytes.Ahead(), file, header => { widest = Math.Max(widest, IsWide(header) ? header.Width : 0); return false; }, new(), limits, reading);
        var table = CsvTable.Find(bytes.Ahead(), file, header => IsWide(header) && header.Width == widest, new(), limits, reading);
        if (table is null)
        {
            issues.Report(file, 0, "csv.header", "No line with names of columns was found");
            return new(new([]), [], [], null);
        }
        List<CsvRow> sample = [.. table.Rows().Take(rows)];
        return new(table.Header, sample, ColumnGuess.Of(table.Header, sample), OpportunityMapping.Guess(table.Header, sample));
    }

    // Parts of one address belong together; each other column stands for itself.
    private static string? GroupOf(MappedColumn column) =>
        column.Field is ContactField.Street or ContactField.City or ContactField.Region or ContactField.PostalCode or ContactField.Country ? column.Label : null;
}

/// <summary>What an unknown table looks like.</summary>
/// <param name="Header">Its columns.</param>
/// <param name="Sample">Its first rows.</param>
/// <param name="Columns">What each column seems to say of a person.</param>
/// <param name="Opportunities">What the columns say of openings, if it seems to be a list of those.</param>
public sealed record CsvPreview(CsvHeader Header, IReadOnlyList<CsvRow> Sample, IReadOnlyList<ColumnGuess> Columns, OpportunityMapping? Opportunities);
