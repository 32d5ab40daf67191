using System.Text.RegularExpressions;

namespace Kith.Formats.Mail;

/// <summary>Tells what the writer of a message wrote from what stands quoted under it.</summary>
public static partial class OwnWords
{
    /// <summary>The text up to the signature or the first quoted line; empty where everything is quoted.</summary>
    public static string Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = End(lines);
        var signature = Array.FindIndex(lines, 0, end, IsSignatureMark);
        return string.Join('\n', lines[..(signature < 0 ? end : signature)]).Trim();
    }

    /// <summary>The line with which the quoted part begins; the number of lines where nothing is quoted.</summary>
    internal static int End(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].StartsWith('>') || QuoteHead().IsMatch(lines[i])) return i;
        return lines.Length;
    }

    /// <summary>RFC 3676 §4.3, and what becomes of it when a program trims lines.</summary>
    internal static bool IsSignatureMark(string line) => line is "-- " or "--" or "—";

    [GeneratedRegex(@"^(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht).*|on .{4,120} wrote:\s*|am .{4,120} schrieb.{0,80}:\s*|le .{4,120} a écrit\s?:\s*|_{20,}\s*|(?:from|von|de): .+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex QuoteHead();
}
