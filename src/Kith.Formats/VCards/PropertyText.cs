using System.Text;

namespace Kith.Formats.VCards;

/// <summary>One line for the file, not yet folded, as its version has it.</summary>
internal static class PropertyText
{
    public static string Write(VCardProperty property, VCardVersion version)
    {
        var isV4 = version == VCardVersion.V4;
        var kind = ValueKinds.Of(property.Name);
        var date = kind == ValueKind.Date && IsDateOnly(property) ? CardDates.Read(property) : null;
        var line = new StringBuilder();
        if (property.Group is { } group) line.Append(group).Append('.');
        line.Append(property.Name);
        foreach (var parameter in ParametersFor.Version(property, isV4, date)) Append(line, parameter, isV4);
        return line.Append(':').Append(date is null ? Value(property, kind, version) : Date(date, isV4)).ToString();
    }

    private static void Append(StringBuilder line, VCardParameter parameter, bool isV4) => line.Append(';').Append(parameter.Name).Append('=')
        .AppendJoin(',', parameter.Values.Select(value => ParameterText.Write(value, allCarets: isV4)));

    private static string Value(VCardProperty property, ValueKind kind, VCardVersion version)
    {
        var isV4 = version == VCardVersion.V4;
        if (property.Card is { } card) return Escapes.Write(VCardWriter.Text(card, version), ",;");
        if (property.Bytes is { } bytes)
            return isV4 ? $"data:{property.MediaType};base64,{Convert.ToBase64String(bytes.Span)}" : Convert.ToBase64String(bytes.Span);
        return kind switch
        {
            ValueKind.Text => Escapes.Rewrite(property.Value, separators: "", escaped: isV4 ? "," : ",;"),
            ValueKind.Parts => Escapes.Rewrite(property.Value, separators: ";", escaped: ","),
            ValueKind.NameParts => Escapes.Rewrite(property.Value, separators: ";,", escaped: ""),
            ValueKind.List => Escapes.Rewrite(property.Value, separators: ",", escaped: isV4 ? "" : ";"),
            ValueKind.Address or ValueKind.Media => Escapes.Rewrite(property.Value, separators: "", escaped: ""),
            _ => WithoutBreaks(property.Value)
        };
    }

    private static string WithoutBreaks(string value) => value.AsSpan().IndexOfAny('\r', '\n') < 0 ? value
        : value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\\n", StringComparison.Ordinal);

    private static bool IsDateOnly(VCardProperty property) =>
        !property.Value.Contains('T', StringComparison.OrdinalIgnoreCase) && !property.Value.Contains(':', StringComparison.Ordinal);

    // 4.0 has the basic form only (RFC 6350 §4.3.1); 3.0 knows no date without a year, so it gets the one Apple writes.
    private static string Date(string iso, bool isV4) => (isV4, iso[0] == '-') switch
    {
        (true, true) => $"--{iso[2..4]}{iso[5..7]}",
        (true, false) => iso.Replace("-", "", StringComparison.Ordinal),
        (false, true) => $"{CardDates.NoYear}{iso[1..]}",
        (false, false) => iso
    };
}
