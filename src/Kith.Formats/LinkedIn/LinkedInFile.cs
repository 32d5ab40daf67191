using Kith.Formats.Csv;

namespace Kith.Formats.LinkedIn;

/// <summary>One kind of file in an export: its name and the columns it is known by.</summary>
public abstract class LinkedInFile
{
    private readonly HashSet<string> knownKeys;

    private protected LinkedInFile(string name, string essential, string others)
    {
        Name = name;
        Essential = [.. Columns(essential).Select(column => column.Split('|'))];
        knownKeys = [.. Essential.SelectMany(names => names).Concat(Columns(others)).Select(CsvHeader.KeyOf)];
    }

    /// <summary>The name LinkedIn gives the file.</summary>
    public string Name { get; }

    /// <summary>Columns without which no row is read; each may have several names.</summary>
    internal IReadOnlyList<string[]> Essential { get; }

    internal bool IsHeader(CsvHeader header) => Essential.All(names => names.Any(header.Has));

    internal int KnownColumns(CsvHeader header) => header.Names.Count(name => knownKeys.Contains(CsvHeader.KeyOf(name)));

    /// <summary>Looks like a header of this kind, complete or not.</summary>
    internal bool IsLike(CsvHeader header) => KnownColumns(header) is var known && known >= 2 && known * 2 > header.Width;

    public override string ToString() => Name;

    /// <summary>What a header lacks, as a sentence.</summary>
    internal string Lacks(CsvHeader header)
    {
        var missing = Essential.Where(names => !names.Any(header.Has)).Select(names => $"'{string.Join("' or '", names)}'");
        return $"No column {string.Join(" and no column ", missing)} (found: {header})";
    }

    private static string[] Columns(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>One kind of file in an export and how its rows become records.</summary>
public sealed class LinkedInFile<T> : LinkedInFile
{
    private readonly Func<ExportRow, T> toRecord;
    private readonly string[] dates;

    internal LinkedInFile(string name, string essential, string others, Func<ExportRow, T> toRecord, params string[] dates)
        : base(name, essential, others)
    {
        this.toRecord = toRecord;
        this.dates = dates;
    }

    /// <summary>Reads the records lazily and once; whatever cannot be read is reported and left out.</summary>
    public IEnumerable<T> Read(Stream csv, IssueLog issues, string? file = null, CsvLimits? limits = null)
    {
        file ??= Name;
        CsvHeader? nearest = null;
        var table = CsvTable.Find(csv, file, header =>
        {
            if (nearest is null && IsLike(header)) nearest = header;
            return IsHeader(header);
        }, issues, limits);
        if (table is not null) return Records(table, issues);

        if (nearest is not null) issues.Report(file, 0, "csv.column", Lacks(nearest));
        else issues.Report(file, 0, "csv.header", $"No line with the columns of {Name} was found");
        return [];
    }

    private IEnumerable<T> Records(CsvTable table, IssueLog issues)
    {
        using var rows = table.Rows().GetEnumerator();
        var seen = new Queue<CsvRow>();
        int[] columns = [.. dates.Select(table.Header.IndexOf).Where(index => index >= 0)];
        var order = DateOrders.Decide(rows, table, columns, issues, seen);
        while (seen.TryDequeue(out var row) || (rows.MoveNext() && (row = rows.Current) is not null))
            yield return toRecord(new(table, issues, order, row));
    }
}
