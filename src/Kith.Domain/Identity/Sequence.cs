namespace Kith.Domain.Identity;

/// <summary>Numbers that look random and are the same every time (SplitMix64).</summary>
internal struct Sequence
{
    private ulong state;

    /// <summary>A number from 0 to below.</summary>
    internal int Next(int below)
    {
        state = unchecked(state + 0x9e3779b97f4a7c15ul);
        return (int)(BlockingKeys.Mix(state) % (ulong)below);
    }
}
