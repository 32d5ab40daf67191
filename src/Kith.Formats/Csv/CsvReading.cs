namespace Kith.Formats.Csv;

/// <summary>How a delimited file is read where the programs that write it differ.</summary>
public sealed record CsvReading
{
    /// <summary>A row has the fields of the header, and bytes that are not UTF-8 are windows-1252.</summary>
    public static CsvReading Exact { get; } = new();

    /// <summary>Rows with too few or too many fields, or a quote that never ends, keep the fields that can be told.</summary>
    public bool KeepsOddRows { get; init; }

    /// <summary>The code page of the whole text, e.g. 1251 or 932; null to find out whether it is Unicode.</summary>
    public int? CodePage { get; init; }
}
