using System.Collections.Concurrent;

namespace Kith.App.Tests.Fixtures;

/// <summary>
/// A clock that stands where the test puts it and moves a millisecond at each look, so that no two acts share an instant. It starts in the
/// future, because a browser forgets cookies that are past their date.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private readonly ConcurrentDictionary<Timer, bool> timers = [];
    private long milliseconds = new DateTimeOffset(2030, 3, 6, 9, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The day it shows, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Interlocked.Increment(ref milliseconds));

    /// <summary>Lets time pass; what waits for this clock wakes.</summary>
    public void Pass(TimeSpan time)
    {
        Interlocked.Add(ref milliseconds, (long)time.TotalMilliseconds);
        foreach (var timer in timers.Keys)
            timer.Look(GetUtcNow());
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        timers[timer] = true;
        return timer;
    }

    private sealed class Timer(TestClock clock, Action ring) : ITimer
    {
        private DateTimeOffset? due;
        private TimeSpan period;

        public bool Change(TimeSpan dueTime, TimeSpan every)
        {
            (due, period) = (dueTime < TimeSpan.Zero ? null : clock.GetUtcNow() + dueTime, every);
            return true;
        }

        public void Look(DateTimeOffset now)
        {
            if (due is null || now < due)
                return;
            due = period > TimeSpan.Zero ? now + period : null;
            ring();
        }

        public void Dispose() => clock.timers.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
