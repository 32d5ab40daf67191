namespace Kith.Domain.Identity;

/// <summary>How sure it is that two names are one organisation's.</summary>
public enum OrganisationGrade
{
    /// <summary>Two organisations, as far as can be told.</summary>
    None,

    /// <summary>Perhaps: a part of it, its group, its initials.</summary>
    Weak,

    /// <summary>In all likelihood: another spelling, or the same domain.</summary>
    Strong,

    /// <summary>The same but for the legal form and how it is written.</summary>
    Exact,
}

/// <summary>How sure it is, and why.</summary>
public sealed record OrganisationLikeness(OrganisationGrade Grade, string Reason);
