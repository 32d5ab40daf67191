namespace Kith.Domain;

/// <summary>Two people who know each other, as the user or a source states it: <see cref="OtherId"/> is the person's <see cref="Kind"/>.</summary>
public sealed class Acquaintance : PersonPart
{
    /// <summary>The longest kind, in characters.</summary>
    public const int MostLetters = 60;

    // What somebody is to a person, and what the person is to them; a word that is not here is the same both ways.
    private static readonly (string One, string Other)[] Sides =
    [
        ("boss", "report"), ("manager", "report"), ("subordinate", "boss"), ("mentor", "mentee"), ("protege", "mentor"), ("teacher", "student"), ("client", "supplier"), ("parent", "child"),
        ("stepparent", "stepchild"), ("grandparent", "grandchild"), ("uncle", "nephew"), ("godfather", "godson"),
    ];

    /// <summary>The other person.</summary>
    public required Guid OtherId { get; set; }

    /// <summary>What the other person is to this one: <c>boss</c>, <c>partner</c>, <c>colleague</c>; null where it is only known that they know each other.</summary>
    public string? Kind { get; set; }

    /// <summary>Natural key of the imported row, unique in the workspace.</summary>
    public string? SourceKey { get; init; }

    /// <summary>The kind as the other person has it: the boss of a report, the child of a parent.</summary>
    public static string? Reverse(string? kind)
    {
        foreach (var (one, other) in Sides)
            if (string.Equals(kind, one, StringComparison.OrdinalIgnoreCase))
                return other;
        foreach (var (one, other) in Sides)
            if (string.Equals(kind, other, StringComparison.OrdinalIgnoreCase))
                return one;
        return kind;
    }
}
