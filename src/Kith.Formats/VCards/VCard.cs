using Kith.Formats.Contacts;

namespace Kith.Formats.VCards;

/// <summary>One card with everything that stands in it, in the order of the file.</summary>
public sealed record VCard
{
    public VCardVersion Version { get; init; } = VCardVersion.V3;

    /// <summary>All lines but BEGIN, VERSION and END.</summary>
    public IReadOnlyList<VCardProperty> Properties { get; init; } = [];

    /// <summary>The 1-based physical line of BEGIN.</summary>
    public int Line { get; init; }

    /// <summary>Whether the card stands for a group of people (KIND:group, also Apple's spelling of it).</summary>
    public bool IsGroup => Properties.Any(property =>
        property.Name is "KIND" or "X-ADDRESSBOOKSERVER-KIND" && property.Value.Trim().Equals("group", StringComparison.OrdinalIgnoreCase));

    /// <summary>What the card says of its person.</summary>
    public ContactRecord ToContact() => new CardFacts(this).Contact();

    /// <summary>A card that says all that the record says.</summary>
    public static VCard Of(ContactRecord contact, VCardVersion version = VCardVersion.V4) => CardOfContact.Write(contact, version);
}
