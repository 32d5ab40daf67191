using System.Globalization;

namespace Kith.Domain.Linting;

/// <summary>To whom a draft goes: their names count as words about them.</summary>
/// <param name="Person">The person's whole name.</param>
/// <param name="Organisation">Where they work.</param>
public sealed record Recipient(string? Person = null, string? Organisation = null);

/// <summary>
/// Checks a draft against the rules of a good networking message: deterministic, offline, by words alone. It understands English. It says what a
/// rule is about and why, and never rewrites anything.
/// </summary>
public static class MessageLint
{
    /// <summary>A mail has fewer words than this (The 2-Hour Job Search).</summary>
    public const int MostWords = 75;

    /// <summary>Characters of a LinkedIn invitation.</summary>
    public const int MostInvitation = 200;

    /// <summary>Characters of a LinkedIn invitation with Premium.</summary>
    public const int MostPremiumInvitation = 300;

    /// <summary>Characters of an InMail that is still read.</summary>
    public const int MostInMail = 400;

    /// <summary>More than this share of the words is about them.</summary>
    public const double LeastAboutThem = 0.5;

    /// <summary>The rules that apply to a kind.</summary>
    public static IReadOnlyList<LintRule> RulesOf(MessageKind kind) => kind switch
    {
        MessageKind.Mail or MessageKind.InMail => [LintRule.Length, LintRule.Insight, LintRule.Connection, LintRule.Question, LintRule.Interest, LintRule.Them],
        MessageKind.Invitation => [LintRule.Length, LintRule.Insight, LintRule.Connection, LintRule.Question, LintRule.Them],
        MessageKind.FollowUp => [LintRule.Length, LintRule.Insight, LintRule.Connection, LintRule.Question],
        _ => [LintRule.Length, LintRule.Insight, LintRule.Connection],
    };

    /// <summary>Checks a draft.</summary>
    /// <param name="text">The message, greeting and name included, without its subject.</param>
    /// <param name="kind">What it is to become.</param>
    /// <param name="to">To whom it goes.</param>
    /// <param name="premium">True where invitations may have 300 characters.</param>
    public static LintResult Check(string text, MessageKind kind, Recipient? to = null, bool premium = false)
    {
        var draft = Draft.Of(text);
        var rules = RulesOf(kind);
        var share = AboutThem.Of(draft, to);
        var findings = rules.SelectMany(rule => rule switch
        {
            LintRule.Length => Length(text, kind, premium),
            LintRule.Insight => Insight(draft, kind),
            LintRule.Connection => Connection(draft, kind),
            LintRule.Question => Question(draft, kind),
            LintRule.Interest => Interest(draft, to),
            _ => Them(draft, share),
        }).OrderBy(f => f.From).ThenBy(f => f.Rule).ToList();
        return new(kind, Draft.CountWords(text), Characters(text), rules.Contains(LintRule.Them) ? share.Share : null, findings, rules);
    }

    // LinkedIn counts what a reader would call a character.
    private static int Characters(string text) => new StringInfo(text.Trim().ReplaceLineEndings("\n")).LengthInTextElements;

    private static IEnumerable<Remark> Length(string text, MessageKind kind, bool premium)
    {
        var most = kind switch
        {
            MessageKind.Invitation => premium ? MostPremiumInvitation : MostInvitation,
            MessageKind.InMail => MostInMail,
            _ => (int?)null,
        };
        if (most is { } characters)
        {
            if (Characters(text) > characters)
                yield return new(LintRule.Length, Math.Min(characters, text.Length), text.Length, $"{Characters(text)} characters; {(kind == MessageKind.Invitation ? "an invitation holds" : "a message to a stranger is read up to")} {characters}. Say less.");
        }
        else if (Draft.CountWords(text) is >= MostWords and var words)
            yield return new(LintRule.Length, Draft.StartOfWord(text, MostWords - 1), text.Length, $"{words} words; what can be read at a glance has fewer than {MostWords}.");
    }

    private static IEnumerable<Remark> Insight(Draft draft, MessageKind kind)
    {
        var asked = LintWords.Matches(draft, LintWords.AsksForJob).ToList();
        foreach (var words in asked)
            yield return new(LintRule.Insight, words.From, words.To, "This asks for a job. Ask for what they know: people give advice long before they give work.");
        if (asked.Count == 0 && kind is MessageKind.Mail or MessageKind.InMail or MessageKind.Invitation && !LintWords.Matches(draft, LintWords.AsksForInsight).Any())
            yield return new(LintRule.Insight, draft.Text.Length, draft.Text.Length, "Nothing here asks for what they know: their advice, their experience, how they came to it.");
    }

    private static IEnumerable<Remark> Connection(Draft draft, MessageKind kind)
    {
        var patterns = kind is MessageKind.FollowUp or MessageKind.Thanks ? LintWords.GoesBack : LintWords.Connects;
        var at = draft.Sentences.ToList().FindIndex(s => patterns.Any(p => p.IsMatch(s.Text)));
        if (at == 0)
            yield break;
        yield return at > 0
            ? new(LintRule.Connection, draft.Sentences[at].From, draft.Sentences[at].To, "How you are connected comes late. Put it first: it is why they go on reading.")
            : new(LintRule.Connection, First(draft).From, First(draft).To,
                kind is MessageKind.FollowUp or MessageKind.Thanks ? "Begin with what went before: the talk, or the message this comes after." : "Say first how you are connected: who named them, where you met, what you have in common.");
    }

    private static IEnumerable<Remark> Question(Draft draft, MessageKind kind)
    {
        var questions = draft.Sentences.Where(s => s.Text.TrimEnd('"', '”', '’', ')').EndsWith('?')).ToList();
        if (questions.Any(q => LintWords.Requests.Any(p => p.IsMatch(q.Text))))
            yield break;
        var demand = LintWords.Matches(draft, LintWords.Demands).FirstOrDefault();
        var at = demand ?? questions.LastOrDefault() ?? (draft.Sentences is [.., var last] ? last : Whole(draft));
        yield return new(LintRule.Question, at.From, at.To, demand is null
            ? kind == MessageKind.Invitation ? "Nothing is asked. End with one small question, so that they know how to answer." : "There is no question that asks them for something. Put the request as one, small enough to be answered in a line."
            : "Put this as a question: a question is easier to answer than a statement.");
    }

    private static IEnumerable<Remark> Interest(Draft draft, Recipient? to)
    {
        var narrow = LintWords.Matches(draft, LintWords.Narrow).Any() || LintWords.Names(draft, to?.Organisation).Any();
        var broad = LintWords.Matches(draft, LintWords.Broad).Any();
        if (narrow && broad)
            yield break;
        var message = (narrow, broad) switch
        {
            (true, false) => "Your interest is only narrow. Name the field too, so that they can send you on if it is not them.",
            (false, true) => "Your interest is only broad. Say what of theirs interests you: their team, their path, one thing they did.",
            _ => "Say what interests you, narrowly (of theirs) and broadly (the field).",
        };
        yield return new(LintRule.Interest, draft.Text.Length, draft.Text.Length, message);
    }

    private static IEnumerable<Remark> Them(Draft draft, AboutThem share)
    {
        if (share.Share is { } part && part > LeastAboutThem)
            yield break;
        var longest = share.AboutMe.MaxBy(s => s.Words) ?? First(draft);
        yield return new(LintRule.Them, longest.From, longest.To, share.Share is { } little
            ? string.Create(CultureInfo.InvariantCulture, $"Only {little:P0} of the words are about them; more than half should be. This is the longest part about you.")
            : "Nothing here is about them.");
    }

    private static Stretch First(Draft draft) => draft.Sentences is [var first, ..] ? first : Whole(draft);

    private static Stretch Whole(Draft draft) => new(0, draft.Text.Length, draft.Text);
}
