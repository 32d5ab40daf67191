using System.Text;

namespace Kith.Formats.VCards;

/// <summary>Parameters as they stand between the name and the colon.</summary>
internal static class ParameterText
{
    public static VCardParameters Read(ReadOnlySpan<char> text, bool hasCarets)
    {
        List<VCardParameter> items = [];
        while (!text.IsEmpty)
        {
            var end = IndexOutsideQuotes(text, ';');
            Add(items, (end < 0 ? text : text[..end]).Trim(), hasCarets);
            text = end < 0 ? [] : text[(end + 1)..];
        }
        return items.Count == 0 ? VCardParameters.None : new(items);
    }

    /// <summary>A value for the file: quoted where it must be; what no quote can hold is written with carets (RFC 6868).</summary>
    /// <param name="value">The value.</param>
    /// <param name="allCarets">Whether every caret is doubled, as 4.0 asks; else only one that would be read as an escape.</param>
    public static string Write(string value, bool allCarets)
    {
        var text = new StringBuilder(value.Length + 2);
        for (var i = 0; i < value.Length; i++)
            text.Append(value[i] switch
            {
                '^' when allCarets || (i + 1 < value.Length && value[i + 1] is '^' or 'n' or 'N' or '\'' or '"' or '\n') => "^^",
                '"' => "^'",
                '\n' => "^n",
                '\r' => "",
                _ => value[i].ToString()
            });
        return value.AsSpan().IndexOfAny(",;:") < 0 && value == value.Trim() ? text.ToString() : $"\"{text}\"";
    }

    private static void Add(List<VCardParameter> items, ReadOnlySpan<char> item, bool hasCarets)
    {
        if (item.IsEmpty) return;
        var equals = item.IndexOf('=');
        if (equals < 0)
        {
            AddBare(items, item);
            return;
        }
        var name = item[..equals].Trim();
        // LABEL,TYPE=HOME: what stands before the comma is a bare word.
        if (name.LastIndexOf(',') is var comma and >= 0)
        {
            AddBare(items, name[..comma]);
            name = name[(comma + 1)..].Trim();
        }
        name = name.ToString().Where(c => char.IsLetterOrDigit(c) || c is '-' or '_').ToArray();
        if (name.IsEmpty) return;
        var isType = name.Equals("TYPE", StringComparison.OrdinalIgnoreCase);
        items.Add(new(CardNames.Of(name), Values(item[(equals + 1)..], isType, hasCarets)));
    }

    private static void AddBare(List<VCardParameter> items, ReadOnlySpan<char> words)
    {
        foreach (var range in words.Split(','))
            if (words[range].Trim() is { IsEmpty: false } word)
                items.Add(new(BareName(word), [word.Trim('"').ToString()]));
    }

    private static string BareName(ReadOnlySpan<char> word) => word.ToString().ToUpperInvariant() switch
    {
        ['U', 'T', 'F', '-', ..] or ['I', 'S', 'O', '-', '8', '8', '5', '9', ..] or ['W', 'I', 'N', 'D', 'O', 'W', 'S', '-', ..] => "CHARSET",
        [>= 'A' and <= 'Z', >= 'A' and <= 'Z', '-', >= 'A' and <= 'Z', >= 'A' and <= 'Z'] => "LANGUAGE",
        "QUOTED-PRINTABLE" or "BASE64" or "B" or "8BIT" or "7BIT" => "ENCODING",
        "INLINE" or "VCARD" or "URI" or "CONTENT-ID" or "CID" => "VALUE",
        _ => "TYPE"
    };

    private static string[] Values(ReadOnlySpan<char> text, bool isType, bool hasCarets)
    {
        List<string> values = [];
        while (true)
        {
            var end = IndexOutsideQuotes(text, ',');
            var value = (end < 0 ? text : text[..end]).Trim();
            var isQuoted = value.Length > 1 && value[0] == '"' && value[^1] == '"';
            if (isQuoted) value = value[1..^1];
            // TYPE="INTERNET,HOME" quotes the list where each value was meant.
            if (isType)
                foreach (var range in value.Split(',')) values.Add(Value(value[range].Trim(" \t\""), hasCarets));
            else values.Add(Value(value, hasCarets));
            if (end < 0) return [.. values];
            text = text[(end + 1)..];
        }
    }

    private static string Value(ReadOnlySpan<char> value, bool hasCarets)
    {
        if (!hasCarets || !value.Contains('^')) return value.ToString();
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var escaped = value[i] == '^' && i + 1 < value.Length ? MeantBy(value[i + 1]) : null;
            text.Append(escaped ?? value[i]);
            if (escaped is not null) i++;
        }
        return text.ToString();
    }

    private static char? MeantBy(char follows) => follows switch { 'n' or 'N' => '\n', '\'' => '"', '^' => '^', _ => null };

    private static int IndexOutsideQuotes(ReadOnlySpan<char> text, char wanted)
    {
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '"') isQuoted = !isQuoted;
            else if (text[i] == wanted && !isQuoted) return i;
        return -1;
    }
}
