namespace Kith.Domain.Strength;

/// <summary>
/// The logistic model behind strength. Its variables are relative to the horizon and to the user's own habits, so that they carry over from
/// one network to another; each weight has the sign that sense demands, so one more contact never weakens a tie.
/// </summary>
/// <remarks>
/// Fitted with ridge-penalised maximum likelihood (Newton's method) on mail of a research institution (Eu-core), messages at a university
/// (CollegeMsg) and Enron's mail: <c>fit</c> in bench prints these constants again. Rationale and figures: docs/engines.md.
/// </remarks>
public sealed record TieModel(double Intercept, IReadOnlyList<double> Weights)
{
    /// <summary>The variables by name, in the order of <see cref="Weights"/>.</summary>
    public static readonly IReadOnlyList<string> Variables = ["fresh", "mutual", "lasting", "sinceTheirs", "silence", "steady", "weeks", "kept", "touched"];

    /// <summary>The constants that are used.</summary>
    public static readonly TieModel Shipped = new(-1.8973, [0.3761, 0.2681, 0.3393, -0.101, -0.5691, 0.1779, 0.5031, 0.2467, 0.2846]);

    // Beyond these nothing more is said about a silence: two horizons, and fifty for who never answered.
    private const double LongSilence = 2;
    private const double Never = 50;

    /// <summary>The variables of a tie at a time.</summary>
    public static double[] Describe(TieHistory tie, Habits habits, DateTime at)
    {
        var sinceTheirs = TieHistory.DaysSince(tie.LastIn, at) / tie.HorizonDays;
        var sinceAny = Math.Min(sinceTheirs, TieHistory.DaysSince(tie.LastOut, at) / tie.HorizonDays);
        return
        [
            Log(tie.Fresh(at)),
            Log(tie.Mutual(at)),
            Log(tie.LastingMutual(at)),
            Log(10 * Math.Min(sinceTheirs, Never)),
            Math.Min(sinceAny, LongSilence),
            Log(tie.SteadyWeeks(at)),
            Log(tie.ActiveWeeks),
            habits.KeptLogit,
            habits.TouchedLogit,
        ];
    }

    /// <summary>The logarithm of the odds that both turn to the other within the horizon.</summary>
    public double LogOdds(IReadOnlyList<double> described)
    {
        var sum = Intercept;
        for (var i = 0; i < Weights.Count; i++)
            sum += Weights[i] * described[i];
        return sum;
    }

    /// <summary>The probability (0-1) that both turn to the other within the horizon.</summary>
    public double Probability(TieHistory tie, Habits habits, DateTime at) => 1 / (1 + Math.Exp(-LogOdds(Describe(tie, habits, at))));

    private static double Log(double amount) => Math.Log(1 + amount);
}
