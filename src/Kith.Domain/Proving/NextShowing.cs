namespace Kith.Domain.Proving;

/// <summary>How much of a claim somebody has seen.</summary>
public enum Seen
{
    NotYet,
    Claimed,
    Proven,
}

/// <summary>What is known of the needs where somebody has a say, seen from one claim.</summary>
public enum NeedState
{
    Unknown,
    Another,
    Matched,
}

/// <summary>A claim and somebody in the decision at a target organisation.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Place">Its place in the user's order, from 0.</param>
/// <param name="Person">Somebody in the decision.</param>
/// <param name="SortName">What their name is sorted by.</param>
/// <param name="Motivation">How much the user wants the target, 0-3; null where it is not said.</param>
/// <param name="Role">What they have to say, as the user noted it.</param>
/// <param name="HasDecidingTitle">True where their title is one that usually decides.</param>
/// <param name="Need">What is known of the needs there.</param>
/// <param name="HasEvidence">True where something proves the claim.</param>
/// <param name="Seen">What they have seen of it.</param>
public sealed record Pair(
    Guid Claim, int Place, Guid Person, string SortName, int? Motivation, DecisionRole? Role, bool HasDecidingTitle, NeedState Need, bool HasEvidence, Seen Seen);

/// <summary>
/// What to show to whom next: the open pair that weighs most for the goal. Weight = motivation x role x need x evidence. Every constant here is
/// judgement: no study weighs them against each other.
/// </summary>
public static class NextShowing
{
    /// <summary>A claim that answers a known need counts as much as three that do not: proof of what nobody asked for is soon forgotten.</summary>
    public const double NeedMatched = 3;

    /// <summary>Where another need is known, or none, the claim counts by itself.</summary>
    public const double NeedNotMatched = 1;

    /// <summary>A claim with evidence.</summary>
    public const double WithEvidence = 1;

    /// <summary>A claim that nothing proves yet: saying it is worth half as much as showing it.</summary>
    public const double WithoutEvidence = 0.5;

    // On the list only: less than wanted, and still more than nothing, so that roles tell people there apart.
    private const double Listed = 0.5;

    // As on the LAMP list, what is not said counts as 1.
    private const double Unsaid = 1;

    /// <summary>The weight of the user's motivation for a target, 0-3.</summary>
    public static double OfMotivation(int? motivation) => motivation switch
    {
        null => Unsaid,
        <= 0 => Listed,
        var wanted => Math.Min(wanted.Value, 3),
    };

    /// <summary>The weight of a say in the decision; 0 for somebody who has none. What the user noted comes before what the title tells.</summary>
    public static double OfRole(DecisionRole? role, bool hasDecidingTitle) => role switch
    {
        DecisionRole.DecisionMaker => 3,
        DecisionRole.Champion or DecisionRole.Evaluator => 2,
        DecisionRole.Influencer => 1.5,
        DecisionRole.Recruiter => 1,
        DecisionRole.Peer => 0.5,
        _ => hasDecidingTitle ? 2.5 : 0,
    };

    /// <summary>True for who counts as a decision maker: noted as one, or with a title that usually decides and no other role noted.</summary>
    public static bool IsDecisionMaker(DecisionRole? role, bool hasDecidingTitle) => role == DecisionRole.DecisionMaker || (role is null && hasDecidingTitle);

    /// <summary>What showing the claim to them is worth.</summary>
    public static double Weight(Pair pair) =>
        OfMotivation(pair.Motivation) * OfRole(pair.Role, pair.HasDecidingTitle)
        * (pair.Need == NeedState.Matched ? NeedMatched : NeedNotMatched) * (pair.HasEvidence ? WithEvidence : WithoutEvidence);

    /// <summary>True where something is left to show: nothing was seen yet, or the claim was made and there is proof they have not seen.</summary>
    public static bool IsOpen(Pair pair) => pair.Seen == Seen.NotYet || (pair.Seen == Seen.Claimed && pair.HasEvidence);

    /// <summary>The open pairs with a weight, the heaviest first; among equals the user's own order of claims, then the name. Total.</summary>
    public static IReadOnlyList<Pair> Rank(IEnumerable<Pair> pairs) =>
    [
        .. pairs.Where(IsOpen).Select(pair => (Pair: pair, Weight: Weight(pair))).Where(p => p.Weight > 0)
            .OrderByDescending(p => p.Weight).ThenBy(p => p.Pair.Place).ThenBy(p => p.Pair.SortName, StringComparer.Ordinal)
            .ThenBy(p => p.Pair.Claim).ThenBy(p => p.Pair.Person).Select(p => p.Pair),
    ];
}
