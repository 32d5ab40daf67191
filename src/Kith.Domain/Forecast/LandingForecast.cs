namespace Kith.Domain.Forecast;

/// <summary>What a step does to the goal.</summary>
/// <param name="Step">The step.</param>
/// <param name="Rate">The mean of what is believed about its rate: requests a week, or the part of the step before that leads to it.</param>
/// <param name="Usual">The usual rate.</param>
/// <param name="Elasticity">Percent by which the chance to land in time grows when the rate grows by one percent.</param>
/// <param name="IfUsual">The chance to land in time if the rate were the usual one; never below the forecast's own.</param>
public sealed record StepEffect(FunnelStep Step, double Rate, double Usual, double Elasticity, double IfUsual);

/// <summary>When a goal will probably be landed.</summary>
public sealed record LandingForecast
{
    /// <summary>Weeks that are looked ahead.</summary>
    public const int Horizon = 156;

    /// <summary>The last week that a quantile is sought in: a lifetime.</summary>
    public const int Farthest = 2600;

    private const int Draws = 1000;
    private const ulong Seed = 20260101;
    private const double Nudge = 1.1;

    /// <summary>The chance (0-1) that it is landed by the end of each coming week, from 1 to <see cref="Horizon"/>.</summary>
    public required IReadOnlyList<double> Landed { get; init; }

    /// <summary>The same for a slow and a fast tenth, and a slow and a fast quarter, of the possible truths: 10, 25, 75, 90 %.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Band { get; init; }

    /// <summary>Weeks to the date; null without one.</summary>
    public int? WeeksToDate { get; init; }

    /// <summary>The chance to land by the date; null without one.</summary>
    public double? ByDate { get; init; }

    /// <summary>True while the forecast is what is usual, not this search's own.</summary>
    public required bool IsThin { get; init; }

    private IReadOnlyList<Rates.Curve> Curves { get; init; } = [];

    /// <summary>The steps with their effects, in their order.</summary>
    public required IReadOnlyList<StepEffect> Steps { get; init; }

    /// <summary>
    /// The step that holds the goal back: the one whose usual rate would help most where one is clearly below it, else the one with the highest
    /// elasticity.
    /// </summary>
    public StepEffect HoldsBack => Steps.Where(s => s.Rate < 0.8 * s.Usual).MaxBy(s => s.IfUsual) ?? Steps.MaxBy(s => s.Elasticity)!;

    /// <summary>The week (from 1) by whose end that part of possible searches have landed; null when not within <see cref="Farthest"/>.</summary>
    public int? Week(double part)
    {
        if (By(Farthest - 1) < part)
            return null;
        int low = 0, high = Farthest - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = By(middle) >= part ? (low, middle) : (middle + 1, high);
        }
        return low + 1;
    }

    /// <summary>The forecast of a search.</summary>
    /// <param name="sofar">What happened.</param>
    /// <param name="weeksToDate">Weeks to the goal's date; the year's end of elasticities where there is none.</param>
    /// <param name="change">What if: a change of every possible truth.</param>
    public static LandingForecast Of(SearchSoFar sofar, int? weeksToDate, Func<Rates, Rates>? change = null)
    {
        var belief = Belief.After(sofar);
        IReadOnlyList<Rates> truths = [.. belief.Draw(Draws, Seed).Select(change ?? (r => r))];
        var curves = truths.Select(t => t.Landed(sofar, Horizon)).ToList();
        var looked = Math.Clamp(weeksToDate ?? 52, 1, Horizon);
        var landed = Enumerable.Range(0, Horizon).Select(w => curves.Average(c => c.At(w))).ToArray();
        return new()
        {
            Curves = curves,
            Landed = landed,
            Band = Bands(curves),
            WeeksToDate = weeksToDate,
            ByDate = weeksToDate switch { null => null, <= 0 => 0, _ => landed[looked - 1] },
            IsThin = sofar.IsThin,
            Steps = [.. Enum.GetValues<FunnelStep>().Select(step => Effect(step, belief, truths, sofar, looked, landed[looked - 1]))],
        };
    }

    private static StepEffect Effect(FunnelStep step, Belief belief, IReadOnlyList<Rates> truths, SearchSoFar sofar, int weeks, double now)
    {
        var (rate, usual) = (belief.Mean(step), Belief.Usual(step));
        var nudged = Mean(truths.Select(t => t.With(step, Nudge)), sofar, weeks);
        var asUsual = rate < usual ? Mean(truths.Select(t => t.With(step, usual / rate)), sofar, weeks) : now;
        return new(step, rate, usual, now > 0 ? (nudged - now) / now / (Nudge - 1) : 0, asUsual);
    }

    private double By(int week) => Curves.Average(c => c.At(week));

    private static double Mean(IEnumerable<Rates> truths, SearchSoFar sofar, int weeks) => truths.Average(t => t.Landed(sofar, weeks).ByWeek[^1]);

    private static double[][] Bands(List<Rates.Curve> curves)
    {
        double[] parts = [0.1, 0.25, 0.75, 0.9];
        var bands = parts.Select(_ => new double[Horizon]).ToArray();
        for (var week = 0; week < Horizon; week++)
        {
            var sorted = curves.Select(c => c.ByWeek[week]).Order().ToList();
            for (var part = 0; part < parts.Length; part++)
                bands[part][week] = sorted[(int)(parts[part] * (sorted.Count - 1))];
        }
        return bands;
    }
}
