using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.TimeZones;

namespace Kith.Formats.Calendars;

/// <summary>Finds the zone a TZID means: IANA, Windows, defined in the file, or with its offset in its name.</summary>
internal sealed partial class ZoneTable(int most)
{
    private static readonly Dictionary<string, string> windows =
        new(TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> iana =
        DateTimeZoneProviders.Tzdb.Ids.ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, CalendarZone> defined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CalendarZone> found = new(StringComparer.Ordinal);

    public void Define(Component component)
    {
        if (component.Text("TZID") is not { } id || defined.Count >= most) return;
        // Lotus and libical say there which IANA zone their own name stands for.
        var location = Known(component.Text("X-LIC-LOCATION"));
        Observance[] observances = [.. component.Children.Select(Observance.Parse).OfType<Observance>()];
        if (location is not null) defined[id] = location;
        else if (observances.Length > 0) defined[id] = new(id, observances);
        else return;
        found.Remove(id);
    }

    /// <summary>The zone, or null when neither the file nor the world knows it.</summary>
    public CalendarZone? Find(string id)
    {
        if (found.TryGetValue(id, out var zone)) return zone;
        zone = Known(id) ?? defined.GetValueOrDefault(id) ?? OfPath(id) ?? OfOffset(id);
        if (zone is not null && found.Count < most) found[id] = zone;
        return zone;
    }

    private static CalendarZone? Known(string? id)
    {
        if (id is null) return null;
        id = id.Trim().TrimStart('/');
        if (id is "Z" or "z") id = "UTC";
        var name = iana.GetValueOrDefault(id) ?? windows.GetValueOrDefault(id);
        return name is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not { } zone ? null : new(zone);
    }

    // /mozilla.org/20070129_1/America/New_York, posix/Europe/Vaduz, .../America/Argentina/Buenos_Aires
    private static CalendarZone? OfPath(string id)
    {
        var parts = id.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var from = Math.Max(1, parts.Length - 3); from < parts.Length - 1; from++)
            if (Known(string.Join('/', parts[from..])) is { } zone) return zone;
        return null;
    }

    // (UTC-03:00) Brasília, UTC+11, GMT+0100
    private static CalendarZone? OfOffset(string id)
    {
        var match = OffsetInName().Match(id);
        return match.Success && TimeText.Offset(match.Groups["o"].Value) is { } offset ? new(offset) : null;
    }

    [GeneratedRegex(@"^(?:\((?:UTC|GMT)\s?(?<o>[+-][0-9]{1,2}(?::?[0-9]{2})?)\)|(?:UTC|GMT)\s?(?<o>[+-][0-9]{1,2}(?::?[0-9]{2})?)$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OffsetInName();
}
