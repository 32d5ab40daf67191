using static System.FormattableString;

namespace Kith.Formats.Csv;

/// <summary>A delimited text file whose header line was found; its rows are read one at a time.</summary>
public sealed class CsvTable
{
    private const int HeaderWithinLines = 50;

    private readonly CsvScanner scanner;
    private readonly CsvLimits limits;
    private readonly CsvReading reading;
    private readonly IssueLog issues;

    private CsvTable(
        CsvScanner scanner, string file, CsvHeader header, int headerLine, char delimiter, CsvLimits limits, CsvReading reading, IssueLog issues)
    {
        this.scanner = scanner;
        this.limits = limits;
        this.reading = reading;
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
        Stream source, string file, Func<CsvHeader, bool> isHeader, IssueLog issues, CsvLimits? limits = null, CsvReading? reading = null)
    {
        limits ??= CsvLimits.Default;
        reading ??= CsvReading.Exact;
        var scanner = ScannerOf(source, file, issues, limits, reading);
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
                return new(scanner, file, header, line, delimiter, limits, reading, issues);
            }
            scanner.PassLine();
        }
        return null;
    }

    /// <summary>A table whose program writes no header line: its columns are known beforehand.</summary>
    public static CsvTable WithoutHeader(
        Stream source, string file, CsvHeader columns, char delimiter, IssueLog issues, CsvLimits? limits = null, CsvReading? reading = null)
    {
        limits ??= CsvLimits.Default;
        reading ??= CsvReading.Exact;
        return new(ScannerOf(source, file, issues, limits, reading), file, columns, 0, delimiter, limits, reading, issues);
    }

    /// <summary>The rows that follow, lazily and once; what cannot be read is reported and left out.</summary>
    public IEnumerable<CsvRow> Rows()
    {
        for (var count = 0; ;)
        {
            var line = scanner.Line;
            var found = scanner.Look(Delimiter, out var length);
            if (found == Scan.End) yield break;
            if (found is Scan.QuoteNeverEnds or Scan.TooLong && reading.KeepsOddRows) found = Unquoted(line, out length);
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
        var hasTooMany = !row.IsBlankFrom(Header.Names.Count);
        if (reading.KeepsOddRows)
        {
            // Many programs leave the empty fields at the end of a row out.
            if (hasTooMany)
                issues.Report(File, row.Line, "row.fields", $"{row.Fields.Count} fields, expected {Header.Width}; the fields past the last column were left out");
            return true;
        }
        var isWhole = row.Fields.Count >= Header.Width && !hasTooMany;
        if (!isWhole)
        {
            issues.SkippedRows++;
            var count = row.Fields.Count;
            issues.Report(File, row.Line, "row.fields", $"{count} field{(count == 1 ? "" : "s")}, expected {Header.Width}");
        }
        return isWhole;
    }

    private static CsvScanner ScannerOf(Stream source, string file, IssueLog issues, CsvLimits limits, CsvReading reading) =>
        new(new(new DecodedText(source, line => issues.Report(file, line, "text.encoding",
            "The bytes on this line are not UTF-8; the text was read as windows-1252"), reading.CodePage)), limits);

    private Scan Unquoted(int line, out int length)
    {
        var found = scanner.LookUnquoted(Delimiter, out length);
        if (found == Scan.Row)
            issues.Report(File, line, "row.quote", "A quote is opened and never closed; the line was read as if it were not there");
        return found;
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
