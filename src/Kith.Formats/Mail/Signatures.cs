using System.Text.RegularExpressions;

namespace Kith.Formats.Mail;

/// <summary>Finds a signature at the end of a text. Conservative: better nothing than the wrong employer.</summary>
public static partial class Signatures
{
    private const int MostLines = 12;
    private const int LongestLine = 90;

    /// <summary>Null where no line of a signature is sure.</summary>
    public static Signature? Find(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = OwnWords.End(lines);
        if (Start(lines, end) is not { } start) return null;

        var found = new Signature();
        for (var i = start; i < Math.Min(end, start + MostLines); i++)
        {
            var line = lines[i].Trim().Trim('*', '_').Trim();
            if (line.Length is 0 or > LongestLine) continue;
            found = Add(found, line, i + 1, i > start ? lines[i - 1] : "");
        }
        return found == new Signature() ? null : found;
    }

    private static Signature Add(Signature found, string line, int number, string before)
    {
        if (found.Phone is null && Phone(line) is { } phone) return found with { Phone = new(phone, number) };
        if (found.Url is null && Url().Match(line) is { Success: true } url && !IsOfPlatform(url.Value)) return found with { Url = new(url.Value.TrimEnd('.', ',', ')', '>'), number) };
        if (line.Contains('@', StringComparison.Ordinal)) return found;
        if (found.Title is null && TitleWords.Split(line) is { } parts)
        {
            return found with
            {
                Title = new(parts.Title, number),
                Organisation = found.Organisation ?? (parts.Organisation is { } named ? new(named, number) : null)
            };
        }
        if (found.Organisation is not null) return found;
        var isBelowTitle = found.Title is { } title && title.Line == number - 1 && before.Trim().Length > 0 && LooksLikeName().IsMatch(line);
        return LegalForm().IsMatch(line) || isBelowTitle ? found with { Organisation = new(line.TrimEnd(','), number) } : found;
    }

    // After the mark, else after a closing phrase near the end.
    private static int? Start(string[] lines, int end)
    {
        for (var i = end - 1; i >= 0; i--)
            if (OwnWords.IsSignatureMark(lines[i])) return i + 1;
        for (var i = end - 1; i >= Math.Max(0, end - MostLines - 4); i--)
            if (Closing().IsMatch(lines[i].Trim())) return i + 1;
        return null;
    }

    private static string? Phone(string line)
    {
        var match = PhoneNumber().Match(line);
        if (!match.Success || match.Groups["fax"].Success) return null;
        var digits = match.Groups["number"].Value.Count(char.IsAsciiDigit);
        return digits is >= 7 and <= 15 ? match.Groups["number"].Value.Trim() : null;
    }

    private static bool IsOfPlatform(string url) => Platform().IsMatch(url);

    [GeneratedRegex(@"^(?:best|kind|warm|many)?\s*(?:regards|wishes|thanks)\b.{0,20}$|^(?:thanks|thank you|cheers|sincerely|yours\s.{2,12}|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|(?:viele|beste|liebe|herzliche) gr(?:ü|ue)(?:ß|ss)e|cordialement|bien à vous|saludos(?: cordiales)?|cordiali saluti|met vriendelijke groet(?:en)?)[,.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Closing();

    // A bare row of digits could be anything, so a number needs its label or its country.
    [GeneratedRegex(@"(?:(?<fax>\bfax\b|^\s*f\b)|\b(?:tel(?:efon|ephone)?|phone|mob(?:ile|il)?|cell|direct|office|handy)\b|^\s*[tmpd]\b)?\s*[.:)]?\s*(?<number>(?:\+\s?[0-9]|\(?0[0-9]|\(?[2-9][0-9]{2}\)?[ .-][0-9])[0-9 ()./-]{5,22}[0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"\b(?:https?://|www\.)[^\s<>""|]{3,200}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?:facebook|instagram|twitter|x|youtube|tiktok|aka|bit|zoom|calendly)\.(?:com|ms|ly|us)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Platform();

    [GeneratedRegex(@"\b(?:GmbH|AG|UG|KG|SE|Inc|LLC|LLP|Ltd|Limited|PLC|Corp|Corporation|B\.?V|N\.?V|S\.?A|S\.?A\.?S|SARL|S\.?r\.?l|S\.?p\.?A|Oy|AB|A/S|ApS|Pty|GbR|e\.?V|University|Universität|Institute|Institut|Foundation|Stiftung)\b\.?(?:$|[ ,|])", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LegalForm();

    [GeneratedRegex(@"^[\p{Lu}0-9][\p{L}\p{N}&'’.+-]*(?: (?:[\p{Lu}0-9&][\p{L}\p{N}&'’.+-]*|of|and|for|the|de|und|für|der|&)){0,5}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LooksLikeName();
}
