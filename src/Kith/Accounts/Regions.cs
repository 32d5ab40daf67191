namespace Kith.Accounts;

/// <summary>The time zones one can choose from.</summary>
public static class Regions
{
    /// <summary>Time zones by the names of the tz database.</summary>
    public static IReadOnlyList<string> Zones { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var id) ? id : "UTC")
            .Append("UTC").Distinct(StringComparer.Ordinal)
            .Where(id => id == "UTC" || (id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];
}
