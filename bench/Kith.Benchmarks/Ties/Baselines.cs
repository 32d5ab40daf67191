namespace Kith.Benchmarks.Ties;

/// <summary>The plain scores that strength has to beat.</summary>
internal static class Baselines
{
    internal static readonly IReadOnlyList<(string Name, Func<Tie, long, double> Score)> All =
    [
        ("recency", (tie, _) => tie.Times.Max(Math.Abs)),
        ("frequency", (tie, _) => tie.Times.Count),
        ("decay30", (tie, now) => Decayed(tie, now, 30)),
        ("decay60", (tie, now) => Decayed(tie, now, 60)),
        ("decay90", (tie, now) => Decayed(tie, now, 90)),
        ("pingcrm", (tie, now) => PingCrm(tie.Times, now)),
    ];

    private static double Decayed(Tie tie, long now, double halfLifeDays) => tie.Times.Sum(t => Math.Pow(2, -Days(now - Math.Abs(t)) / halfLifeDays));

    /// <summary>PingCRM's score: reciprocity 0-4, recency 0-3, frequency 0-2, breadth 0-1 (one channel here: 0), tenure 0-2, capped at 10.</summary>
    /// <param name="times">Unix seconds, negative for what came in; at least one.</param>
    /// <param name="now">Unix seconds.</param>
    internal static double PingCrm(IReadOnlyCollection<long> times, long now)
    {
        var (sent, received) = (times.Count(t => t > 0), times.Count(t => t < 0));
        var reciprocity = 4.0 * Math.Min(sent, received) / Math.Max(sent, received);
        var recency = Days(now - times.Max(Math.Abs)) switch { <= 7 => 3, <= 30 => 2, <= 90 => 1, _ => 0 };
        var frequency = Math.Min(2, times.Count(t => Days(now - Math.Abs(t)) <= 90) / 5.0);
        var tenure = Math.Min(2, Days(now - times.Min(Math.Abs)) / 365 * 2);
        return Math.Min(10, reciprocity + recency + frequency + tenure);
    }

    private static double Days(long seconds) => seconds / (double)TimeSpan.SecondsPerDay;
}
