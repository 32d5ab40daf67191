using System.Diagnostics;

namespace Kith.Benchmarks;

/// <summary>Watches how much memory this process holds while something runs.</summary>
internal sealed class Memory : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource done = new();
    private readonly Task watching;
    private long top;

    internal Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Before = top = Resident();
        watching = Task.Run(Watch);
    }

    /// <summary>Bytes held at the beginning.</summary>
    internal long Before { get; }

    /// <summary>The most that was added since, in megabytes.</summary>
    internal double GrowthMb => Print.Round((Math.Max(Interlocked.Read(ref top), Resident()) - Before) / 1e6, 1);

    /// <summary>Bytes this process holds in memory now.</summary>
    internal static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await watching;
        done.Dispose();
    }

    private async Task Watch()
    {
        while (!done.IsCancellationRequested)
        {
            Interlocked.Exchange(ref top, Math.Max(Interlocked.Read(ref top), Resident()));
            await Task.Delay(Interval, done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
