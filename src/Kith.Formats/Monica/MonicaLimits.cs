namespace Kith.Formats.Monica;

/// <summary>What an export of Monica may hold before it is refused.</summary>
public sealed record MonicaLimits
{
    public static MonicaLimits Default { get; } = new();

    /// <summary>The whole file is held in memory, with its pictures; bytes.</summary>
    public int MaxBytes { get; init; } = 256 << 20;

    public int MaxDepth { get; init; } = 64;
}
