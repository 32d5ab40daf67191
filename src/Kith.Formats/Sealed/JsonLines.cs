namespace Kith.Formats.Sealed;

/// <summary>Cuts a stream into its lines, one JSON document each, holding one line at a time.</summary>
public static class JsonLines
{
    /// <summary>The longest line that is read.</summary>
    public const int MaxLineBytes = 64 << 20;

    /// <summary>The lines with their numbers from 1; each is valid until the next is asked for.</summary>
    public static IEnumerable<(int Line, ReadOnlyMemory<byte> Text)> Read(Stream source, string file, int maxLineBytes = MaxLineBytes)
    {
        var buffer = new byte[1 << 16];
        var (start, seen, end, line) = (0, 0, 0, 0);
        while (true)
        {
            var length = buffer.AsSpan(seen, end - seen).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return (++line, buffer.AsMemory(start, seen + length - start));
                start = seen += length + 1;
                continue;
            }
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            // A long line is looked through once, however small the pieces it comes in.
            seen = end;
            if (end > maxLineBytes)
                throw new FormatRefusedException("line.long", FormattableString.Invariant($"{file}, line {line + 1}: the line is longer than {maxLineBytes >> 20} MiB."));
            if (end == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = source.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                break;
            end += read;
        }
        if (end > 0)
            yield return (line + 1, buffer.AsMemory(0, end));
    }
}
