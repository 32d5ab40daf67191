using System.Text;

namespace Kith.Formats.VCards;

/// <summary>What stands before the colon of a line: group, name and parameters.</summary>
internal sealed record LineHeader(string? Group, string Name, VCardParameters Parameters)
{
    // Longer ones are base64 that lost its line.
    private const int MaxName = 64;

    public bool IsQuotedPrintable { get; } = Is(Parameters, "QUOTED-PRINTABLE");

    public bool IsBase64 { get; } = Is(Parameters, "BASE64") || Is(Parameters, "B");

    /// <summary>Whether bytes may stay bytes; the others are text even in base64.</summary>
    public bool IsMedia { get; } = ValueKinds.Of(Name) is ValueKind.Media or ValueKind.Other;

    public Encoding? Charset { get; } = CardEncoding.Of(Parameters.First("CHARSET"));

    /// <summary>Where the colon stands that ends the header, or -1; a colon in quotes is part of a parameter.</summary>
    public static int FindColon(ReadOnlySpan<byte> line)
    {
        var at = line.IndexOf((byte)':');
        if (at < 0 || !line[..at].Contains((byte)'"')) return at;
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '"') isQuoted = !isQuoted;
            else if (line[i] == ':' && !isQuoted) return i;
        // The quote is never closed: it meant nothing.
        return at;
    }

    /// <summary>Reads a header; null when there is no name in it that could be one.</summary>
    /// <param name="header">The text before the colon.</param>
    /// <param name="hasCarets">Whether <c>^n</c> in a parameter is a line break (RFC 6868), which 2.1 does not know.</param>
    public static LineHeader? Read(ReadOnlySpan<char> header, bool hasCarets)
    {
        // A comma ends the name too: LABEL,TYPE=HOME is met.
        var nameEnd = header.IndexOfAny(';', ',');
        var full = (nameEnd < 0 ? header : header[..nameEnd]).Trim();
        var dot = full.LastIndexOf('.');
        var name = full[(dot + 1)..].Trim();
        if (!IsName(name) || (dot > 0 && !IsGroup(full[..dot]))) return null;
        var parameters = nameEnd < 0 ? VCardParameters.None : ParameterText.Read(header[(nameEnd + 1)..], hasCarets);
        return new(dot > 0 ? full[..dot].ToString() : null, CardNames.Of(name), parameters);
    }

    // Spaces and slashes are met in X- names only: X-GOOGLE TALK, X-messaging/xmpp-All. Elsewhere they are a sentence that lost its line.
    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > MaxName) return false;
        var isExtension = name.StartsWith("x-", StringComparison.OrdinalIgnoreCase);
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_') && !(isExtension && c is ' ' or '/')) return false;
        return true;
    }

    private static bool IsGroup(ReadOnlySpan<char> group)
    {
        foreach (var c in group)
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.' or ' ')) return false;
        return true;
    }

    private static bool Is(VCardParameters parameters, string encoding)
    {
        foreach (var parameter in parameters)
            if (parameter.Name == "ENCODING")
                foreach (var value in parameter.Values)
                    if (value.Equals(encoding, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
