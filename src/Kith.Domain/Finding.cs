namespace Kith.Domain;

/// <summary>What a finding is about, for the places that look for one kind.</summary>
public enum FindingKind
{
    Fact,
    Follows,
    Skill,
    Language,
    WantedRole,
    WantedPlace,
    WantedIndustry,
    WantedOrganisation,
    Recommendation,
    Mission,
    Need,
    News,
    Cares,
    CommonGround,
}

/// <summary>A fact with its source and date about a person, an organisation or an event; about the owner when the person is the workspace's own.</summary>
public sealed class Finding : Entity, IAboutPerson
{
    public Guid? PersonId { get; set; }

    public Guid? OrganisationId { get; set; }

    public Guid? EventId { get; set; }

    /// <summary>The question it answers.</summary>
    public Guid? QuestionId { get; init; }

    public FindingKind Kind { get; init; }

    public required string Fact { get; set; }

    /// <summary>Where it was found: an address, or the name of the file it came from.</summary>
    public required string Source { get; set; }

    /// <summary>The day it was true or was found.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Natural key of the imported row, unique in the workspace.</summary>
    public string? SourceKey { get; init; }

    /// <inheritdoc/>
    public Guid? AboutPerson => PersonId;
}
