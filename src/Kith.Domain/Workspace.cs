using Kith.Domain.Strength;

namespace Kith.Domain;

/// <summary>All data of one user; the unit of tenancy.</summary>
public sealed class Workspace
{
    /// <summary>Client-made version-7 identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; set; }

    /// <summary>IANA time zone in which the user's days begin and end.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>ISO 3166 country whose public holidays count, or null.</summary>
    public string? Country { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>The time (UTC) that the stored strengths of ties speak of; null before they were first computed.</summary>
    public DateTime? StrengthAsOf { get; set; }

    /// <summary>See <see cref="Habits.Known"/>, as of <see cref="StrengthAsOf"/>.</summary>
    public int TiesKnown { get; set; }

    /// <summary>See <see cref="Habits.Kept"/>.</summary>
    public int TiesKept { get; set; }

    /// <summary>See <see cref="Habits.Touched"/>.</summary>
    public int TiesTouched { get; set; }
}
