using System.Globalization;
using System.Text;

namespace Kith.Formats.Calendars;

/// <summary>One property of a component: name, parameters and value, as RFC 5545 §3.1 and vCalendar 1.0 write them.</summary>
/// <param name="Name">Upper case.</param>
/// <param name="Parameters">Names in upper case, in the order of the file.</param>
/// <param name="Value">The value in characters, still escaped.</param>
/// <param name="Line">The 1-based physical line.</param>
internal sealed record ContentLine(string Name, IReadOnlyList<KeyValuePair<string, string>> Parameters, string Value, int Line)
{
    /// <summary>The first parameter of that name, without quotes.</summary>
    public string? this[string name] => Parameters.FirstOrDefault(parameter => parameter.Key == name).Value;

    /// <summary>The value as a person reads it; null when nothing is said.</summary>
    public string? Text => EscapedText.Unescape(Value).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Reads the line under the lines' cursor, joining soft breaks of quoted-printable; null when it has no name or no colon.</summary>
    public static ContentLine? Parse(OctetLines lines, Action notUtf8)
    {
        // Everything that gives a line its structure is ASCII, so one char stands for one octet here.
        var text = Encoding.Latin1.GetString(lines.Bytes);
        var nameEnd = text.AsSpan().IndexOfAny(':', ';');
        if (nameEnd <= 0) return null;
        var colon = ValueColon(text, nameEnd);
        if (colon < 0) return null;
        var name = text[(text.LastIndexOf('.', nameEnd - 1, nameEnd) + 1)..nameEnd].Trim();
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return null;

        var head = new ContentLine(
            name.ToUpper(CultureInfo.InvariantCulture), ParametersOf(text, nameEnd, colon, notUtf8), "", lines.Line);
        return head with { Value = ValueOf(head, lines, colon + 1, notUtf8) };
    }

    private static string ValueOf(ContentLine head, OctetLines lines, int from, Action notUtf8)
    {
        var encoding = head["ENCODING"] ?? (head["QUOTED-PRINTABLE"] is null ? null : "QUOTED-PRINTABLE");
        if (!"QUOTED-PRINTABLE".Equals(encoding, StringComparison.OrdinalIgnoreCase))
            return Octets.Decode(lines.Bytes[from..], head["CHARSET"], notUtf8);
        while (lines.Bytes is [.., (byte)'='] && lines.Bytes.Length > from && lines.Join()) { }
        return Octets.Decode(Octets.FromQuotedPrintable(lines.Bytes[from..]), head["CHARSET"], notUtf8)
            .ReplaceLineEndings("\n");
    }

    // A quote that is never closed must not hide the colon. Outlook's TZID=(UTC-03:00) Brasília has one of its own if it is not quoted.
    private static int ValueColon(string text, int from)
    {
        if (text.IndexOf("TZID=(", from, StringComparison.OrdinalIgnoreCase) is var zone and >= 0 && text.IndexOf(')', zone) is var close and > 0
            && text.IndexOf(':', from) > zone && text.IndexOf(':', close) is var after and > 0) return after;
        var quoted = false;
        for (var i = from; i < text.Length; i++)
            if (text[i] == '"') quoted = !quoted;
            else if (text[i] == ':' && !quoted) return i;
        return text.IndexOf(':', from);
    }

    private static List<KeyValuePair<string, string>> ParametersOf(string text, int from, int to, Action notUtf8)
    {
        List<KeyValuePair<string, string>> found = [];
        while (from < to)
        {
            var stop = ParameterEnd(text, ++from, to);
            var part = Octets.Decode(Encoding.Latin1.GetBytes(text[from..stop]), null, notUtf8);
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            // vCalendar 1.0 gives values without names: DESCRIPTION;QUOTED-PRINTABLE:...
            var name = (equals < 0 ? part : part[..equals]).Trim().ToUpper(CultureInfo.InvariantCulture);
            if (name.Length > 0) found.Add(new(name, equals < 0 ? "" : EscapedText.Parameter(part[(equals + 1)..])));
            from = stop;
        }
        return found;
    }

    private static int ParameterEnd(string text, int from, int to)
    {
        var quoted = false;
        for (var i = from; i < to; i++)
            if (text[i] == '"') quoted = !quoted;
            else if (text[i] == ';' && !quoted) return i;
        var plain = text.IndexOf(';', from, to - from);
        return quoted && plain >= 0 ? plain : to;
    }
}
