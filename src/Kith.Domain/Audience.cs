namespace Kith.Domain;

/// <summary>What somebody has to say in the decision about a role.</summary>
public enum DecisionRole
{
    DecisionMaker,
    Champion,
    Evaluator,
    Influencer,
    Recruiter,
    Peer,
}

/// <summary>Who matters for a goal: saved criteria over people. A criterion that is null does not count.</summary>
public sealed class Audience : Entity
{
    /// <summary>The goal it serves; null where it serves them all.</summary>
    public Guid? GoalId { get; set; }

    public required string Name { get; set; }

    /// <summary>Words of titles, separated by commas; one of them is enough.</summary>
    public string? Titles { get; set; }

    /// <summary>Words of industries, separated by commas; one of them is enough.</summary>
    public string? Fields { get; set; }

    /// <summary>Words of places, separated by commas; one of them is enough.</summary>
    public string? Places { get; set; }

    /// <summary>A tag they carry.</summary>
    public string? Tag { get; set; }

    /// <summary>What they have to say in the decision.</summary>
    public DecisionRole? Role { get; set; }

    /// <summary>True when only people count whose title usually decides about hiring.</summary>
    public bool DecidersOnly { get; set; }

    /// <summary>True when only people at target organisations count.</summary>
    public bool AtTargetsOnly { get; set; }
}

/// <summary>What a person has to say in an organisation's decision.</summary>
public sealed class Stakeholder : PersonPart
{
    public required Guid OrganisationId { get; init; }

    public required DecisionRole Role { get; set; }
}
