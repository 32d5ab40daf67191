namespace Kith.Domain.Ratings;

/// <summary>Which contacts are conversations that leave an impression.</summary>
public static class Conversations
{
    /// <summary>Days back in which one may still be asked how it went.</summary>
    public const int Days = 30;

    /// <summary>Promises that one conversation may bring at a time.</summary>
    public const int MostPromises = 5;

    /// <summary>Days a promise has unless another day is said.</summary>
    public const int PromiseDays = 7;

    /// <summary>True for a contact in which both spoke: a meeting, a call, a talk at an event.</summary>
    public static bool IsOne(Channel channel, Direction direction) => direction == Direction.Both && (channel is Channel.Meeting or Channel.Call or Channel.Event);

    /// <summary>The promises in a text, one a line; what is empty is none.</summary>
    public static IReadOnlyList<string> Promises(string? lines) => [.. (lines ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}
