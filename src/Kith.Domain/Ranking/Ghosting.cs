namespace Kith.Domain.Ranking;

/// <summary>What silence says: after two unanswered messages a person comes up half as much, after three not at all until they answer.</summary>
public static class Ghosting
{
    /// <summary>Days that unanswered messages are counted over.</summary>
    public const int Days = 30;

    /// <summary>Unanswered messages that halve the priority.</summary>
    public const int Halves = 2;

    /// <summary>Unanswered messages after which the user should stop.</summary>
    public const int Stops = 3;

    /// <summary>True where one more message would be one too many. What the user promised is theirs to keep all the same.</summary>
    public static bool Stopped(Candidate candidate) => candidate.Unanswered >= Stops && candidate.Kind != ActionKind.KeepPromise;

    internal static Reason? Of(Candidate candidate) => candidate.Unanswered >= Halves && candidate.Kind != ActionKind.KeepPromise
        ? new("silence", $"{candidate.Unanswered} messages in {Days} days without an answer", 0.5)
        : null;
}
