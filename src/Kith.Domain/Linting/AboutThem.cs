using System.Text.RegularExpressions;

namespace Kith.Domain.Linting;

/// <summary>How much of a draft is about the person it goes to, counted clause by clause.</summary>
internal sealed partial class AboutThem
{
    private AboutThem(double? share, IReadOnlyList<Stretch> aboutMe) => (Share, AboutMe) = (share, aboutMe);

    /// <summary>Words in clauses about them, of the words in clauses about either; 0-1, null where no clause is about anybody.</summary>
    internal double? Share { get; }

    /// <summary>The clauses about the writer.</summary>
    internal IReadOnlyList<Stretch> AboutMe { get; }

    internal static AboutThem Of(Draft draft, Recipient? to)
    {
        double them = 0, all = 0;
        var mine = new List<Stretch>();
        foreach (var clause in draft.Sentences.SelectMany(Clauses))
        {
            var you = Yours().Count(clause.Text) + LintWords.CountNames(clause.Text, to);
            var me = Mine().Count(clause.Text);
            if (you + me == 0)
                continue;
            all += clause.Words;
            // "I read your article" is about the article: one of theirs weighs as much as one of mine.
            if (you >= me)
                them += clause.Words;
            else
                mine.Add(clause);
        }
        return new(all == 0 ? null : them / all, mine);
    }

    private static IEnumerable<Stretch> Clauses(Stretch sentence)
    {
        var start = 0;
        foreach (Match cut in Breaks().Matches(sentence.Text))
        {
            if (cut.Index > start)
                yield return Part(sentence, start, cut.Index);
            start = cut.Index + cut.Length;
        }
        if (start < sentence.Text.Length)
            yield return Part(sentence, start, sentence.Text.Length);
    }

    private static Stretch Part(Stretch sentence, int from, int to) => new(sentence.From + from, sentence.From + to, sentence.Text[from..to]);

    [GeneratedRegex(@"\b(?:you|your|yours|yourself|you['’](?:re|ve|d|ll))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Yours();

    [GeneratedRegex(@"\b(?:i|me|my|mine|myself|i['’](?:m|ve|d|ll))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mine();

    [GeneratedRegex(@"[,;:–—]\s*|\s-\s|\s(?=(?:and|but|because|so|while|although|since)\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();
}
