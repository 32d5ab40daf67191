namespace Kith.Importing;

/// <summary>What the user decides about a file before it is imported.</summary>
public sealed record ImportOptions
{
    internal static ImportOptions Default { get; } = new();

    /// <summary>Of mail, keep what people wrote and not only who wrote whom about what.</summary>
    public bool KeepText { get; init; }

    /// <summary>Of mail and calendars, addresses that are the user's own, besides those Kith knows and finds.</summary>
    public IReadOnlyList<string> OwnAddresses { get; init; } = [];

    /// <summary>Of a table, what its columns are; null to find out.</summary>
    public TableColumns? Table { get; init; }
}
