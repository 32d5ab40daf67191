namespace Kith.Formats.Calendars;

/// <summary>How far recurring events are worked out.</summary>
public sealed record ExpansionLimits
{
    public static ExpansionLimits Default { get; } = new();

    /// <summary>Occurrences of all events together.</summary>
    public int MaxOccurrences { get; init; } = 100_000;

    /// <summary>Occurrences of one event.</summary>
    public int MaxPerEvent { get; init; } = 5_000;

    /// <summary>Days, weeks, months or years looked at for one event.</summary>
    public int MaxStepsPerEvent { get; init; } = 50_000;

    /// <summary>Days, weeks, months or years looked at for all events together.</summary>
    public int MaxSteps { get; init; } = 2_000_000;
}
