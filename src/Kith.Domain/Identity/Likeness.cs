namespace Kith.Domain.Identity;

/// <summary>What is to be done with two records.</summary>
public enum Decision
{
    /// <summary>Two people, as far as can be told.</summary>
    Different,

    /// <summary>A person should look at it.</summary>
    Review,

    /// <summary>One person beyond reasonable doubt.</summary>
    Merge
}

/// <summary>What one field says about two records.</summary>
/// <param name="Field">The name of the field where there are several of its kind.</param>
/// <param name="Weight">What it adds to the natural logarithm of the odds; negative where it speaks against.</param>
/// <param name="Words">The same for people: "same e-mail address", "Bob is short for Robert".</param>
public sealed record Contribution(FieldKind Kind, string? Field, Agreement Agreement, double Weight, string Words);

/// <summary>How likely two records are one person, and why.</summary>
/// <param name="Probability">0 to 1.</param>
/// <param name="Key">The strong key they share (e-mail address, phone number or LinkedIn profile), in words; null for none.</param>
/// <param name="Contradiction">What rules out merging without a look, in words; null for nothing.</param>
/// <param name="Contributions">What speaks for and against, the weightiest first.</param>
public sealed record Likeness(double Probability, Decision Decision, string? Key, string? Contradiction, IReadOnlyList<Contribution> Contributions);
