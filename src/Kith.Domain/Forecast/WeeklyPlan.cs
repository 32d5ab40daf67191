namespace Kith.Domain.Forecast;

/// <summary>What a goal asks for, from the offer back to the requests, and what of it a week can hold.</summary>
/// <param name="Weeks">Weeks in which a request can still lead to an offer by the date.</param>
/// <param name="Requests">Requests in all that lead to one accepted offer on average.</param>
/// <param name="Conversations">Conversations in all.</param>
/// <param name="DecisionMakers">Conversations with somebody who decides, in all.</param>
/// <param name="RequestsAWeek">Requests a week to get there by the date.</param>
/// <param name="ConversationsAWeek">Conversations a week, those with decision makers included.</param>
/// <param name="HoursAWeek">Hours a week that takes.</param>
/// <param name="Affordable">Requests a week that the user's hours hold; null where no hours were said.</param>
public sealed record WeeklyPlan(
    int Weeks, int Requests, int Conversations, int DecisionMakers, int RequestsAWeek, int ConversationsAWeek, double HoursAWeek, int? Affordable)
{
    /// <summary>Organisations on a good list of targets (The 2-Hour Job Search: 40 or more).</summary>
    public const int Targets = 40;

    // Minutes with preparation: a request, a conversation, a conversation with somebody who decides.
    private const double RequestMinutes = 10;
    private const double ConversationMinutes = 60;
    private const double DecisionMakerMinutes = 90;

    // From a request to an offer it takes about ten weeks; what is asked later comes too late.
    private const int LagWeeks = 10;
    private const int WithoutDate = 26;

    /// <summary>True where the hours hold less than the date asks for.</summary>
    public bool IsShort => Affordable < RequestsAWeek;

    /// <summary>Of a number a week, as many as the user's hours hold: more would only be a reproach.</summary>
    public int Held(double aWeek) => Whole(aWeek * (IsShort ? Affordable!.Value / (double)RequestsAWeek : 1));

    /// <summary>The plan from what is believed about a search.</summary>
    public static WeeklyPlan Of(SearchSoFar sofar, int? weeksToDate, int? hoursAWeek)
    {
        var belief = Belief.After(sofar);
        var weeks = Math.Max(1, (weeksToDate ?? WithoutDate) - LagWeeks);
        var deciders = 1 / belief.Mean(FunnelStep.Offer);
        var talks = deciders / belief.Mean(FunnelStep.DecisionMaker);
        var requests = talks / belief.Mean(FunnelStep.Conversation);
        var hours = ((requests * RequestMinutes) + ((talks - deciders) * ConversationMinutes) + (deciders * DecisionMakerMinutes)) / 60;
        return new(
            weeks, Whole(requests), Whole(talks), Whole(deciders), Whole(requests / weeks), Whole(talks / weeks), hours / weeks,
            hoursAWeek is { } have ? (int)Math.Floor(have * requests / hours) : null);
    }

    private static int Whole(double amount) => (int)Math.Ceiling(amount - 1e-9);
}
