namespace Kith.Domain.Forecast;

/// <summary>What is believed about the rates of a search: weak priors, moved by what happened.</summary>
/// <remarks>
/// Priors (docs/engines.md): 30 % of requests answered (The 2-Hour Job Search); 15 conversations for one with a decision maker, 25 of those for an
/// accepted offer (Pierson). Each is worth a few observations, because people differ a lot.
/// </remarks>
public sealed class Belief
{
    /// <summary>Usual part of requests that lead to a conversation.</summary>
    public const double UsualTalks = 0.3;

    /// <summary>Usual conversations with a decision maker for each conversation.</summary>
    public const double UsualDeciders = 1 / 15.0;

    /// <summary>Usual accepted offers for each conversation with a decision maker.</summary>
    public const double UsualOffers = 1 / 25.0;

    /// <summary>Usual requests a week.</summary>
    public const double UsualRequests = 8;

    // Each prior is worth two and a half successes: two people in three are then within a factor of about two of what is usual.
    private const double Worth = 2.5;

    // Older weeks tell less about the coming ones: half after so many weeks.
    private const double WeekHalfLife = 8;

    // Weeks differ more than chance alone makes them, and people change what they do: both as spread of the logarithm.
    private const double Overdispersion = 2;
    private const double Drift = 0.2;

    private static readonly double[] UsualLags = [1.5, 4, 5];
    private const double LagSpread = 0.35;

    private readonly SearchSoFar sofar;

    private Belief(SearchSoFar sofar) => this.sofar = sofar;

    /// <summary>The belief after a search so far.</summary>
    public static Belief After(SearchSoFar sofar) => new(sofar);

    /// <summary>The usual rate that leads to a step.</summary>
    public static double Usual(FunnelStep step) => step switch
    {
        FunnelStep.Request => UsualRequests,
        FunnelStep.Conversation => UsualTalks,
        FunnelStep.DecisionMaker => UsualDeciders,
        _ => UsualOffers,
    };

    /// <summary>The mean of what is believed about the rate that leads to a step.</summary>
    public double Mean(FunnelStep step)
    {
        var (a, b) = Posterior(step);
        return step == FunnelStep.Request ? a / b : a / (a + b);
    }

    /// <summary>Possible truths, drawn from the belief with a fixed seed.</summary>
    internal IReadOnlyList<Rates> Draw(int count, ulong seed)
    {
        var dice = new Dice(seed);
        var (activity, talks, deciders, offers) = (Posterior(FunnelStep.Request), Posterior(FunnelStep.Conversation), Posterior(FunnelStep.DecisionMaker), Posterior(FunnelStep.Offer));
        return [.. Enumerable.Range(0, count).Select(_ => new Rates(
            dice.Gamma(activity.A, activity.B) * Math.Exp(Drift * dice.Normal()), dice.Beta(talks.A, talks.B), dice.Beta(deciders.A, deciders.B), dice.Beta(offers.A, offers.B),
            [.. UsualLags.Select(lag => lag * Math.Exp(LagSpread * dice.Normal()))]))];
    }

    private (double A, double B) Posterior(FunnelStep step) => step switch
    {
        FunnelStep.Request => Activity(),
        FunnelStep.Conversation => Part(FunnelStep.Request, step, UsualTalks, UsualLags[0]),
        FunnelStep.DecisionMaker => Part(FunnelStep.Conversation, step, UsualDeciders, UsualLags[1]),
        _ => Part(FunnelStep.DecisionMaker, step, UsualOffers, UsualLags[2]),
    };

    // Gamma-Poisson with discounted weeks; each week counts as less than one because weeks vary by more than chance.
    private (double Shape, double Rate) Activity()
    {
        double shape = Worth, rate = Worth / UsualRequests;
        for (var i = 0; i < sofar.Weeks.Count; i++)
        {
            var weight = Math.Pow(2, -(sofar.Weeks.Count - 1 - i) / WeekHalfLife) / Overdispersion;
            (shape, rate) = (shape + (weight * sofar.Weeks[i].Requests), rate + weight);
        }
        return (shape, rate);
    }

    // Beta-binomial; what has had no time yet to lead on counts only for the part of its lag that has passed.
    private (double A, double B) Part(FunnelStep from, FunnelStep to, double usual, double lagWeeks)
    {
        var trials = sofar.Weeks.Select((week, i) => week.Of(from) * (1 - Math.Exp(-(sofar.Weeks.Count - i - 0.5) / lagWeeks))).Sum();
        double hits = sofar.Total(to);
        return (Worth + hits, (Worth * (1 - usual) / usual) + Math.Max(0, trials - hits));
    }
}
