using System.Text.RegularExpressions;

namespace Kith.Formats.Contacts;

/// <summary>One line of a list of people.</summary>
/// <param name="Line">The 1-based line.</param>
/// <param name="Name">The name, given name first.</param>
/// <param name="Headline">What they do where, as written; null where the line had only a name.</param>
public sealed record ListedName(int Line, string Name, string? Headline);

/// <summary>
/// Reads a pasted list of people, one a line: a name, or a name and what they do after a comma, a dash, a bar, a semicolon or a tab. "Kovač, Ana" is
/// read as one name turned round.
/// </summary>
public static partial class NameList
{
    /// <summary>Characters of a name at most.</summary>
    public const int MostNameLetters = 200;

    /// <summary>Characters of a headline at most; what follows is cut off.</summary>
    public const int MostHeadlineLetters = 300;

    /// <summary>The people in the order of the list; a line that names nobody is reported and left out.</summary>
    /// <param name="text">The list.</param>
    /// <param name="file">What the issues call it.</param>
    /// <param name="issues">Takes what could not be read.</param>
    /// <param name="most">Names at most; the first line beyond is reported and the rest left out.</param>
    public static IReadOnlyList<ListedName> Read(string text, string file, IssueLog issues, int most)
    {
        var read = new List<ListedName>();
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = Bullet().Replace(raw, "").Trim();
            if (line.Length == 0)
                continue;
            if (read.Count == most)
            {
                issues.Report(file, number, "list.long", $"A list has at most {most} people; this line and those after it were left out");
                break;
            }
            var (name, headline) = Parts(line);
            if (!name.Any(char.IsLetter))
                issues.Report(file, number, "list.name", "There is no name on this line; a name begins it, such as: Ana Kovač, Head of data");
            else if (name.Length > MostNameLetters)
                issues.Report(file, number, "list.name-long", $"A name has at most {MostNameLetters} characters; put a comma after it");
            else
                read.Add(new(number, name, headline));
        }
        return read;
    }

    private static (string Name, string? Headline) Parts(string line)
    {
        var cut = Separator().Match(line);
        if (!cut.Success)
            return (Single(line), null);
        var (name, rest) = (Single(line[..cut.Index]), Single(line[(cut.Index + cut.Length)..]));
        if (cut.Value.Trim() == "," && name.Length > 0 && !name.Contains(' ') && Turned().Match(rest) is { Success: true } given)
            (name, rest) = ($"{given.Groups[1].Value} {name}", Single(rest[given.Length..]));
        return (name, rest.Length == 0 ? null : rest.Length > MostHeadlineLetters ? rest[..MostHeadlineLetters] : rest);
    }

    private static string Single(string text) => Spaces().Replace(text, " ").Trim();

    // "12. ", "- ", "* ", "• " before a name are the list's, not the name's.
    [GeneratedRegex(@"^\s*(?:[-*•·–]\s+|\d{1,4}[.)]\s+)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\t|\s*[|;]\s*|\s+[–—-]\s+|\s*,\s*")]
    private static partial Regex Separator();

    // A given name or two after the family name, up to the next comma.
    [GeneratedRegex(@"^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)?)(?:\s*[,;|]\s*|$)")]
    private static partial Regex Turned();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
