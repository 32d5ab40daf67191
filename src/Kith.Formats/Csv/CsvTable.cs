using static System.FormattableString;

namespace Kith.Formats.Csv;

/// <summary>A delimited text file whose header line was found; its rows are read one at a time.</summary>
public sealed class CsvTable
{
    private const int HeaderWithinLines = 50;

    private readonly CsvScanner scanner;
    private readonly CsvLimits limits;
    private readonly IssueLog issues;

    private CsvTable(CsvScanner scanner, string file, CsvHeader header, int headerLine, char delimiter, CsvLimits limits, IssueLog issues)
    {
        this.scanner = scanner;
        this.limits = limits;
        this.issues = issues;
        File = file;
        Header = header;
        HeaderLine = headerLine;
        Delimiter = delimiter;
    }

    public string File { get; }

    public CsvHeader Header { get; }

    public int HeaderLine { get; }

    /// <summary>Comma, semicolon or tab, as the header line shows.</summary>
    public char Delimiter { get; }

    /// <summary>Finds the first line the caller knows as a header, past any preamble; null when there is none near the top.</summary>
    public static CsvTable? Find(
        Stream source, string file, Func<CsvHeader, bool> isHeader, IssueLog issues, CsvLimits? limits = null)
    {
        limits ??= CsvLimits.Default;
        var text = new DecodedText(source, line => issues.Report(file, line, "text.encoding",
            "The bytes on this line are not UTF-8; the text was read as windows-1252"));
        var scanner = new CsvScanner(new(text), limits);
        while (scanner.Line <= HeaderWithinLines)
        {
            foreach (var delimiter in (ReadOnlySpan<char>)[',', ';', '\t'])
            {
                var found = scanner.Look(delimiter, out var length);
                if (found == Scan.End) return null;
                if (found != Scan.Row) continue;
                var header = new CsvHeader([.. scanner.Fields().Select(name => name.Trim())]);
                if (header.Width == 0 || !isHeader(header)) continue;
                var line = scanner.Line;
                scanner.Pass(length);
                return new(scanner, file, header, line, delimiter, limits, issues);
            }
            scanner.PassLine();
        }
        return null;
    }

    /// <summary>The rows that follow, lazily and once; what cannot be read is reported and left out.</summary>
    public IEnumerable<CsvRow> Rows()
    {
        for (var count = 0; ;)
        {
            var line = scanner.Line;
            var found = scanner.Look(Delimiter, out var length);
            if (found == Scan.End) yield break;
            if (found != Scan.Row)
            {
                Skip(line, found);
                continue;
            }
            var row = new CsvRow(line, scanner.Fields());
            scanner.Pass(length);
            if (!IsWhole(row)) continue;
            if (++count > limits.MaxRows)
            {
                issues.Report(File, line, "rows.limit", Invariant($"The file has more than {limits.MaxRows:N0} rows; the rest was not read"));
                yield break;
            }
            yield return row;
        }
    }

    private bool IsWhole(CsvRow row)
    {
        if (row.IsBlankFrom(0))
        {
            issues.BlankRows++;
            return false;
        }
        var isWhole = row.Fields.Count >= Header.Width && row.IsBlankFrom(Header.Names.Count);
        if (!isWhole)
        {
            issues.SkippedRows++;
            var count = row.Fields.Count;
            issues.Report(File, row.Line, "row.fields", $"{count} field{(count == 1 ? "" : "s")}, expected {Header.Width}");
        }
        return isWhole;
    }

    private void Skip(int line, Scan found)
    {
        var (code, message) = found switch
        {
            Scan.QuoteNeverEnds => ("row.quote", "A quote is opened and never closed"),
            Scan.TooWide => ("row.columns", Invariant($"More than {limits.MaxColumns:N0} fields")),
            _ => ("row.size", Invariant($"A field is longer than {limits.MaxFieldChars:N0} characters"))
        };
        issues.SkippedRows++;
        issues.Report(File, line, code, message);
        scanner.PassLine();
    }
}
