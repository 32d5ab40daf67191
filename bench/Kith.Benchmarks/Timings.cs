using System.Diagnostics;

namespace Kith.Benchmarks;

/// <summary>Durations of one operation repeated many times.</summary>
internal sealed class Timings
{
    private readonly List<double> milliseconds = [];

    internal int Count => milliseconds.Count;

    internal async Task<T> Measure<T>(Func<Task<T>> act)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await act();
        milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return result;
    }

    internal void Add(double duration) => milliseconds.Add(duration);

    /// <summary>The duration that this share of all runs stays within (nearest rank).</summary>
    internal double Percentile(double share)
    {
        var sorted = milliseconds.Order().ToList();
        return sorted.Count == 0 ? double.NaN : Print.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)]);
    }
}
