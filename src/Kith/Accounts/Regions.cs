using System.Globalization;

namespace Kith.Accounts;

/// <summary>The time zones and countries one can choose from.</summary>
public static class Regions
{
    /// <summary>Time zones by continent, as the tz database names them.</summary>
    public static IReadOnlyList<IGrouping<string, Zone>> Zones { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var id) ? id : "UTC")
            .Append("UTC").Distinct(StringComparer.Ordinal)
            .Where(id => id == "UTC" || (id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)))
            .Select(id => new Zone(id, id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('_', ' ')))
            .OrderBy(zone => zone.Id, StringComparer.Ordinal)
            .GroupBy(zone => zone.Id.Split('/')[0]),
    ];

    /// <summary>Countries in English, by name.</summary>
    public static IReadOnlyList<Country> Countries { get; } =
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.TwoLetterISORegionName is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            .DistinctBy(region => region.TwoLetterISORegionName)
            .Select(region => new Country(region.TwoLetterISORegionName, region.EnglishName))
            .OrderBy(country => country.Name, StringComparer.Ordinal),
    ];

    /// <summary>A time zone: its id and the place without the continent.</summary>
    public sealed record Zone(string Id, string Place);

    /// <summary>A country: its ISO 3166 code and name.</summary>
    public sealed record Country(string Code, string Name);
}
