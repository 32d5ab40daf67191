namespace Kith.Domain;

/// <summary>What the user said about two people who may be one.</summary>
public enum DuplicateState
{
    /// <summary>Waits for an answer.</summary>
    Open,

    /// <summary>They are one, and were merged.</summary>
    Same,

    /// <summary>They are two, and are never asked about again.</summary>
    Different,
}

/// <summary>Two people who may be one: why, how likely, and what the user said.</summary>
public sealed class Duplicate : Entity
{
    /// <summary>The person with the smaller identifier, so that a pair is there once.</summary>
    public required Guid FirstId { get; init; }

    public required Guid SecondId { get; init; }

    /// <summary>Probability that the two are one, 0 to 1.</summary>
    public double Score { get; set; }

    /// <summary>Why, strongest first, one sentence a line.</summary>
    public required string Reasons { get; set; }

    public DuplicateState State { get; set; }

    /// <summary>The day on which it is asked about again.</summary>
    public DateOnly? LaterUntil { get; set; }

    /// <summary>The pair of two people, whichever way they are named.</summary>
    public static (Guid First, Guid Second) Pair(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);
}
