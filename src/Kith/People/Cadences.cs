using Kith.Domain;

namespace Kith.People;

/// <summary>The rhythms a user can choose to stay in touch.</summary>
public static class Cadences
{
    /// <summary>The presets in days, 0 for none, with their words.</summary>
    public static readonly IReadOnlyList<(int Days, string Text)> Presets =
    [
        (0, "No reminder"), (7, "Every week"), (14, "Every 2 weeks"), (30, "Every month"), (60, "Every 2 months"), (90, "Every 3 months"),
        (180, "Every 6 months"), (365, "Every year"),
    ];

    /// <summary>The days of a preset; null for none. Other numbers are refused.</summary>
    public static int? Checked(int? days) => days switch
    {
        null or 0 => null,
        { } some when Presets.Any(p => p.Days == some) => some,
        _ => throw new RefusedException("cadence.unknown-preset", "Choose 7, 14, 30, 60, 90, 180 or 365 days, or none."),
    };

    /// <summary>The words for a number of days.</summary>
    public static string Say(int? days) => Presets.FirstOrDefault(p => p.Days == (days ?? 0)).Text ?? $"Every {days} days";
}
