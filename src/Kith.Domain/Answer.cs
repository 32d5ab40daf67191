using Kith.Domain.Ranking;

namespace Kith.Domain;

/// <summary>What the user said to a row of Today: did it, or let it go. Later days learn from it, see <see cref="Lessons"/>.</summary>
public sealed class Answer : PersonPart
{
    public required ActionKind Action { get; init; }

    /// <summary>True when the user did it, here or elsewhere; false when they let it go.</summary>
    public required bool Taken { get; init; }

    /// <summary>Why it was let go.</summary>
    public string? Reason { get; init; }

    public required DateOnly On { get; init; }
}
