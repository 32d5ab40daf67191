namespace Kith.App.Tests.Fixtures;

/// <summary>
/// A clock that stands where the test puts it and moves a millisecond at each look, so that no two acts share an instant. It starts in the
/// future, because a browser forgets cookies that are past their date.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private long milliseconds = new DateTimeOffset(2030, 3, 6, 9, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The day it shows, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Interlocked.Increment(ref milliseconds));

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref milliseconds, (long)time.TotalMilliseconds);
}
