namespace Kith.Formats.Csv;

/// <summary>The part of a text that is looked at: grows forward on demand and forgets what was passed.</summary>
internal sealed class TextWindow(DecodedText source)
{
    // A decoder cannot write half a surrogate pair.
    private const int RoomToRead = 16;

    private char[] buffer = new char[16_384];
    private int start, length;
    private bool ended;

    /// <summary>The text from the first character not yet passed, as far as it was read.</summary>
    public ReadOnlySpan<char> Text => buffer.AsSpan(start, length);

    /// <summary>Makes <see cref="Text"/> longer; false at the end of the source.</summary>
    public bool Extend()
    {
        if (ended) return false;
        if (start > 0) Text.CopyTo(buffer);
        start = 0;
        if (buffer.Length - length < RoomToRead) Array.Resize(ref buffer, checked(buffer.Length * 2));
        var count = source.Read(buffer.AsSpan(length));
        length += count;
        ended = count == 0;
        return !ended;
    }

    /// <summary>The character at the offset, or -1 at the end.</summary>
    public int At(int offset)
    {
        while (offset >= length)
            if (!Extend()) return -1;
        return buffer[start + offset];
    }

    /// <summary>Forgets the first characters.</summary>
    public void Pass(int count)
    {
        start += count;
        length -= count;
    }
}
