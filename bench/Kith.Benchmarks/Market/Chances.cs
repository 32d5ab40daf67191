namespace Kith.Benchmarks.Market;

/// <summary>
/// How people, tactics and replies behave in the market. Where a published rate exists it is the mean of the draws; the others are judgements,
/// marked so, and the same for every order that is compared.
/// </summary>
internal static class Chances
{
    /// <summary>A request for insight is answered (Dalton, The 2-Hour Job Search: about 30 %).</summary>
    internal const double Reply = 0.30;

    /// <summary>A conversation at a target leads to a decision maker (Pierson: about 15 for one).</summary>
    internal const double ToDecider = 1 / 15.0;

    /// <summary>A conversation with a decision maker leads to an offer (Pierson: about 25 for one).</summary>
    internal const double Offer = 1 / 25.0;

    /// <summary>A referred candidate is hired (Lever 2015-16: 1 in 16).</summary>
    internal const double HirePerReferral = 1 / 16.0;

    /// <summary>Judgement: a second or later conversation at a target leads to a referral.</summary>
    internal const double Referral = 0.10;

    /// <summary>Judgement: a conversation elsewhere leads to somebody at a target.</summary>
    internal const double ToTarget = 1 / 15.0;

    /// <summary>Judgement: a reply becomes a conversation.</summary>
    internal const double Talk = 0.6;

    /// <summary>Judgement: a conversation leaves a promise of the user's, and one of theirs.</summary>
    internal const double PromiseByMe = 0.35;

    /// <inheritdoc cref="PromiseByMe"/>
    internal const double PromiseByThem = 0.30;

    /// <summary>Judgement: a promise of theirs is kept when they are reminded, and when they are not.</summary>
    internal const double KeptWhenAsked = 0.6;

    /// <inheritdoc cref="KeptWhenAsked"/>
    internal const double KeptUnasked = 0.2;

    /// <summary>Judgement: a decision maker's title says so, and somebody else's does.</summary>
    internal const double DeciderByTitle = 0.75;

    /// <inheritdoc cref="DeciderByTitle"/>
    internal const double OtherByTitle = 0.15;

    /// <summary>
    /// Judgement: an exchange is warm for days, not for months: the chance of an answer falls from twice the usual on the day to the usual,
    /// by half every ten days.
    /// </summary>
    internal static double Warmth(int daysSince) => 1 + Math.Pow(2, -daysSince / 10.0);

    /// <summary>Judgement: each unanswered message of the last 30 days halves the next answer; after three the door is nearly shut.</summary>
    internal static double Patience(int unanswered) => unanswered >= 3 ? 0.05 : Math.Pow(0.5, unanswered);

    /// <summary>Judgement: an offer of an organisation wanted little is not always taken, by motivation 0 to 3.</summary>
    internal static double Accept(int motivation) => motivation switch { 0 => 0.25, 1 => 0.5, _ => 1 };

    /// <summary>
    /// Connectors bring most where about ten ties are shared (Rajkumar et al., Science 2022), as the shipped novelty has it, scaled so
    /// that its mean over the market's people is 1.
    /// </summary>
    internal static double Novelty(int mutualTies) => Kith.Domain.Paths.Novelty.Of(mutualTies) / 0.74;
}
