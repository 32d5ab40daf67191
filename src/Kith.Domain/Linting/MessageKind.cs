namespace Kith.Domain.Linting;

/// <summary>What a draft is to become; each kind has its own length and rules.</summary>
public enum MessageKind
{
    Mail,
    Invitation,
    InMail,
    FollowUp,
    Thanks,
}

/// <summary>The rules of a six-point message (Steve Dalton, The 2-Hour Job Search) with the lengths of LinkedIn.</summary>
public enum LintRule
{
    /// <summary>Under 75 words; an invitation at most 200 characters (300 with Premium), an InMail at most 400.</summary>
    Length,

    /// <summary>It asks for insight, not for a job.</summary>
    Insight,

    /// <summary>The connection is stated first.</summary>
    Connection,

    /// <summary>The request is a question.</summary>
    Question,

    /// <summary>The interest is stated narrowly and broadly.</summary>
    Interest,

    /// <summary>More than half of the words are about them.</summary>
    Them,
}

/// <summary>What a rule says about words of a draft.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="From">Where the words begin, in characters from 0.</param>
/// <param name="To">The character after their end.</param>
/// <param name="Message">What is wrong and why, in a sentence.</param>
public sealed record Remark(LintRule Rule, int From, int To, string Message);

/// <summary>What the linter says about a draft.</summary>
/// <param name="Kind">What it was read as.</param>
/// <param name="Words">Words in all, greeting and name included.</param>
/// <param name="Characters">Characters in all, as LinkedIn counts them.</param>
/// <param name="About">The share of words that are about them, 0-1; null where the rule does not apply or nothing is about anybody.</param>
/// <param name="Findings">What breaks a rule, in the order of the text.</param>
/// <param name="Rules">The rules that apply to the kind.</param>
public sealed record LintResult(MessageKind Kind, int Words, int Characters, double? About, IReadOnlyList<Remark> Findings, IReadOnlyList<LintRule> Rules)
{
    /// <summary>True when no rule is broken.</summary>
    public bool Pass => Findings.Count == 0;

    /// <summary>True when that rule applies and is respected.</summary>
    public bool Respects(LintRule rule) => Rules.Contains(rule) && Findings.All(f => f.Rule != rule);
}
