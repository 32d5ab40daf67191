using Kith.Formats.Contacts;
using Kith.Formats.Csv;
using Kith.Formats.LinkedIn;

namespace Kith.Formats.ContactCsv;

/// <summary>Reads the tables of people that address books and small CRMs export.</summary>
public static class ContactCsvReader
{
    private const int SampleForHeader = 1 << 16;

    /// <summary>
    /// Recognises the layout and reads the people lazily and once. A stream that can seek is read twice, because the order of day and
    /// month shows only in the whole column; of any other, the first megabyte decides.
    /// </summary>
    /// <param name="source">The bytes; they stay the caller's.</param>
    /// <param name="file">The file's name as the user knows it.</param>
    /// <param name="issues">Where everything that could not be read is reported.</param>
    /// <param name="limits">What is left out of a file that is too large.</param>
    /// <param name="dialect">The layout where it is known; needed only for one without a header.</param>
    public static ContactCsvFile Read(
        Stream source, string file, IssueLog issues, CsvLimits? limits = null, ContactCsvDialect dialect = ContactCsvDialect.Unknown)
    {
        var bytes = new Rewound(source);
        var reading = new CsvReading { KeepsOddRows = true, CodePage = CodePageOf(bytes.Sample, file, issues) };
        if (Find(bytes.Ahead(), file, new(), limits, reading, dialect) is not { } ahead)
        {
            issues.Report(file, 0, "csv.header", "No line with the columns of an address book was found");
            return new(ContactCsvDialect.Unknown, new([]), []);
        }
        var language = dialect == ContactCsvDialect.CareerOps ? null : LocalHeaders.LanguageOf(ahead.Header);
        var english = LocalHeaders.Translate(ahead.Header, language);
        var found = dialect == ContactCsvDialect.CareerOps ? dialect : ContactCsvDialects.OfEnglish(new(english));
        var plan = ContactCsvDialects.PlanOf(found, ahead.Header.Names, english);
        // American programs write the month first; a semicolon is what Windows puts between fields elsewhere.
        var assumed = language is not null || ahead.Delimiter == ';' ? DateOrder.DayFirst : DateOrder.MonthFirst;
        var orders = OrdersIn(ahead, plan, assumed, file, issues);
        return new(found, new(english), Contacts(Find(bytes.Whole(), file, issues, limits, reading, dialect)!, plan, orders, file, issues));
    }

    internal static Dictionary<int, DateOrder> OrdersIn(CsvTable ahead, ContactPlan plan, DateOrder assumed, string file, IssueLog issues)
    {
        var orders = new ColumnOrders(plan.Dates);
        if (orders.HasColumns)
            foreach (var row in ahead.Rows()) orders.See(row);
        return orders.Decide(assumed, file, plan.Names, issues);
    }

    internal static IEnumerable<ContactRecord> Contacts(
        CsvTable table, ContactPlan plan, IReadOnlyDictionary<int, DateOrder> orders, string file, IssueLog issues)
    {
        foreach (var row in table.Rows()) yield return ContactRecords.Of(new(plan, row, orders, file, issues));
    }

    /// <summary>The code page of bytes that are not Unicode: the one in which the header has most columns we know, else the likeliest.</summary>
    internal static int? CodePageOf(ReadOnlySpan<byte> sample, string file, IssueLog issues)
    {
        if (!CodePages.IsLegacy(sample)) return null;
        var guess = CodePages.Guess(sample);
        var (best, known) = (guess, KnownColumns(sample, guess));
        foreach (var page in CodePages.Known)
            if (KnownColumns(sample, page) is var count && count > known) (best, known) = (page, count);
        issues.Report(file, 0, "text.encoding", $"The bytes are not UTF-8; the text was read as {(best == 932 ? "Shift-JIS" : $"windows-{best}")}");
        return best;
    }

    private static int KnownColumns(ReadOnlySpan<byte> sample, int codePage)
    {
        var most = 0;
        using var stream = new MemoryStream(sample[..Math.Min(sample.Length, SampleForHeader)].ToArray());
        CsvTable.Find(stream, "", header =>
        {
            most = Math.Max(most, LocalHeaders.Known(header));
            return false;
        }, new(), null, new() { CodePage = codePage });
        return most;
    }

    private static CsvTable? Find(Stream stream, string file, IssueLog issues, CsvLimits? limits, CsvReading reading, ContactCsvDialect dialect) =>
        dialect == ContactCsvDialect.CareerOps
            ? CsvTable.WithoutHeader(stream, file, ContactCsvDialects.CareerOpsHeader, '\t', issues, limits, reading)
            : CsvTable.Find(stream, file, header => ContactCsvDialects.Of(header) != ContactCsvDialect.Unknown, issues, limits, reading);
}
