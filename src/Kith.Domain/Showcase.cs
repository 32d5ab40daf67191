namespace Kith.Domain;

/// <summary>Something the user says they can do: a skill that somebody may need.</summary>
public sealed class Claim : Entity
{
    /// <summary>Claims of one workspace at most: beyond this nobody could show them.</summary>
    public const int Most = 100;

    /// <summary>In the user's words, at most 200 characters.</summary>
    public required string Text { get; set; }

    /// <summary>Its place in the user's order, from 0.</summary>
    public int Place { get; set; }

    /// <summary>Natural key of the imported row, unique in the workspace.</summary>
    public string? SourceKey { get; init; }
}

/// <summary>What a piece of evidence is.</summary>
public enum EvidenceKind
{
    Story,
    Work,
    Talk,
    Recommendation,
}

/// <summary>Something that proves claims: a story in four parts with its numbers, or a piece of work, a talk, a recommendation.</summary>
public sealed class Evidence : Entity
{
    /// <summary>Bytes of an attached file at most.</summary>
    public const int MostFileBytes = 5 * 1024 * 1024;

    public required EvidenceKind Kind { get; set; }

    /// <summary>What the user calls it, at most 200 characters.</summary>
    public required string Title { get; set; }

    /// <summary>Where it was and what was at stake.</summary>
    public string? Situation { get; set; }

    /// <summary>What the user was to do.</summary>
    public string? Task { get; set; }

    /// <summary>What the user did.</summary>
    public string? Action { get; set; }

    /// <summary>What came of it.</summary>
    public string? Result { get; set; }

    /// <summary>The figures that show it: "from 9 to 6 per cent in a year".</summary>
    public string? Numbers { get; set; }

    public string? Url { get; set; }

    /// <summary>Name of the attached file.</summary>
    public string? FileName { get; set; }

    /// <summary>Media type of the attached file.</summary>
    public string? FileType { get; set; }

    public byte[]? File { get; set; }

    /// <summary>When it was, as far as the day is known.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Natural key of the imported row, unique in the workspace.</summary>
    public string? SourceKey { get; init; }
}

/// <summary>That a piece of evidence proves a claim.</summary>
public sealed class Proof : Entity
{
    public required Guid ClaimId { get; init; }

    public required Guid EvidenceId { get; init; }
}

/// <summary>That a claim answers a need of an organisation, which is a finding.</summary>
public sealed class NeedMatch : Entity
{
    public required Guid FindingId { get; init; }

    public required Guid ClaimId { get; init; }
}

/// <summary>How a piece of evidence was shown.</summary>
public enum ShowingWay
{
    Message,
    Meeting,
    Call,
    CardVisit,
    Event,
}

/// <summary>Which evidence was shown to whom, when and how, and for which claim.</summary>
public sealed class Showing : PersonPart
{
    public required Guid ClaimId { get; init; }

    /// <summary>What was shown; null where only the claim was made.</summary>
    public Guid? EvidenceId { get; init; }

    public required ShowingWay Way { get; set; }

    public required DateOnly On { get; set; }

    /// <summary>The contact in which it was shown.</summary>
    public Guid? InteractionId { get; init; }

    /// <summary>What they said to it.</summary>
    public string? Note { get; set; }
}

/// <summary>What the user would bring to an opening: their mission and need, the user's claim, the evidence for it.</summary>
public sealed class Contribution : Entity
{
    public required Guid OpportunityId { get; init; }

    public required Guid ClaimId { get; set; }

    public Guid? EvidenceId { get; set; }

    /// <summary>What they are there for, as the user puts it.</summary>
    public string? Mission { get; set; }

    /// <summary>What they need, as the user puts it.</summary>
    public required string Need { get; set; }

    /// <summary>The statement itself, in the user's words.</summary>
    public required string Text { get; set; }
}
