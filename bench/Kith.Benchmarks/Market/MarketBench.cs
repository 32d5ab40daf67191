using System.CommandLine;
using Kith.Domain.Funnel;

namespace Kith.Benchmarks.Market;

/// <summary>
/// Whether the order of Today leads to the goal: the same invented searches lived through by Kith's order and by those of other tools. The rates
/// are in <see cref="Chances"/>; what it can show is that the order does what it means to, not that the market is like this.
/// </summary>
internal static class MarketBench
{
    private static readonly Option<int> Seeds = new("--seeds") { Description = "Invented searches", HelpName = "N", DefaultValueFactory = _ => 500 };

    private static readonly Option<int> People = Arguments.People(500);

    internal static Command Command() => new Command("market", "Live through invented searches by several orders") { Seeds, People }
        .Measures((parsed, _) => Task.FromResult(Run(parsed.GetValue(Seeds), parsed.GetValue(People))));

    private static object Run(int seeds, int known)
    {
        var lived = Orders.All.ToDictionary(o => o.Name, o => Enumerable.Range(1, seeds).AsParallel().AsOrdered().Select(seed => Outcome.Of(Search.Run((ulong)seed, known, o.Order))).ToList());
        var kith = lived["kith"];
        return new { searches = seeds, people = known, days = Search.Days, orders = Orders.All.ToDictionary(o => o.Name, o => Tell(lived[o.Name], kith)) };
    }

    private sealed record Outcome(int? Landed, int Messages, int Talks, int DeciderTalks, int Introductions)
    {
        internal static Outcome Of(Search s) => new(s.Landed, s.Messages, s.Talks, s.DeciderTalks, s.Introductions);
    }

    private static object Tell(List<Outcome> order, List<Outcome> kith)
    {
        var reached = new Rate(order.Count(o => o.Landed is not null), order.Count);
        var interval = reached.Wilson();
        var paired = Paired([.. kith.Zip(order, (k, o) => (k.Landed is null ? 0 : 1) - (o.Landed is null ? 0.0 : 1))]);
        return new
        {
            reached = reached.Successes,
            share = Print.Round(reached.Share!.Value, 3),
            low = Print.Round(interval.Low, 3),
            high = Print.Round(interval.High, 3),
            kithLess = new { difference = paired.Mean, low = paired.Low, high = paired.High },
            messages = Mean(o => o.Messages),
            conversations = Mean(o => o.Talks),
            withDeciders = Mean(o => o.DeciderTalks),
            introductions = Mean(o => o.Introductions),
        };

        double Mean(Func<Outcome, int> what) => Print.Round(order.Average(what), 1);
    }

    // The same searches under both orders, so the differences are paired: mean and 95 % interval by the normal law.
    private static (double Mean, double Low, double High) Paired(double[] differences)
    {
        var mean = differences.Average();
        var half = 1.96 * Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / Math.Max(1, differences.Length - 1) / differences.Length);
        return (Print.Round(mean, 3), Print.Round(mean - half, 3), Print.Round(mean + half, 3));
    }
}
