using Kith.Formats.Csv;

namespace Kith.Formats.LinkedIn;

/// <summary>One kind of file in an export: its name and the columns it is known by.</summary>
public abstract class LinkedInFile
{
    private static readonly char[] Digits = [.. "0123456789"];

    private readonly HashSet<string> knownKeys;
    private readonly string[] oldLayout;

    private protected LinkedInFile(string name, string essential, string others, string oldLayout)
    {
        Name = name;
        this.oldLayout = [.. Split(oldLayout).Select(CsvHeader.KeyOf)];
        Essential = [.. Split(essential).Select(column => column.Split('|'))];
        Columns = [.. Essential.SelectMany(names => names).Concat(Split(others)).DistinctBy(CsvHeader.KeyOf)];
        knownKeys = [.. Columns.Select(CsvHeader.KeyOf)];
    }

    /// <summary>The name LinkedIn gives the file.</summary>
    public string Name { get; }

    /// <summary>The columns it is known by, over all generations.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Columns without which no row is read; each may have several names.</summary>
    internal IReadOnlyList<string[]> Essential { get; }

    internal bool IsHeader(CsvHeader header) =>
        HasOldLayout(header) || Essential.All(names => names.Any(header.Has));

    internal int KnownColumns(CsvHeader header) => header.Names.Count(name => knownKeys.Contains(CsvHeader.KeyOf(name)));

    /// <summary>Looks like a header of this kind, complete or not.</summary>
    internal bool IsLike(CsvHeader header) =>
        HasOldLayout(header) || (KnownColumns(header) is var known && known >= 2 && known * 2 > header.Width);

    /// <summary>Whether a file has this kind's name, or that of a numbered part or copy of it (<c>Job Applications_1.csv</c>).</summary>
    internal bool IsNamed(string file)
    {
        if (!file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return false;
        var key = CsvHeader.KeyOf(Path.GetFileNameWithoutExtension(file));
        return key.TrimEnd(Digits) == CsvHeader.KeyOf(Path.GetFileNameWithoutExtension(Name));
    }

    public override string ToString() => Name;

    /// <summary>What a header lacks, as a sentence.</summary>
    internal string Lacks(CsvHeader header)
    {
        var missing = Essential.Where(names => !names.Any(header.Has)).Select(names => $"'{names[0]}'");
        return $"No column {string.Join(" and no column ", missing)} (found: {header})";
    }

    // The layout of another program is known by its first columns: its other columns say nothing about LinkedIn.
    private bool HasOldLayout(CsvHeader header) =>
        oldLayout.Length > 0 && header.Names.Take(oldLayout.Length).Select(CsvHeader.KeyOf).SequenceEqual(oldLayout);

    private static string[] Split(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>One kind of file in an export and how its rows become records.</summary>
public sealed class LinkedInFile<T> : LinkedInFile
{
    private readonly Func<ExportRow, T> toRecord;
    private readonly string[] dates;

    internal LinkedInFile(
        string name, string essential, string others, Func<ExportRow, T> toRecord, string[]? dates = null, string oldLayout = "")
        : base(name, essential, others, oldLayout)
    {
        this.toRecord = toRecord;
        this.dates = dates ?? [];
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
        while (seen.TryDequeue(out var row)) yield return toRecord(new(table, issues, order, row));
        while (rows.MoveNext()) yield return toRecord(new(table, issues, order, rows.Current));
    }
}
