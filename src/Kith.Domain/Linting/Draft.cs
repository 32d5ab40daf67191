using System.Text.RegularExpressions;

namespace Kith.Domain.Linting;

/// <summary>Words of a text with their place.</summary>
/// <param name="From">Where they begin.</param>
/// <param name="To">The character after their end.</param>
/// <param name="Text">The words.</param>
internal sealed record Stretch(int From, int To, string Text)
{
    internal int Words => Draft.CountWords(Text);
}

/// <summary>A draft cut into greeting, sentences and sign-off.</summary>
internal sealed partial class Draft
{
    private Draft(string text, IReadOnlyList<Stretch> sentences) => (Text, Sentences) = (text, sentences);

    internal string Text { get; }

    /// <summary>The sentences between greeting and sign-off.</summary>
    internal IReadOnlyList<Stretch> Sentences { get; }

    internal static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Where the word of that number (from 0) begins, or the end of the text.</summary>
    internal static int StartOfWord(string text, int number)
    {
        var inside = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]))
                inside = false;
            else if (!inside)
            {
                inside = true;
                if (number-- == 0)
                    return at;
            }
        }
        return text.Length;
    }

    internal static Draft Of(string text)
    {
        var from = Greeting().Match(text) is { Success: true } greeting ? greeting.Length : 0;
        var to = SignOff().Match(text, from) is { Success: true } end ? end.Index : text.Length;
        return new(text, [.. Cut(text, from, to)]);
    }

    private static IEnumerable<Stretch> Cut(string text, int from, int to)
    {
        var start = from;
        foreach (Match end in Ends().Matches(text[..to]))
            if (end.Index >= start && !Abbreviation().IsMatch(text[start..(end.Index + 1)]))
            {
                if (Whole(text, start, end.Index + end.Length) is { } sentence)
                    yield return sentence;
                start = end.Index + end.Length;
            }
        if (Whole(text, start, to) is { } last)
            yield return last;
    }

    private static Stretch? Whole(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
            from++;
        while (to > from && char.IsWhiteSpace(text[to - 1]))
            to--;
        return to > from && text[from..to].Any(char.IsLetterOrDigit) ? new(from, to, text[from..to]) : null;
    }

    // "Dear Ms Kovač," and "Hi Ana -" and "Hello!": up to its comma, dash, mark or line's end, and not a whole sentence.
    [GeneratedRegex(@"^\s*(?:\p{Lu}[\p{L}'’]*)(?:[ \t]+(?:there|all|\p{Lu}[\p{L}.'’-]*)){0,5}[ \t]*(?:[,!:]|[–—-](?=\s)|(?=\r?\n))", RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    // A closing formula near the end: on a line of its own, or as the last words.
    [GeneratedRegex(@"(?:^|\n|(?<=[.!?])\s)[ \t]*(?:(?:with )?(?:best|kind|warm|kindest|warmest|many)(?: (?:regards|wishes|thanks))?|regards|sincerely|yours(?: \w+)?|cheers|warmly|gratefully|respectfully|thank you|thanks(?: (?:again|a lot|so much))?|all the best|take care|cordially)[ \t]*(?:[,.!–—-]?[ \t]*(?:\r?\n\s*)?(?:\p{Lu}[\p{L}.'’-]*[ \t]*){0,4})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SignOff();

    [GeneratedRegex(@"[.!?…]+[""'”’)]*(?=\s|$)|\n\s*\n|\n(?=\s*[-*•])|(?<=\S)\n(?=\p{Lu})")]
    private static partial Regex Ends();

    [GeneratedRegex(@"(?:^|\s)(?:Dr|Prof|Mr|Mrs|Ms|St|e\.g|i\.e|etc|vs|No|approx)\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
