using System.Text;

namespace Kith.Formats.Calendars;

/// <summary>Takes the escapes out of values (RFC 5545 §3.3.11) and parameters (RFC 6868).</summary>
internal static class EscapedText
{
    public static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal)) return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length)
            {
                text.Append(value[i]);
                continue;
            }
            var next = value[++i];
            if (next is 'n' or 'N') text.Append('\n');
            // Paths such as C:\temp are written without escapes by many: an unknown escape keeps its backslash.
            else if (next is '\\' or ',' or ';' or ':' or '"') text.Append(next);
            else text.Append('\\').Append(next);
        }
        return text.ToString();
    }

    /// <summary>The parts between separators that are not escaped, each unescaped and trimmed; empty ones are left out.</summary>
    public static IEnumerable<string> Split(string value, params char[] separators)
    {
        var from = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && value[i] == '\\')
            {
                i++;
                continue;
            }
            if (i < value.Length && !separators.Contains(value[i])) continue;
            if (Unescape(value[from..i]).Trim() is { Length: > 0 } part) yield return part;
            from = i + 1;
        }
        if (from < value.Length && Unescape(value[from..]).Trim() is { Length: > 0 } last) yield return last;
    }

    public static string Parameter(string value)
    {
        value = value.Trim().Trim('"');
        if (!value.Contains('^', StringComparison.Ordinal)) return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var plain = value[i] != '^' || i + 1 == value.Length ? '\0' : value[i + 1] switch { 'n' => '\n', '\'' => '"', '^' => '^', _ => '\0' };
            text.Append(plain == '\0' ? value[i] : plain);
            if (plain != '\0') i++;
        }
        return text.ToString();
    }
}
