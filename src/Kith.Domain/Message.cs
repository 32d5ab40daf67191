using Kith.Domain.Linting;

namespace Kith.Domain;

/// <summary>A text with variables that the user keeps for messages of one kind; those that come with Kith are no rows.</summary>
public sealed class MessageTemplate : Entity
{
    /// <summary>Templates of one workspace at most.</summary>
    public const int Most = 200;

    public required string Name { get; set; }

    public required MessageKind Kind { get; set; }

    /// <summary>The subject line with its variables; null where the kind has none.</summary>
    public string? Subject { get; set; }

    /// <summary>The text in Liquid, at most 8,000 characters.</summary>
    public required string Body { get; set; }
}

/// <summary>A message the user writes to a person: a draft until they say that they sent it. Kith itself sends nothing.</summary>
public sealed class WrittenMessage : PersonPart
{
    public required MessageKind Kind { get; set; }

    public string? Subject { get; set; }

    public required string Text { get; set; }

    /// <summary>The template it was begun with, by name.</summary>
    public string? Template { get; set; }

    /// <summary>The loop it is to close.</summary>
    public Guid? LoopId { get; init; }

    /// <summary>The introduction it is a step of.</summary>
    public Guid? IntroductionId { get; init; }

    /// <summary>The contact that sending it was: set when the user says that they sent it.</summary>
    public Guid? InteractionId { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When the user said that they sent it (UTC); null while it is a draft.</summary>
    public DateTime? SentAt { get; set; }
}
