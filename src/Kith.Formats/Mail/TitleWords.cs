using System.Text.RegularExpressions;

namespace Kith.Formats.Mail;

/// <summary>Knows a line that names what somebody works as, and whether it also names where.</summary>
internal static partial class TitleWords
{
    public sealed record Parts(string Title, string? Organisation);

    /// <summary>Null for a line that does not clearly hold a title.</summary>
    public static Parts? Split(string line)
    {
        if (line.Length > 80 || line.EndsWith('.') || line.EndsWith('!') || line.EndsWith('?') || !Word().IsMatch(line) || Sentence().IsMatch(line)) return null;
        var match = Separator().Match(line);
        if (!match.Success) return new(line.TrimEnd(','), null);
        var (left, right) = (line[..match.Index].Trim(), line[(match.Index + match.Length)..].Trim());
        if (left.Length == 0 || right.Length == 0) return new(line.TrimEnd(','), null);
        if (Word().IsMatch(left)) return Word().IsMatch(right) || Department().IsMatch(right) ? new(line.TrimEnd(','), null) : new(left, right);
        // "Ada Finch, Chief of Staff" or "Harbor & Finch | Chief of Staff": which of both stands on the left is not sure.
        return new(right, null);
    }

    [GeneratedRegex(@"\b(?:engineer|developer|architect|manager|director|head of|lead|chief|ceo|cto|cfo|coo|cmo|cpo|vp|vice president|president|founder|co-founder|partner|consultant|analyst|scientist|researcher|professor|lecturer|designer|recruiter|coordinator|specialist|officer|executive|associate|assistant|administrator|editor|lawyer|attorney|counsel|accountant|secretary|geschäftsführer(?:in)?|leiter(?:in)?|entwickler(?:in)?|berater(?:in)?|ingenieur(?:in)?|directeur|directrice|responsable|gerente)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    // Somebody who writes about an engineer is not one.
    [GeneratedRegex(@"(?:^|\s)(?:i|we|you|he|she|they|is|are|was|will|have|has|can|please|our|your|my|ich|wir|sie|ist|sind)(?:\s|'|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();

    // "VP, Sales" names no employer.
    [GeneratedRegex(@"^(?:sales|marketing|engineering|product|operations|finance|legal|hr|human resources|it|people|strategy|design|research|development|r&d|technology|data|security|partnerships|business development|customer success|communications|procurement|emea|apac|dach|europe|americas|north america|germany|uk|global|vertrieb|einkauf|personal)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Department();

    [GeneratedRegex(@"\s+[|·•–—@-]\s*|\s+(?:at|bei|chez)\s+|,\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Separator();
}
