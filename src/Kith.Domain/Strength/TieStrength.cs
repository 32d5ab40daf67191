using System.Globalization;
using Kith.Domain.Ranking;

namespace Kith.Domain.Strength;

/// <summary>
/// Strength of a tie, 0-100: the chance in percent that the two turn to each other, both ways, within 90 days. Calibrated on networks of
/// mail and messages, see <see cref="TieModel"/> and docs/engines.md.
/// </summary>
public static class TieStrength
{
    private static readonly string[] Answers = ["mutual", "lasting", "sinceTheirs"];
    private static readonly string[] Recency = ["fresh", "silence"];
    private static readonly string[] Steadiness = ["steady"];
    private static readonly string[] Length = ["weeks"];
    private static readonly string[] Keeping = ["kept", "touched"];

    // One old contact that nobody answered, of somebody with no habits: what every reason is told against.
    private static readonly double[] Faint = TieModel.Describe(
        TieHistory.Of([new(DateTime.UnixEpoch, Channel.Message, Direction.Out)]), Habits.None, DateTime.UnixEpoch.AddYears(10));

    /// <summary>The strength at a time; null for a pair without history.</summary>
    public static int? Of(TieHistory tie, Habits habits, DateTime at) =>
        tie.Count == 0 ? null : (int)Math.Round(100 * TieModel.Shipped.Probability(tie, habits, at));

    /// <summary>
    /// What made the strength, the most telling first. A weight is what the reason multiplies the odds with, against one old message that
    /// nobody answered.
    /// </summary>
    public static IReadOnlyList<Reason> Reasons(TieHistory tie, Habits habits, DateTime at)
    {
        if (tie.Count == 0)
            return [];
        var described = TieModel.Describe(tie, habits, at);
        Reason[] reasons =
        [
            new("answers", AnswersText(tie, at), Odds(described, Answers)),
            new("steady", SteadyText(tie.SteadyWeeks(at)), Odds(described, Steadiness)),
            new("recent", RecencyText(tie, at), Odds(described, Recency)),
            new("long", LengthText(tie), Odds(described, Length)),
            new("habits", HabitsText(habits), Odds(described, Keeping)),
        ];
        return [.. reasons.OrderByDescending(r => Math.Abs(Math.Log(r.Weight)))];
    }

    private static double Odds(double[] described, string[] variables)
    {
        var model = TieModel.Shipped;
        var sum = Enumerable.Range(0, described.Length).Where(i => variables.Contains(TieModel.Variables[i])).Sum(i => model.Weights[i] * (described[i] - Faint[i]));
        return Math.Round(Math.Exp(sum), 3);
    }

    private static string AnswersText(TieHistory tie, DateTime at) => (tie.LastIn, tie.LastOut) switch
    {
        (null, _) => "nothing has come from them yet",
        ({ } theirs, null) => $"only they turned to you, last {Spans.Ago(theirs, at)}",
        ({ } theirs, _) => $"both of you turn to the other; they last did {Spans.Ago(theirs, at)}",
    };

    private static string SteadyText(int weeks) => weeks == 0
        ? $"no contact in the last {TieHistory.Weeks} weeks"
        : $"in touch in {weeks} of the last {TieHistory.Weeks} weeks";

    private static string RecencyText(TieHistory tie, DateTime at) => $"the last contact was {Spans.Ago(Latest(tie), at)}";

    private static string LengthText(TieHistory tie) => tie.ActiveWeeks == 1
        ? "all contact was within one week"
        : string.Create(CultureInfo.InvariantCulture, $"contact in {tie.ActiveWeeks} different weeks since {tie.First:yyyy}");

    private static string HabitsText(Habits habits) => habits.Known == 0
        ? "how you keep contact on the whole is not known yet"
        : $"of {habits.Known} people you knew {TieHistory.Horizon:0} days ago, you and {habits.Kept} turned to each other since";

    private static DateTime Latest(TieHistory tie) => tie.LastIn > tie.LastOut || tie.LastOut is null ? tie.LastIn!.Value : tie.LastOut.Value;
}
