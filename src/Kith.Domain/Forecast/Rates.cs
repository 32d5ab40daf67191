namespace Kith.Domain.Forecast;

/// <summary>One possible truth about a search: how much is done a week, what part of each step leads on, and after how long.</summary>
/// <param name="Requests">Requests a week.</param>
/// <param name="Talks">Part of requests that lead to a conversation.</param>
/// <param name="Deciders">Conversations with a decision maker for each conversation.</param>
/// <param name="Offers">Part of conversations with a decision maker that lead to an accepted offer.</param>
/// <param name="LagWeeks">Mean weeks from request to conversation, from there to a decision maker, from there to the offer.</param>
public sealed record Rates(double Requests, double Talks, double Deciders, double Offers, IReadOnlyList<double> LagWeeks)
{
    /// <summary>The rate that leads to a step.</summary>
    public double To(FunnelStep step) => step switch
    {
        FunnelStep.Request => Requests,
        FunnelStep.Conversation => Talks,
        FunnelStep.DecisionMaker => Deciders,
        _ => Offers,
    };

    /// <summary>The same with one rate multiplied; a part of something stays below one.</summary>
    public Rates With(FunnelStep step, double factor) => step switch
    {
        FunnelStep.Request => this with { Requests = Requests * factor },
        FunnelStep.Conversation => this with { Talks = Math.Min(1, Talks * factor) },
        FunnelStep.DecisionMaker => this with { Deciders = Math.Min(1, Deciders * factor) },
        _ => this with { Offers = Math.Min(1, Offers * factor) },
    };

    /// <summary>
    /// The chance that the goal is landed by the end of each coming week. Steps are compartments that empty with exponential lags, starting with
    /// what is under way; offers are Poisson with the flow out of the last one, so the chance is 1 - exp(-offers expected by then).
    /// </summary>
    internal Curve Landed(SearchSoFar sofar, int weeks)
    {
        double[] leaves = [1 - Math.Exp(-1 / LagWeeks[0]), 1 - Math.Exp(-1 / LagWeeks[1]), 1 - Math.Exp(-1 / LagWeeks[2])];
        var asked = UnderWay(sofar, FunnelStep.Request, LagWeeks[0]) * Talks;
        var talked = UnderWay(sofar, FunnelStep.Conversation, LagWeeks[1]) * Deciders;
        var decided = UnderWay(sofar, FunnelStep.DecisionMaker, LagWeeks[2]) * Offers;
        var expected = 0.0;
        var landed = new double[weeks];
        for (var week = 0; week < weeks; week++)
        {
            asked += Requests * Talks;
            var talks = asked * leaves[0];
            asked -= talks;
            talked += talks * Deciders;
            var deciders = talked * leaves[1];
            talked -= deciders;
            decided += deciders * Offers;
            var offers = decided * leaves[2];
            decided -= offers;
            expected += offers;
            landed[week] = 1 - Math.Exp(-expected);
        }
        return new(landed, expected, Requests * Talks * Deciders * Offers);
    }

    /// <summary>The chance to have landed, week by week, and how it goes on: the offers expected by the last week, and a week from then on.</summary>
    internal sealed record Curve(double[] ByWeek, double Expected, double PerWeek)
    {
        internal double At(int week) => week < ByWeek.Length ? ByWeek[week] : 1 - Math.Exp(-Expected - (PerWeek * (week - ByWeek.Length + 1)));
    }

    private static double UnderWay(SearchSoFar sofar, FunnelStep step, double lagWeeks) =>
        sofar.Weeks.Select((week, i) => week.Of(step) * Math.Exp(-(sofar.Weeks.Count - i - 0.5) / lagWeeks)).Sum();
}
