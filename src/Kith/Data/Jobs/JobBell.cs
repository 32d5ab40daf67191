namespace Kith.Data.Jobs;

/// <summary>Wakes the worker of this process at once; workers elsewhere find the job when they next look.</summary>
public sealed class JobBell : IDisposable
{
    private readonly SemaphoreSlim bell = new(0, 1);

    /// <summary>Says that a job was committed.</summary>
    public void Ring()
    {
        if (bell.CurrentCount == 0)
            try
            {
                bell.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else rang in the same moment; one ring is enough.
            }
    }

    /// <inheritdoc/>
    public void Dispose() => bell.Dispose();

    internal Task Wait(TimeSpan atMost, CancellationToken ct) => bell.WaitAsync(atMost, ct);
}
