using Kith.Domain.Strength;

namespace Kith.Domain;

/// <summary>Somebody the user knows or wants to know.</summary>
public sealed class Person : Entity, IAboutPerson, ITrashable
{
    /// <summary>The whole name as it is shown; never empty.</summary>
    public required string FullName { get; set; }

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? AdditionalName { get; set; }

    /// <summary>Honorific before the name: "Dr".</summary>
    public string? Prefix { get; set; }

    /// <summary>What follows the name, credentials above all: "CFA".</summary>
    public string? Suffix { get; set; }

    public string? Nickname { get; set; }

    /// <summary>ISO date, or <c>--MM-DD</c> where the year is not known.</summary>
    public string? Birthday { get; set; }

    /// <summary>The user's own words about the person.</summary>
    public string? Notes { get; set; }

    /// <summary>The part of the LinkedIn profile address after <c>/in/</c>, lower case; the one stable key LinkedIn gives.</summary>
    public string? LinkedIn { get; set; }

    /// <summary>Days after the last real interaction at which the next is due; null when the user set no cadence.</summary>
    public int? CadenceDays { get; set; }

    /// <summary>Until this day the person is not suggested on Today, by the user's decision.</summary>
    public DateOnly? QuietUntil { get; set; }

    /// <summary>The person this one turned out to be, by a merge; everything about them hangs there, and this row keeps what it said.</summary>
    public Guid? MergedInto { get; set; }

    /// <summary>True for the one row that stands for the workspace's owner.</summary>
    public bool IsSelf { get; init; }

    /// <summary>When the row was made (UTC).</summary>
    public DateTime CreatedAt { get; init; }

    /// <inheritdoc/>
    public DateTime? TrashedAt { get; set; }

    /// <summary>Projection: what they do where, from the current position.</summary>
    public string? Headline { get; set; }

    /// <summary>Projection: the folded words a search finds the person by.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>Projection: the folded name that lists are sorted by, family name first.</summary>
    public string SortName { get; set; } = "";

    /// <summary>Projection: time of the last real interaction (UTC).</summary>
    public DateTime? LastContact { get; set; }

    /// <summary>Projection: how far the relationship has come.</summary>
    public Stage Stage { get; set; }

    /// <summary>Projection: <see cref="TieStrength"/>, 0-100, as of <see cref="Workspace.StrengthAsOf"/>; null without history.</summary>
    public int? Strength { get; set; }

    /// <summary>Projection: the first day on which the silence is longer than the pair's rhythm explains, see <see cref="Drift"/>.</summary>
    public DateOnly? DriftFrom { get; set; }

    /// <summary>Projection: the last such day; after it the tie is not drifting any more, it is over.</summary>
    public DateOnly? DriftUntil { get; set; }

    /// <summary>Projection: the day on which the cadence asks for the next interaction.</summary>
    public DateOnly? NextTouch { get; set; }

    /// <inheritdoc/>
    public Guid? AboutPerson => Id;
}
