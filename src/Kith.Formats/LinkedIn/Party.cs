namespace Kith.Formats.LinkedIn;

/// <summary>One side of a message or an invitation.</summary>
/// <param name="Name">The name in full, without decoration and credentials; may be empty where only an address is known.</param>
/// <param name="AsWritten">The name in the file.</param>
/// <param name="ProfileUrl">The profile's address as written.</param>
/// <param name="Urn">LinkedIn's internal key, which some exports write instead of the address.</param>
public sealed record Party(string Name, string AsWritten, string? ProfileUrl, string? Urn)
{
    /// <summary>The key of the profile; null when the export has none.</summary>
    public string? Slug { get; } = ProfileSlug.Of(ProfileUrl);

    /// <summary>A deleted account or nobody: never one person.</summary>
    public bool IsAnonymous => Slug is null && PersonName.Of("", AsWritten).IsAnonymous;

    public static Party Of(string name, string? profileUrl = null, string? urn = null) =>
        new(PersonName.Of("", name).Family, name.Trim(), profileUrl, urn);
}
