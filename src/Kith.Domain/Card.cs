namespace Kith.Domain;

/// <summary>A variant of the user's own card. What is null is not on it: it reveals only what is written here.</summary>
public sealed class Card : Entity
{
    /// <summary>Bytes of a photo at most, so that the page stays under 20 KiB.</summary>
    public const int MostPhotoBytes = 12 * 1024;

    /// <summary>What the user calls the variant: "Recruiters".</summary>
    public required string Variant { get; set; }

    /// <summary>The audience it is meant for.</summary>
    public Guid? AudienceId { get; set; }

    public required string FullName { get; set; }

    public string? Title { get; set; }

    public string? Organisation { get; set; }

    /// <summary>One line about what the user does for whom.</summary>
    public string? Line { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Website { get; set; }

    public string? LinkedIn { get; set; }

    /// <summary>JPEG, PNG or WebP.</summary>
    public byte[]? Photo { get; set; }

    /// <summary>Media type of the photo.</summary>
    public string? PhotoType { get; set; }

    /// <summary>True when whoever opens it may write back.</summary>
    public bool TakesReplies { get; set; } = true;

    /// <summary>When it was withdrawn (UTC): its pages answer no more.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public DateTime CreatedAt { get; init; }
}

/// <summary>One handing over of a card: its own address, so that it can be told who opened it.</summary>
public sealed class HandOut : Entity, IAboutPerson
{
    public required Guid CardId { get; init; }

    /// <summary>Whom it was given to; null while that is not known, as on a sign that everybody scans.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The event at which it was given.</summary>
    public Guid? EventId { get; set; }

    /// <summary>The exchange it stands for.</summary>
    public Guid? ExchangeId { get; set; }

    /// <summary>The secret part of its address, unique in the workspace.</summary>
    public required string Token { get; init; }

    /// <summary>The day it was given.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What the user calls it where nobody is named: "Badge at DataConf".</summary>
    public string? Label { get; set; }

    /// <inheritdoc/>
    public Guid? AboutPerson => PersonId;
}

/// <summary>What was done at the address of a hand-out.</summary>
public enum VisitKind
{
    Opened,
    Saved,
    WroteBack,
}

/// <summary>One visit of the page of a hand-out. It says when, and nothing about who.</summary>
public sealed class CardVisit : Row
{
    public required Guid HandOutId { get; init; }

    public required VisitKind Kind { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }
}

/// <summary>Where a reply to a card stands.</summary>
public enum ReplyState
{
    New,
    Accepted,
    Dismissed,
}

/// <summary>What somebody wrote on the user's card: "here is mine". A stranger wrote it, so nothing follows from it before the user accepts it.</summary>
public sealed class CardReply : Entity
{
    public required Guid HandOutId { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Headline { get; init; }

    public string? Note { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime At { get; init; }

    public ReplyState State { get; set; }

    /// <summary>Whom it was accepted as.</summary>
    public Guid? PersonId { get; set; }
}
