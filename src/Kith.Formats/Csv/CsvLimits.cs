namespace Kith.Formats.Csv;

/// <summary>What a delimited file may hold before rows are left out.</summary>
public sealed record CsvLimits
{
    public static CsvLimits Default { get; } = new();

    public int MaxFieldChars { get; init; } = 1 << 20;

    public int MaxColumns { get; init; } = 1_000;

    public int MaxRows { get; init; } = 2_000_000;

    internal long MaxRowChars => 4L * MaxFieldChars;
}
