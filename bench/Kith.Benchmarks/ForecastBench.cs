using System.CommandLine;
using Kith.Domain.Forecast;

namespace Kith.Benchmarks;

/// <summary>
/// Whether forecasts keep their word: invented searches whose rates differ widely from person to person, each stopped at some week, forecast,
/// and gone on with to its end. The truth is logit-normal rates, a weekly activity that wanders, pauses and varies by more than chance, and lognormal
/// lags; the forecast believes in beta rates, a steady activity and exponential lags.
/// </summary>
internal static class ForecastBench
{
    private const int Longest = 3000;
    private static readonly Option<int> Searches = new("--searches") { Description = "Invented searches", HelpName = "N", DefaultValueFactory = _ => 1000 };

    private static readonly Option<int> Seed = new("--seed") { Description = "Other numbers invent other searches", DefaultValueFactory = _ => 1 };

    internal static Command Command() => new Command("forecast", "Forecast invented searches and see what comes") { Searches, Seed }.Measures((parsed, _) => Task.FromResult(Run(parsed)));

    private static object Run(ParseResult parsed)
    {
        var dice = new Random(parsed.GetValue(Seed));
        var outcomes = Enumerable.Range(0, parsed.GetValue(Searches)).Select(_ => Search(dice)).OfType<Outcome>().ToList();
        return new
        {
            searches = outcomes.Count,
            coverage50 = Share(outcomes, o => o.In50),
            coverage80 = Share(outcomes, o => o.In80),
            brier = Print.Round(outcomes.Average(o => Math.Pow(o.ByDate - (o.Landed ? 1 : 0), 2)), 4),
            landed = Print.Round(outcomes.Average(o => o.Landed ? 1.0 : 0), 4),
            early = new { searches = outcomes.Count(o => o.Observed < 8), coverage50 = Share(outcomes.Where(o => o.Observed < 8), o => o.In50), coverage80 = Share(outcomes.Where(o => o.Observed < 8), o => o.In80) },
            late = new { searches = outcomes.Count(o => o.Observed >= 8), coverage50 = Share(outcomes.Where(o => o.Observed >= 8), o => o.In50), coverage80 = Share(outcomes.Where(o => o.Observed >= 8), o => o.In80) },
        };
    }

    private sealed record Outcome(int Observed, bool In50, bool In80, double ByDate, bool Landed);

    private static double Share(IEnumerable<Outcome> outcomes, Func<Outcome, bool> which) => outcomes.Select(o => which(o) ? 1.0 : 0).DefaultIfEmpty(double.NaN).Average() is var share ? Print.Round(share, 3) : 0;

    // Null where it landed before it was looked at: nobody asks for a forecast then.
    private static Outcome? Search(Random dice)
    {
        var weeks = Live(dice);
        var observed = dice.Next(2, 27);
        var landing = weeks.FindIndex(w => w.Offers > 0);
        if (landing >= 0 && landing < observed)
            return null;
        var ahead = landing < 0 ? int.MaxValue : landing - observed + 1;
        var date = dice.Next(8, 60);
        var forecast = LandingForecast.Of(new(weeks[..observed]), date);
        return new(observed, Within(forecast, 0.25, 0.75, ahead), Within(forecast, 0.1, 0.9, ahead), forecast.ByDate!.Value, ahead <= date);
    }

    // Beyond the horizon a quantile is "not within a lifetime", and so is a landing.
    private static bool Within(LandingForecast forecast, double low, double high, int landing) =>
        landing >= (forecast.Week(low) ?? LandingForecast.Farthest + 1) && landing <= (forecast.Week(high) ?? int.MaxValue);

    private static List<SearchWeek> Live(Random dice)
    {
        var (talk, decider, offer) = (Logit(dice, 0.28, 0.8), Logit(dice, 0.07, 0.7), Logit(dice, 0.045, 0.7));
        var activity = Math.Log(8) + (0.6 * Normal(dice));
        var lags = new[] { 1.2, 4, 6 }.Select(lag => lag * Math.Exp(0.3 * Normal(dice))).ToArray();
        var counts = new int[Longest + 200, 4];
        var wander = 0.0;
        var landed = Longest;
        for (var week = 0; week < Longest && week <= landed; week++)
        {
            wander = (0.9 * wander) + (0.15 * Normal(dice));
            var asked = dice.NextDouble() < 0.06 ? 0 : Poisson(dice, Math.Exp(activity + wander + (0.3 * Normal(dice))));
            counts[week, 0] = asked;
            for (var i = 0; i < asked; i++)
                Go(week, talk, 1);
        }
        return [.. Enumerable.Range(0, Longest).Select(w => new SearchWeek(counts[w, 0], counts[w, 1], counts[w, 2], counts[w, 3]))];

        void Go(int week, double chance, int step)
        {
            if (dice.NextDouble() >= chance)
                return;
            var then = week + (int)(lags[step - 1] * Math.Exp((0.7 * Normal(dice)) - 0.245));
            if (then >= Longest)
                return;
            counts[then, step]++;
            if (step == 3)
                landed = Math.Min(landed, then);
            if (step < 3)
                Go(then, step == 1 ? decider : offer, step + 1);
        }
    }

    private static double Logit(Random dice, double middle, double spread) => 1 / (1 + Math.Exp(-(Math.Log(middle / (1 - middle)) + (spread * Normal(dice)))));

    private static double Normal(Random dice) => Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble());

    private static int Poisson(Random dice, double mean)
    {
        var (count, left) = (0, Math.Exp(-Math.Min(mean, 500)));
        for (var product = dice.NextDouble(); product > left; product *= dice.NextDouble())
            count++;
        return count;
    }
}
