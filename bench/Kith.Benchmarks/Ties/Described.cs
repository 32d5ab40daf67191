using Kith.Domain.Strength;

namespace Kith.Benchmarks.Ties;

/// <summary>The model's variables of ties, each seen with the habits of its own ego.</summary>
internal static class Described
{
    internal static IReadOnlyList<double[]> Of(IReadOnlyList<Tie> ties, long cutoff)
    {
        var now = TieNetwork.Time(cutoff);
        var habits = ties.GroupBy(tie => tie.Ego).ToDictionary(g => g.Key, g => Habits.Of(g.Select(tie => tie.History), now));
        return [.. ties.Select(tie => TieModel.Describe(tie.History, habits[tie.Ego], now))];
    }
}
