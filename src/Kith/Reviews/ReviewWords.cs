using Kith.Domain;

namespace Kith.Reviews;

/// <summary>The words of the review.</summary>
internal static class ReviewWords
{
    internal static string Of(Tactic tactic) => tactic == Tactic.LinkedInConnection ? "LinkedIn connection" : Spaced(tactic);

    internal static string Of(Channel channel) => Spaced(channel);

    internal static string Of(IntroductionState state) => Spaced(state);

    internal static string Of(OpportunityState state) => Spaced(state);

    internal static string Of(Direction direction) => direction switch { Direction.In => "from them", Direction.Out => "from you", _ => "both ways" };

    internal static string Of(LoopKind kind) => kind switch
    {
        LoopKind.FollowUp => "Follow up",
        LoopKind.Thank => "Say thank you",
        LoopKind.PromiseByMe => "You promised",
        LoopKind.PromiseByThem => "They promised",
        LoopKind.ReportBack => "Report back",
        _ => "Next message",
    };

    /// <summary>"3 reviews in a row"; null where there is no row to speak of. What broke is not spoken of.</summary>
    internal static string? Streak(int weeks) => weeks < 2 ? null : $"{weeks} reviews in a row";

    // "CardGiven" is "card given".
    private static string Spaced(Enum value) => string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
