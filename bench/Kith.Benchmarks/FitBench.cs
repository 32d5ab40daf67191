using System.CommandLine;
using Kith.Benchmarks.Ties;

namespace Kith.Benchmarks;

/// <summary>Fits the constants of strength on several networks, all together and leaving each out in turn.</summary>
internal static class FitBench
{
    private static readonly Option<string[]> Networks = new("--network")
    {
        Description = "FILE;HORIZON-DAYS;CUTOFF,CUTOFF...[;AFTER]: as the options of strength; name it once for each network",
        Required = true,
    };

    internal static Command Command() => new Command("fit", "Fit the constants of strength") { Networks }.Measures((parsed, _) => Task.FromResult(Run(parsed)));

    private static object Run(ParseResult parsed)
    {
        var networks = parsed.GetValue(Networks)!.Select(n => n.Split(';')).Select(n => (File: Path.GetFileName(n[0]), Examples: Examples(n))).ToList();
        return new
        {
            all = TieFit.Print(TieFit.Fit([.. networks.SelectMany(n => n.Examples)])),
            without = networks.ToDictionary(n => n.File, n => TieFit.Print(TieFit.Fit([.. networks.Where(other => other != n).SelectMany(other => other.Examples)]))),
        };
    }

    // Every cut-off weighs the same, however many pairs it has.
    private static List<TieFit.Example> Examples(string[] network)
    {
        var horizon = double.Parse(network[1], System.Globalization.CultureInfo.InvariantCulture);
        var read = TieNetwork.Read(new(network[0]), network.Length > 3 ? long.Parse(network[3], System.Globalization.CultureInfo.InvariantCulture) : 0, egos: null);
        if (network.Length > 3)
            read.DropRepeats();
        return [.. StrengthBench.Numbers(network[2]).SelectMany(cutoff =>
        {
            var ties = read.At(cutoff, horizon);
            return Described.Of(ties, cutoff).Select((d, i) => new TieFit.Example(d, ties[i].IsReciprocal, 1.0 / ties.Count));
        })];
    }
}
