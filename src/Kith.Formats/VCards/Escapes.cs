using System.Buffers;
using System.Text;

namespace Kith.Formats.VCards;

/// <summary>Backslash escapes of values (RFC 2426 §4, RFC 6350 §3.4) and the lists they protect.</summary>
internal static class Escapes
{
    // No list of a person is that long; a hostile one could fill the memory.
    private const int MaxParts = 10_000;

    private static readonly SearchValues<char> Special = SearchValues.Create("\\\r");

    /// <summary>The text meant, trimmed, with <c>\n</c> between its lines.</summary>
    public static string Read(string raw) => Read(raw, raw);

    /// <summary>The parts between separators that are not escaped, each unescaped and trimmed.</summary>
    public static List<string> Split(string raw, char separator)
    {
        List<string> parts = new(separator == ';' ? 8 : 4);
        var rest = raw.AsSpan();
        while (true)
        {
            var end = IndexOf(rest, separator);
            parts.Add(Read(end < 0 ? rest : rest[..end], null));
            if (end < 0 || parts.Count == MaxParts) return parts;
            rest = rest[(end + 1)..];
        }
    }

    /// <summary>The first separator that is not escaped, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<char> raw, char separator)
    {
        var at = raw.IndexOf(separator);
        if (at < 0 || !raw[..at].Contains('\\')) return at;
        for (var i = 0; i < raw.Length; i++)
            if (raw[i] == '\\') i++;
            else if (raw[i] == separator) return i;
        return -1;
    }

    /// <summary>Escapes backslashes, line breaks and the characters given.</summary>
    public static string Write(string text, string alsoEscaped)
    {
        if (text.AsSpan().IndexOfAny("\\\r\n") < 0 && text.AsSpan().IndexOfAny(alsoEscaped) < 0) return text;
        var raw = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n' || (c == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n'))) raw.Append("\\n");
            else if (c == '\\' || Has(alsoEscaped, c)) raw.Append('\\').Append(c);
            else if (c != '\r') raw.Append(c);
        }
        return raw.ToString();
    }

    /// <summary>Brings the escapes of any program to those asked for, leaving separators what they are.</summary>
    /// <param name="raw">The value as read.</param>
    /// <param name="separators">Characters that divide the value where they are not escaped.</param>
    /// <param name="escaped">Characters that divide nothing and are escaped all the same.</param>
    public static string Rewrite(string raw, string separators, string escaped)
    {
        if (raw.AsSpan().IndexOfAny("\\\r\n") < 0 && raw.AsSpan().IndexOfAny(escaped) < 0) return raw;
        var text = new StringBuilder(raw.Length + 8);
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            var follows = i + 1 < raw.Length ? raw[i + 1] : '\0';
            if (c == '\\' && IsEscape(follows))
            {
                i++;
                if (follows is 'n' or 'N') text.Append("\\n");
                else if (follows == '\\' || Has(separators, follows) || Has(escaped, follows)) text.Append('\\').Append(follows);
                else text.Append(follows);
            }
            else if (c == '\n' || (c == '\r' && follows != '\n')) text.Append("\\n");
            else if (c == '\\' || Has(escaped, c)) text.Append('\\').Append(c);
            else if (c != '\r') text.Append(c);
        }
        return text.ToString();
    }

    private static string Read(ReadOnlySpan<char> raw, string? whole)
    {
        raw = raw.Trim();
        if (raw.IndexOfAny(Special) < 0) return raw.Length == whole?.Length ? whole : raw.ToString();
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var follows = i + 1 < raw.Length ? raw[i + 1] : '\0';
            if (raw[i] == '\r')
            {
                if (follows != '\n') text.Append('\n');
            }
            else if (raw[i] == '\\' && IsEscape(follows))
            {
                text.Append(follows is 'n' or 'N' ? '\n' : follows);
                i++;
            }
            else text.Append(raw[i]);
        }
        return text.ToString().Trim();
    }

    private static bool Has(string characters, char c) => characters.Contains(c, StringComparison.Ordinal);

    // The backslash of C:\Data stays; the one of B\'C goes.
    private static bool IsEscape(char follows) =>
        follows is 'n' or 'N' || (follows != '\0' && !char.IsLetterOrDigit(follows) && !char.IsWhiteSpace(follows));
}
