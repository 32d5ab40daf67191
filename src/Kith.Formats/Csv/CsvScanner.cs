namespace Kith.Formats.Csv;

/// <summary>What the scanner found where a row should start.</summary>
internal enum Scan { Row, End, QuoteNeverEnds, TooLong, TooWide }

/// <summary>
/// Splits text into rows and knows their physical lines. Written here because Sylvan.Data.Csv 1.4 stops at a stray quote or, lax,
/// reads the rest of the file into one field after a quote that is never closed, stops at a long field, and counts rows, not lines.
/// </summary>
internal sealed class CsvScanner(TextWindow window, CsvLimits limits)
{
    private readonly List<string> fields = [];

    /// <summary>The physical line of the next character.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The fields of the row last scanned.</summary>
    public string[] Fields() => [.. fields];

    /// <summary>Scans the row that starts here without passing it; <paramref name="length"/> is what it takes.</summary>
    public Scan Look(char delimiter, out int length)
    {
        fields.Clear();
        length = 0;
        if (window.At(0) < 0) return Scan.End;
        while (true)
        {
            var outcome = window.At(length) == '"' ? Quoted(delimiter, ref length) : Plain(delimiter, ref length, "");
            if (outcome != Scan.Row) return outcome;
            if (length > limits.MaxRowChars) return Scan.TooLong;
            if (window.At(length) != delimiter)
            {
                length += BreakAt(length);
                return Scan.Row;
            }
            if (fields.Count >= limits.MaxColumns) return Scan.TooWide;
            length++;
        }
    }

    /// <summary>Scans the physical line that starts here as if quotes meant nothing; for a quote that is never closed.</summary>
    public Scan LookUnquoted(char delimiter, out int length)
    {
        fields.Clear();
        length = 0;
        while (true)
        {
            var outcome = Plain(delimiter, ref length, "");
            if (outcome != Scan.Row) return outcome;
            if (length > limits.MaxRowChars) return Scan.TooLong;
            fields[^1] = Bare(fields[^1]);
            if (window.At(length) != delimiter)
            {
                length += BreakAt(length);
                return Scan.Row;
            }
            if (fields.Count >= limits.MaxColumns) return Scan.TooWide;
            length++;
        }
    }

    /// <summary>Passes a row that was looked at.</summary>
    public void Pass(int length)
    {
        CountLines(window.Text[..length]);
        window.Pass(length);
    }

    /// <summary>Passes the rest of the physical line, however long it is.</summary>
    public void PassLine()
    {
        int at;
        while ((at = window.Text.IndexOfAny('\r', '\n')) < 0)
        {
            window.Pass(window.Text.Length);
            if (!window.Extend()) return;
        }
        window.Pass(at);
        window.Pass(BreakAt(0));
        Line++;
    }

    private Scan Quoted(char delimiter, ref int at)
    {
        var from = at + 1;
        var to = from;
        var escaped = false;
        while (true)
        {
            if (!TryFind(window.Text[to..].IndexOf('"'), ref to))
            {
                if (to - from > limits.MaxFieldChars) return Scan.TooLong;
                if (!window.Extend()) return Scan.QuoteNeverEnds;
                continue;
            }
            if (to - from > limits.MaxFieldChars) return Scan.TooLong;
            if (window.At(to + 1) != '"') break;
            escaped = true;
            to += 2;
        }
        var text = window.Text[from..to].ToString();
        at = to + 1;
        return Plain(delimiter, ref at, escaped ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text);
    }

    // What stands between a closing quote and the delimiter belongs to the field: "Anna" B. is read as Anna B.
    private Scan Plain(char delimiter, ref int at, string before)
    {
        var from = at;
        while (!TryFind(window.Text[at..].IndexOfAny(delimiter, '\r', '\n'), ref at))
        {
            if (at - from > limits.MaxFieldChars) return Scan.TooLong;
            if (!window.Extend()) break;
        }
        if (at - from > limits.MaxFieldChars) return Scan.TooLong;
        var text = at > from ? string.Concat(before, window.Text[from..at]) : before;
        // No database keeps a NUL in text, and no person means one.
        fields.Add(text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text);
        return Scan.Row;
    }

    private static string Bare(string field)
    {
        if (!field.StartsWith('"')) return field;
        return field.Length > 1 && field.EndsWith('"') ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field[1..];
    }

    private bool TryFind(int distance, ref int at)
    {
        at = distance < 0 ? window.Text.Length : at + distance;
        return distance >= 0;
    }

    private int BreakAt(int at) => window.At(at) switch
    {
        '\r' => window.At(at + 1) == '\n' ? 2 : 1,
        '\n' => 1,
        _ => 0
    };

    private void CountLines(ReadOnlySpan<char> text)
    {
        int at;
        while ((at = text.IndexOfAny('\r', '\n')) >= 0)
        {
            Line++;
            text = text[(at + (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1))..];
        }
    }
}
