using System.Globalization;

namespace Kith.Formats.Calendars;

/// <summary>The parts of an RRULE by name, in upper case (RFC 5545 §3.3.10).</summary>
internal static class RuleParts
{
    private const int MostParts = 20;

    public static IReadOnlyDictionary<string, string> Parse(string rule)
    {
        Dictionary<string, string> parts = new(StringComparer.Ordinal);
        foreach (var part in rule.ToUpper(CultureInfo.InvariantCulture).Split(';', MostParts))
            if (part.Split('=', 2) is [var name, var value]) parts.TryAdd(name.Trim(), value.Trim());
        return parts;
    }
}
