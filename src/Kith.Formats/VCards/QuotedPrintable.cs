namespace Kith.Formats.VCards;

/// <summary>Quoted-printable (RFC 2045 §6.7); what is no escape stays as it stands.</summary>
internal static class QuotedPrintable
{
    // Some mail programs pad lines; nobody does by much.
    private const int MaxPadding = 16;

    /// <summary>Octets at the end that announce that the next physical line belongs to the value: <c>=</c> and white space after it.</summary>
    public static int SoftBreak(ReadOnlySpan<byte> value)
    {
        var count = 1;
        while (count < MaxPadding && count < value.Length && value[^count] is (byte)' ' or (byte)'\t') count++;
        return count <= value.Length && value[^count] == '=' ? count : 0;
    }

    /// <summary>White space before the line that follows a soft break which is no text: the text before it has some already.</summary>
    public static int Indent(ReadOnlySpan<byte> before, ReadOnlySpan<byte> follows) =>
        before is [.., (byte)' '] ? follows.Length - follows.TrimStart(" \t"u8).Length : 0;

    /// <summary>Whether the text of a card that may be of 2.1 has escapes of other letters than ASCII and nothing that contradicts them.</summary>
    public static bool IsUndeclared(string name, ReadOnlySpan<byte> value)
    {
        if (!value.Contains((byte)'=') || name is not ("FN" or "N" or "ORG" or "TITLE" or "ADR" or "NOTE")) return false;
        var isHigh = false;
        for (int at; (at = value.IndexOf((byte)'=')) >= 0; value = value[(at + 3)..])
        {
            if (at + 2 >= value.Length || Digit(value[at + 1]) < 0 || Digit(value[at + 2]) < 0) return false;
            isHigh |= Digit(value[at + 1]) >= 8;
        }
        return isHigh;
    }

    /// <summary>Decodes into <paramref name="into"/>, which is twice as long as the value; returns the octets written.</summary>
    /// <param name="value">The value.</param>
    /// <param name="into">Where the octets go.</param>
    /// <param name="folds">Where the line was folded, of which some are soft breaks too.</param>
    /// <param name="start">Where in the line the value starts.</param>
    public static int Decode(ReadOnlySpan<byte> value, Span<byte> into, List<int> folds, int start)
    {
        int written = 0, fold = 0;
        for (var at = 0; at < value.Length;)
        {
            while (fold < folds.Count && folds[fold] <= at + start) fold++;
            if (value[at] == '=' && fold < folds.Count && folds[fold] == at + 1 + start)
            {
                if (written > 0 && into[written - 1] != ' ') into[written++] = (byte)' ';
                for (at++; at < value.Length && value[at] == ' ';) at++;
            }
            else if (value[at] == '=' && at + 2 < value.Length && Digit(value[at + 1]) >= 0 && Digit(value[at + 2]) >= 0)
            {
                into[written++] = (byte)(Digit(value[at + 1]) * 16 + Digit(value[at + 2]));
                at += 3;
            }
            else into[written++] = value[at++];
        }
        return written;
    }

    private static int Digit(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        _ => -1
    };
}
