namespace Kith.Formats.LinkedIn;

/// <summary>The person whose export it is.</summary>
/// <param name="Slug">The key of the profile; null where the export has no addresses.</param>
/// <param name="ProfileUrl">The profile's address.</param>
/// <param name="Name">The name, from the profile where there is one.</param>
public sealed record Owner(string? Slug, string? ProfileUrl, string? Name)
{
    /// <summary>Whether a side of a message or an invitation is the owner.</summary>
    public bool Is(Party party) =>
        Slug is not null && party.Slug is not null
            ? Slug == party.Slug
            : Name is not null && party.Slug is null && party.Name.Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Infers the owner from who takes part in nearly every message, who sent the invitations, and the profile's name.</summary>
    public static Owner? Infer(IEnumerable<Message> messages, Profile? profile, IEnumerable<Invitation> invitations)
    {
        var evidence = new OwnerEvidence();
        foreach (var message in messages) evidence.Add(message);
        foreach (var invitation in invitations) evidence.Add(invitation);
        return evidence.Decide(profile?.Name.Full is { Length: > 0 } name ? name : null);
    }
}
