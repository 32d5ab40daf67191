namespace Kith.Formats.VCards;

/// <summary>
/// Reads physical lines (CRLF, LF, CR and the CR CR LF of twice converted files) and puts folded ones together octet by octet, so
/// that a character cut by the fold heals (RFC 6350 §3.2).
/// </summary>
internal sealed class OctetLines(Stream source, int maxBytes)
{
    private byte[] buffer = new byte[32_768];
    private byte[] logical = new byte[1_024];
    private int next, end, count;
    private bool ended, isHeld;
    private int heldAt, heldLength, heldNext, physical;
    private bool heldTooLong;

    /// <summary>The 1-based physical line the current line starts on.</summary>
    public int Line { get; private set; }

    /// <summary>Whether the current line had more bytes than allowed, and lost them.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Whether the physical line taken last was empty.</summary>
    public bool JoinedNothing { get; private set; }

    /// <summary>Where the physical lines of the current line were joined.</summary>
    public List<int> Folds { get; } = [];

    /// <summary>The current line, unfolded; good until the next call.</summary>
    public ReadOnlySpan<byte> Current => logical.AsSpan(0, count);

    /// <summary>Goes to the next unfolded line.</summary>
    public bool Next()
    {
        if (!Peek()) return false;
        count = 0;
        IsTooLong = false;
        Folds.Clear();
        Line = physical + 1;
        Take(0);
        while (Peek() && IsContinuation(Held)) Take(1);
        return true;
    }

    /// <summary>Whether a physical line belongs to the one before it.</summary>
    public static bool IsContinuation(ReadOnlySpan<byte> line) => line is [(byte)' ' or (byte)'\t', ..];

    /// <summary>The physical line that follows, not yet passed; false at the end.</summary>
    public bool TryPeek(out ReadOnlySpan<byte> line)
    {
        var found = Peek();
        line = found ? Held : default;
        return found;
    }

    /// <summary>Joins the physical line that follows, without its first octets.</summary>
    public void Join(int without = 0)
    {
        if (Peek()) Take(without);
    }

    /// <summary>Takes octets off the end of the current line.</summary>
    public void Drop(int octets) => count -= octets;

    private ReadOnlySpan<byte> Held => buffer.AsSpan(heldAt, heldLength);

    private void Take(int without)
    {
        var line = Held[Math.Min(without, heldLength)..];
        if (count > 0 || without > 0) Folds.Add(count);
        JoinedNothing = line.IsEmpty;
        if (heldTooLong || count + line.Length > maxBytes) IsTooLong = true;
        else
        {
            if (count + line.Length > logical.Length) Array.Resize(ref logical, Math.Max(logical.Length * 2, count + line.Length));
            line.CopyTo(logical.AsSpan(count));
            count += line.Length;
        }
        next = heldNext;
        physical++;
        isHeld = false;
    }

    private bool Peek()
    {
        if (isHeld) return true;
        heldAt = next;
        heldTooLong = false;
        var at = FindBreak();
        if (at < 0 && heldAt == end && !heldTooLong) return false;
        heldLength = (at < 0 ? end : at) - heldAt;
        var passed = at < 0 ? 0 : BreakLength(ref at);
        heldNext = at < 0 ? end : at + passed;
        isHeld = true;
        return true;
    }

    // The position of the line's end, or -1 when the source ends first.
    private int FindBreak()
    {
        var seen = 0;
        while (true)
        {
            var distance = buffer.AsSpan(heldAt + seen, end - heldAt - seen).IndexOfAny((byte)'\r', (byte)'\n');
            if (distance >= 0) return heldAt + seen + distance;
            seen = end - heldAt;
            if (seen > maxBytes)
            {
                heldTooLong = true;
                heldAt = end;
                seen = 0;
            }
            if (!Fill()) return -1;
        }
    }

    private int BreakLength(ref int at)
    {
        if (buffer[at] == '\n') return 1;
        while (end - at < 3 && !ended)
        {
            var offset = at - heldAt;
            Fill();
            at = heldAt + offset;
        }
        return buffer.AsSpan(at, Math.Min(3, end - at)) switch
        {
            [_, (byte)'\n', ..] => 2,
            [_, (byte)'\r', (byte)'\n'] => 3,
            _ => 1
        };
    }

    private bool Fill()
    {
        if (ended) return false;
        if (heldAt > 0)
        {
            buffer.AsSpan(heldAt, end - heldAt).CopyTo(buffer);
            end -= heldAt;
            heldAt = next = 0;
        }
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = source.Read(buffer, end, buffer.Length - end);
        end += read;
        ended = read == 0;
        return !ended;
    }
}
