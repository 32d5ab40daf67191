using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Kith.Formats.Mail;

/// <summary>
/// Decides whether a line that begins with "From " starts a message. Programs that keep the mboxo form quote it in bodies or not,
/// so the line itself, the one before and the one after are asked.
/// </summary>
internal static class MboxSeparator
{
    /// <summary>Bytes from the line on that are enough to decide.</summary>
    public const int LookAhead = 2_048;

    private const int LongestLine = 500;
    private static readonly string[] months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly SearchValues<byte> nameOctets = SearchValues.Create([.. Enumerable.Range(33, 94).Select(i => (byte)i).Where(i => i != ':')]);

    private static readonly FrozenSet<string> first = new[]
    {
        "from", "to", "date", "subject", "received", "return-path", "message-id", "delivered-to", "status", "mime-version", "content-type", "reply-to",
        "cc", "sender", "envelope-to", "dkim-signature", "authentication-results", "arc-seal", "in-reply-to", "references"
    }.ToFrozenSet();

    /// <param name="text">Begins with the line and goes on for <see cref="LookAhead"/> bytes or to the end of the file.</param>
    /// <param name="afterBlank">Whether an empty line or nothing stands before it.</param>
    public static bool IsAt(ReadOnlySpan<byte> text, bool afterBlank)
    {
        if (!text.StartsWith("From "u8)) return false;
        var end = text.IndexOf((byte)'\n');
        var line = (end < 0 ? text : text[..end]).TrimEnd("\r \t"u8);
        if (line.Length is <= 5 or > LongestLine) return false;
        var next = end < 0 ? [] : text[(end + 1)..];
        var name = FieldName(next);
        var isKnown = name is not null && (first.Contains(name) || name.StartsWith("x-", StringComparison.Ordinal) || name.StartsWith("list-", StringComparison.Ordinal));
        var hasDate = HasDate(line);
        if (IsOfMachine(line) && isKnown) return hasDate || line.IndexOf((byte)':') < 0;
        return hasDate && afterBlank && (name is not null || IsBlank(next) || next.StartsWith(">From "u8));
    }

    /// <summary>The name of the header field at the start, in lower case; null where no field starts.</summary>
    public static string? FieldName(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExcept(nameOctets);
        if (length is <= 0 or > 80) return null;
        var colon = text[length..].IndexOfAnyExcept((byte)' ', (byte)'\t');
        return colon >= 0 && text[length + colon] == ':' ? Encoding.ASCII.GetString(text[..length]).ToLowerInvariant() : null;
    }

    private static bool IsBlank(ReadOnlySpan<byte> next) => next.IsEmpty || next[0] is (byte)'\n' or (byte)'\r';

    // Mozilla writes "From - ", Eudora "From ???@???" and Gmail "From 1844347792267117879@xxx", also without a date, also without an
    // empty line before it; nobody writes that in a text.
    private static bool IsOfMachine(ReadOnlySpan<byte> line)
    {
        var word = line["From ".Length..];
        if (word.IndexOf((byte)' ') is var space and >= 0) word = word[..space];
        return word.SequenceEqual("-"u8) || word.SequenceEqual("???@???"u8)
            || (word.EndsWith("@xxx"u8) && word[..^4].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0);
    }

    // From ada@example.com Mon Jun  3 12:50:27 1996, with the parts in any order and perhaps a zone.
    private static bool HasDate(ReadOnlySpan<byte> line)
    {
        var words = Encoding.Latin1.GetString(line["From ".Length..]).ToLowerInvariant().Split((char[])[' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 4) return false;
        var isAddressed = words[0].Contains('@', StringComparison.Ordinal) || words[0] is "-" or "mailer-daemon";
        return (isAddressed || words.Any(word => weekdays.Contains(word)))
            && words.Any(word => months.Contains(word)) && words.Any(IsTime) && words.Any(IsYear);
    }

    private static bool IsTime(string word) => word.Length is >= 4 and <= 8 && char.IsAsciiDigit(word[0]) && word.Contains(':', StringComparison.Ordinal) && word.All(c => char.IsAsciiDigit(c) || c == ':');

    private static bool IsYear(string word) => word.Length == 4 && word[0] is '1' or '2' && word.All(char.IsAsciiDigit);
}
