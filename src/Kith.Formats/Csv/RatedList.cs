using System.Globalization;

namespace Kith.Formats.Csv;

/// <summary>A whole number that may stand behind a name, within its range.</summary>
public sealed record RatedColumn(string Name, int Lowest, int Highest);

/// <summary>A name with the numbers behind it, null where none stands.</summary>
public sealed record RatedName(int Line, string Name, IReadOnlyList<int?> Values);

/// <summary>A list of names, one a line, with numbers behind them: pasted, or a table without a header. Commas, semicolons or tabs part them.</summary>
public static class RatedList
{
    /// <summary>The most lines that are read.</summary>
    public const int MostRows = 2_000;

    private const int LongestName = 200;

    private const int SeenForDelimiter = 4_096;

    private static readonly CsvLimits limits = new() { MaxRows = MostRows, MaxFieldChars = 4_096, MaxColumns = 50 };

    private static readonly HashSet<string> headings =
        ["name", "organisation", "organization", "company", "employer", "target", "targets", "organisations", "organizations", "companies", "firma", "unternehmen", "entreprise", "empresa"];

    /// <summary>The lines that can be read; every other one is reported with its number and left out.</summary>
    /// <param name="source">The bytes; has to be seekable.</param>
    /// <param name="file">How the list is called in issues.</param>
    /// <param name="columns">The numbers behind the name.</param>
    /// <param name="issues">Takes what could not be read.</param>
    public static IEnumerable<RatedName> Read(Stream source, string file, IReadOnlyList<RatedColumn> columns, IssueLog issues)
    {
        var table = CsvTable.WithoutHeader(
            source, file, new(["name", .. columns.Select(c => c.Name)]), Delimiter(source), issues, limits, new() { KeepsOddRows = true });
        var isFirst = true;
        foreach (var row in table.Rows())
        {
            var isHeading = isFirst && headings.Contains(CsvHeader.KeyOf(row[0]));
            isFirst = false;
            if (!isHeading && Whole(row, file, columns, issues) is { } name)
                yield return name;
        }
    }

    private static RatedName? Whole(CsvRow row, string file, IReadOnlyList<RatedColumn> columns, IssueLog issues)
    {
        var name = row[0].Trim();
        var problem = name switch
        {
            "" => "There is no name on this line",
            { Length: > LongestName } => $"The name is longer than {LongestName} characters",
            _ when name.Any(char.IsControl) => "The name has characters that cannot be shown",
            _ when !name.Any(char.IsLetterOrDigit) => "The name has neither a letter nor a digit",
            _ => null,
        };
        var values = new int?[columns.Count];
        for (var i = 0; problem is null && i < columns.Count; i++)
        {
            var text = row[i + 1].Trim();
            if (text.Length == 0)
                continue;
            values[i] = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= columns[i].Lowest && value <= columns[i].Highest ? value : null;
            if (values[i] is null)
                problem = $"\"{(text.Length > 40 ? text[..40] : text)}\" is no {columns[i].Name}, which is {columns[i].Lowest} to {columns[i].Highest}; a name with a comma stands in quotes";
        }
        if (problem is null)
            return new(row.Line, name, values);
        issues.Report(file, row.Line, "row.value", problem);
        return null;
    }

    private static char Delimiter(Stream source)
    {
        var start = new byte[SeenForDelimiter];
        var seen = start.AsSpan(0, source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        source.Position = 0;
        return seen.Contains((byte)'\t') ? '\t' : seen.Contains((byte)';') ? ';' : ',';
    }
}
