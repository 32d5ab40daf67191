using Kith.Formats.Csv;

namespace Kith.Formats.LinkedIn;

/// <summary>How large an export may be before it is refused.</summary>
public sealed record ExportLimits
{
    public static ExportLimits Default { get; } = new();

    public int MaxEntries { get; init; } = 2_000;

    public long MaxEntryBytes { get; init; } = 2L << 30;

    public long MaxTotalBytes { get; init; } = 4L << 30;

    /// <summary>Inflated bytes for each packed byte, looked at past the first MiB.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>Whether an archive without Connections.csv is refused.</summary>
    public bool RequireConnections { get; init; } = true;

    public CsvLimits Rows { get; init; } = CsvLimits.Default;
}
