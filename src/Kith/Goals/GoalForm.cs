namespace Kith.Goals;

/// <summary>What the four steps of the goal send, each with the answers of the others.</summary>
public sealed class GoalForm
{
    /// <summary>How many steps there are.</summary>
    public const int Steps = 4;

    /// <summary>The step that was filled in, from 1.</summary>
    public int Step { get; set; } = 1;

    /// <summary>Which button was pressed: <c>next</c>, <c>back</c> or <c>save</c>.</summary>
    public string? Go { get; set; }

    public string? RoleFamily { get; set; }

    public string? Field { get; set; }

    public string? Place { get; set; }

    public DateOnly? Deadline { get; set; }

    public int? WeeklyHours { get; set; }

    public string? SuccessTest { get; set; }

    public string? Criteria { get; set; }

    /// <summary>Names of organisations, one a line.</summary>
    public string? Targets { get; set; }

    /// <summary>Chosen suggestions.</summary>
    public List<string>? Suggested { get; set; }

    /// <summary>Typed and chosen organisations together.</summary>
    public IReadOnlyList<string> Names => [.. (Targets ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), .. Suggested ?? []];

    /// <summary>The step that follows the pressed button.</summary>
    public int NextStep => Math.Clamp(Go == "back" ? Step - 1 : Step + 1, 1, Steps);
}
