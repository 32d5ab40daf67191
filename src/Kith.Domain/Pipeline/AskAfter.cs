namespace Kith.Domain.Pipeline;

/// <summary>When to ask after an application: 7 days after it, then after 7 more, at most twice; after a reply 1 day, then 3 (PRODUCT rules of the field).</summary>
public static class AskAfter
{
    /// <summary>What there is to do where nobody is known who could be asked.</summary>
    public const string FindSomebody = "Find somebody to ask";

    // Whoever runs the process is asked first, then who wants the user, then who decides.
    private static readonly DecisionRole[] Order =
        [DecisionRole.Recruiter, DecisionRole.Champion, DecisionRole.DecisionMaker, DecisionRole.Influencer, DecisionRole.Evaluator, DecisionRole.Peer];

    /// <summary>Days to wait before each time of asking in a stage; empty where the other side is not to be asked.</summary>
    public static IReadOnlyList<int> Waits(OpportunityState state) => state switch
    {
        OpportunityState.Applied => [7, 7],
        OpportunityState.Screening => [1, 3],
        _ => [],
    };

    /// <summary>The day to ask next; null when it was asked as often as is decent, or the stage asks for nothing.</summary>
    /// <param name="state">Where the opportunity stands.</param>
    /// <param name="since">The day it came there.</param>
    /// <param name="asked">The days on which the user asked since.</param>
    public static DateOnly? Next(OpportunityState state, DateOnly since, IReadOnlyCollection<DateOnly> asked)
    {
        var waits = Waits(state);
        return asked.Count >= waits.Count ? null : (asked.Count == 0 ? since : asked.Max()).AddDays(waits[asked.Count]);
    }

    /// <summary>Whose turn it is to be asked, the first lowest.</summary>
    public static int Turn(DecisionRole role) => Array.IndexOf(Order, role);

    /// <summary>What the follow-up is called.</summary>
    public static string What(OpportunityState state, string title) =>
        state == OpportunityState.Applied ? $"Ask after the application for {title}" : $"Thank for the reply about {title} and ask what comes next";
}
