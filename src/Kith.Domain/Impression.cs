namespace Kith.Domain;

/// <summary>What the user thinks a conversation left behind: three ratings and one line.</summary>
public sealed class Impression : PersonPart
{
    /// <summary>The highest rating; the lowest is 1.</summary>
    public const int Best = 5;

    /// <summary>The conversation it is about.</summary>
    public required Guid InteractionId { get; init; }

    /// <summary>Could they say what the user does, 1-5.</summary>
    public int? Clarity { get; set; }

    /// <summary>Was it worth their time, 1-5.</summary>
    public int? Usefulness { get; set; }

    /// <summary>Did the two get on, 1-5.</summary>
    public int? Warmth { get; set; }

    /// <summary>One line to oneself.</summary>
    public string? Line { get; set; }

    /// <summary>What they asked.</summary>
    public string? Asked { get; set; }

    public required DateOnly On { get; set; }
}

/// <summary>A link that asks the other one the first two questions of an impression. It has one use and ends by itself.</summary>
public sealed class Feedback : PersonPart
{
    /// <summary>Days it can be answered.</summary>
    public const int Days = 14;

    public required Guid ImpressionId { get; init; }

    /// <summary>The secret part of its address, unique in the workspace.</summary>
    public required string Token { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When it can be answered no more (UTC).</summary>
    public required DateTime ExpiresAt { get; set; }

    /// <summary>When it was answered (UTC).</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>Did they understand what the user does, 1-5.</summary>
    public int? Clarity { get; set; }

    /// <summary>Was it worth their time, 1-5.</summary>
    public int? Usefulness { get; set; }

    /// <summary>True while it can be answered at that instant (UTC).</summary>
    public bool IsOpenAt(DateTime now) => AnsweredAt is null && now < ExpiresAt;
}
