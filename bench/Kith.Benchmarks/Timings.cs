using System.Diagnostics;

namespace Kith.Benchmarks;

/// <summary>Durations of one operation repeated many times.</summary>
internal sealed class Timings
{
    private readonly List<double> milliseconds = [];
    private readonly TimeSpan before = Cpu();

    internal int Count => milliseconds.Count;

    internal async Task<T> Measure<T>(Func<Task<T>> act)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await act();
        milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return result;
    }

    internal void Add(double duration) => milliseconds.Add(duration);

    /// <summary>Processor time of the whole process for one run, in milliseconds: what a busy machine cannot blur.</summary>
    internal double CpuMs => Print.Round((Cpu() - before).TotalMilliseconds / Count);

    /// <summary>The duration that this share of all runs stays within (nearest rank).</summary>
    internal double Percentile(double share)
    {
        var sorted = milliseconds.Order().ToList();
        return sorted.Count == 0 ? double.NaN : Print.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)]);
    }

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
