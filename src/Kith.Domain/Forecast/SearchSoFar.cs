namespace Kith.Domain.Forecast;

/// <summary>The steps that lead to a landed goal, each a part of the one before.</summary>
public enum FunnelStep
{
    /// <summary>Somebody is asked for a conversation.</summary>
    Request,

    /// <summary>A conversation took place.</summary>
    Conversation,

    /// <summary>A conversation with somebody who decides took place.</summary>
    DecisionMaker,

    /// <summary>An offer was accepted.</summary>
    Offer,
}

/// <summary>What happened in one week of the search: how often each step was reached in it.</summary>
public sealed record SearchWeek(int Requests, int Conversations, int DecisionMakers, int Offers)
{
    internal int Of(FunnelStep step) => step switch
    {
        FunnelStep.Request => Requests,
        FunnelStep.Conversation => Conversations,
        FunnelStep.DecisionMaker => DecisionMakers,
        _ => Offers,
    };
}

/// <summary>A search up to now.</summary>
/// <param name="Weeks">Whole weeks, oldest first, the last one just over.</param>
public sealed record SearchSoFar(IReadOnlyList<SearchWeek> Weeks)
{
    /// <summary>Weeks below which the forecast is the prior's and says so.</summary>
    public const int LeastWeeks = 4;

    /// <summary>Requests below which the forecast is the prior's and says so.</summary>
    public const int LeastRequests = 10;

    /// <summary>True while there is too little to tell this search from any other.</summary>
    public bool IsThin => Weeks.Count < LeastWeeks || Total(FunnelStep.Request) < LeastRequests;

    /// <summary>How often a step was reached.</summary>
    public int Total(FunnelStep step) => Weeks.Sum(w => w.Of(step));
}
