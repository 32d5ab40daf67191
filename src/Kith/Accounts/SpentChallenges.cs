using System.Collections.Concurrent;

namespace Kith.Accounts;

/// <summary>
/// The challenges that passkeys have answered. A challenge travels in a protected cookie, so whoever stole cookie and answer together could
/// use them a second time; this remembers them for longer than the cookie lives.
/// </summary>
public sealed class SpentChallenges(TimeProvider clock)
{
    private static readonly TimeSpan kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> spent = new();

    /// <summary>Uses a challenge up; false when it was used before.</summary>
    public bool Spend(string challenge)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, at) in spent)
            if (now - at > kept)
                spent.TryRemove(old, out _);
        return spent.TryAdd(challenge, now);
    }
}
