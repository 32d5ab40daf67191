using System.Globalization;

namespace Kith.Formats.VCards;

/// <summary>Turns the parameters of any version into those of the version written.</summary>
internal static class ParametersFor
{
    private const string OmitYear = "X-APPLE-OMIT-YEAR";

    public static IEnumerable<VCardParameter> Version(VCardProperty property, bool isV4, string? date)
    {
        var given = property.Parameters;
        foreach (var parameter in given)
        {
            var values = Values(property, parameter, isV4);
            if (values.Count > 0 && !(parameter.Name == OmitYear && date is not null)) yield return new(parameter.Name, values);
        }
        if (isV4 && given.HasType("PREF") && given.Rank is null) yield return new("PREF", ["1"]);
        if (!isV4 && given.Preference == 1 && !given.HasType("PREF")) yield return new("TYPE", ["pref"]);
        if (!isV4 && date is ['-', ..]) yield return new(OmitYear, [CardDates.NoYear.ToString(CultureInfo.InvariantCulture)]);
        if (isV4 || property.Bytes is null) yield break;
        if (property.MediaType is { } type && !given.Types.Any(word => MediaTypes.OfType(word) == type)) yield return new("TYPE", [MediaTypes.WordOf(type)]);
        yield return new("ENCODING", ["b"]);
    }

    private static IReadOnlyList<string> Values(VCardProperty property, VCardParameter parameter, bool isV4) => parameter.Name switch
    {
        "CHARSET" or "ENCODING" => [],
        "PREF" when property.Parameters.Rank is null => [],
        "MEDIATYPE" when property.Bytes is not null => [],
        "VALUE" => [.. parameter.Values.Select(ValueType).Where(type => type.Length > 0 && (property.Bytes is null || type is not ("uri" or "binary")))],
        "TYPE" when isV4 => [.. parameter.Values.Where(type =>
            !type.Equals("PREF", StringComparison.OrdinalIgnoreCase) && !(property.MediaType is { } media && MediaTypes.OfType(type) == media))],
        // What the bytes are stands in one place only.
        "TYPE" when property.MediaType is { } media =>
            [.. parameter.Values.Where(type => MediaTypes.OfType(type) is not { } other || other == media)],
        _ => parameter.Values
    };

    // The words of 2.1 for where a value stands; INLINE is what no word means today.
    private static string ValueType(string type) => type.ToLowerInvariant() switch
    {
        "url" or "cid" or "content-id" => "uri",
        "inline" => "",
        "uri" => "uri",
        "binary" => "binary",
        _ => type
    };
}
