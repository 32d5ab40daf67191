namespace Kith.Domain;

/// <summary>A company, school, association or authority.</summary>
public sealed class Organisation : Entity, ITrashable
{
    public required string Name { get; set; }

    /// <summary>The folded name (see <see cref="Folding.Fold"/>) by which imports find it again.</summary>
    public required string NameKey { get; set; }

    public string? Website { get; set; }

    public string? Industry { get; set; }

    public string? Place { get; set; }

    public string? Notes { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <inheritdoc/>
    public DateTime? TrashedAt { get; set; }
}

/// <summary>Whether somebody works or studies at an organisation.</summary>
public enum PositionKind
{
    Work,
    Education,
}

/// <summary>A person at an organisation; several at once are normal.</summary>
public sealed class Position : PersonPart
{
    public Guid? OrganisationId { get; set; }

    public PositionKind Kind { get; init; }

    /// <summary>Job title, or degree for <see cref="PositionKind.Education"/>.</summary>
    public string? Title { get; set; }

    public string? Department { get; set; }

    public string? Description { get; set; }

    /// <summary>First day; the first of the month or year where only that is known.</summary>
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public bool IsCurrent { get; set; }

    /// <summary>Ends a current position on the day a newer one became known.</summary>
    public void End(DateOnly on)
    {
        IsCurrent = false;
        To = From > on ? From : on;
    }
}
