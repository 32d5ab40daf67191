namespace Kith.Domain.Strength;

/// <summary>How far a relationship has come, derived from its history and never typed in.</summary>
public enum Stage
{
    Identified,
    Contacted,
    Conversed,
    Reciprocal,
    Advocate,
}

/// <summary>The rules by which evidence makes a stage.</summary>
public static class Stages
{
    /// <summary>Years of silence after which a tie is dormant (Walter, Levin, Murnighan 2015).</summary>
    public const int DormantYears = 3;

    /// <summary>Days apart that make two conversations two: a chat over one evening is one.</summary>
    private const int ReciprocalDays = 2;

    /// <summary>
    /// Identified: no interaction. Contacted: one side turned to the other. Conversed: both sides did, or they met or talked.
    /// Reciprocal: both did on at least two different days each. Advocate: the person vouched for the user in writing.
    /// </summary>
    public static Stage Of(IReadOnlyCollection<Contact> history)
    {
        if (history.Count == 0)
            return Stage.Identified;
        if (history.Any(c => c is { Channel: Channel.Recommendation, Direction: Direction.In }))
            return Stage.Advocate;
        var theirs = Days(history, Direction.Out);
        var mine = Days(history, Direction.In);
        return (Math.Min(mine, theirs)) switch
        {
            0 => Stage.Contacted,
            < ReciprocalDays => Stage.Conversed,
            _ => Stage.Reciprocal,
        };
    }

    /// <summary>True when the two were in contact once and have been silent for <see cref="DormantYears"/> years.</summary>
    public static bool IsDormant(DateTime? lastContact, DateTime now) => lastContact < now.AddYears(-DormantYears);

    private static int Days(IReadOnlyCollection<Contact> history, Direction without) =>
        history.Where(c => c.Direction != without).Select(c => c.At.Date).Distinct().Take(ReciprocalDays).Count();
}

/// <summary>The part of an interaction that stage, strength and rhythm are computed from.</summary>
public readonly record struct Contact(DateTime At, Channel Channel, Direction Direction);
