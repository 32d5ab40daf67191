using System.CommandLine;
using System.Globalization;
using Kith.Benchmarks.Ties;
using Kith.Domain.Strength;

namespace Kith.Benchmarks;

/// <summary>How well strength tells who will be in contact, against plain scores, on a network whose future is known.</summary>
internal static class StrengthBench
{
    private static readonly Option<FileInfo> Events = new("--events") { Description = "Lines: source target unix-seconds; .gz too", Required = true };

    private static readonly Option<double> Horizon = new("--horizon-days") { Description = "Days ahead", DefaultValueFactory = _ => TieHistory.Horizon };

    private static readonly Option<string> Cutoffs = new("--cutoffs") { Description = "Unix seconds, separated by commas; else three steps through the last half" };

    private static readonly Option<FileInfo> Egos = new("--egos") { Description = "Count these egos alone: a number or name a line" };

    private static readonly Option<long> After = new("--after") { Description = "Leave out times up to this one (unix seconds)" };

    private static readonly Option<bool> Distinct = new("--distinct") { Description = "Leave out exact repeats" };

    private static readonly Option<string> Model = new("--model") { Description = "Other constants than the shipped ones: intercept,weights... as fit prints them" };

    internal static Command Command() => new Command("strength", "Tell who will be in contact, on a network of messages") { Events, Horizon, Cutoffs, Egos, After, Distinct, Model }.Measures((parsed, _) => Task.FromResult(Run(parsed)));

    private static object Run(ParseResult parsed)
    {
        var horizon = parsed.GetValue(Horizon);
        var network = TieNetwork.Read(parsed.GetValue(Events)!, parsed.GetValue(After), parsed.GetValue(Egos));
        if (parsed.GetValue(Distinct))
            network.DropRepeats();
        var cutoffs = parsed.GetValue(Cutoffs) is { } given ? Numbers(given) : network.Cutoffs(horizon);
        var model = parsed.GetValue(Model) is { } constants ? TieFit.Parse(constants) : TieModel.Shipped;
        var slices = cutoffs.Select(cutoff => new Slice(cutoff, network.At(cutoff, horizon), model)).ToList();
        return new
        {
            cutoffs,
            horizonDays = horizon,
            any = Label(slices, tie => tie.IsAny, isProbability: false),
            reciprocal = Label(slices, tie => tie.IsReciprocal, isProbability: true),
        };
    }

    internal static long[] Numbers(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => long.Parse(n, CultureInfo.InvariantCulture))];

    private static object Label(List<Slice> slices, Func<Tie, bool> came, bool isProbability)
    {
        var all = slices.SelectMany(s => s.Scored((i, _) => s.Chances[i], came)).ToList();
        var ranked = Means(slices, (slice, i, _) => slice.Chances[i], came);
        return new
        {
            pairs = all.Count,
            @base = Print.Round(all.Average(s => s.Came ? 1.0 : 0), 4),
            model = new
            {
                ranked.auc,
                ranked.ap,
                ranked.perEgoAuc,
                ranked.perEgoAp,
                // The model tells the chance of contact both ways; of any contact it tells only the order.
                brier = isProbability ? Print.Round(Measures.Brier(all), 4) : (double?)null,
                ece = isProbability ? Print.Round(Measures.CalibrationError(all), 4) : (double?)null,
            },
            baselines = Baselines.All.ToDictionary(b => b.Name, b => Means(slices, (slice, _, tie) => b.Score(tie, slice.Cutoff), came)),
        };
    }

    private static Figures Means(List<Slice> slices, Func<Slice, int, Tie, double> score, Func<Tie, bool> came)
    {
        var each = slices.ConvertAll(slice => slice.Scored((i, tie) => score(slice, i, tie), came));
        var (over, within) = (each.ConvertAll(Measures.Rank), each.ConvertAll(Measures.RankWithin));
        return new(Print.Round(over.Average(r => r.Auc), 4), Print.Round(over.Average(r => r.Ap), 4), Print.Round(within.Average(r => r.Auc), 4), Print.Round(within.Average(r => r.Ap), 4));
    }

    private sealed record Figures(double auc, double ap, double perEgoAuc, double perEgoAp);

    /// <summary>The ties at one cut-off with the chances the model gives them.</summary>
    private sealed class Slice(long cutoff, IReadOnlyList<Tie> ties, TieModel model)
    {
        internal long Cutoff => cutoff;

        internal IReadOnlyList<double> Chances { get; } = [.. Described.Of(ties, cutoff).Select(d => 1 / (1 + Math.Exp(-model.LogOdds(d))))];

        internal IReadOnlyList<Measures.Scored> Scored(Func<int, Tie, double> score, Func<Tie, bool> came) =>
            [.. ties.Select((tie, i) => new Measures.Scored(tie.Ego, score(i, tie), came(tie))).Where((_, i) => ties[i].IsCounted)];
    }
}
