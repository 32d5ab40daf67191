using System.Text;
using Kith.Formats.Contacts;

namespace Kith.Formats.VCards;

/// <summary>Writes cards as 3.0 (RFC 2426) or 4.0 (RFC 6350), whichever generation they were read from.</summary>
public static class VCardWriter
{
    /// <summary>Writes a card with everything in it, as UTF-8.</summary>
    public static void Write(VCard card, VCardVersion version, Stream to) => to.Write(Octets(card, version).Written);

    /// <summary>Writes a card with everything in it.</summary>
    public static void Write(VCard card, VCardVersion version, TextWriter to) => to.Write(Encoding.UTF8.GetString(Octets(card, version).Written));

    /// <summary>Writes what a record says, as UTF-8.</summary>
    public static void Write(ContactRecord contact, VCardVersion version, Stream to) => Write(VCard.Of(contact, version), version, to);

    /// <summary>Writes what a record says.</summary>
    public static void Write(ContactRecord contact, VCardVersion version, TextWriter to) => Write(VCard.Of(contact, version), version, to);

    internal static string Text(VCard card, VCardVersion version) => Encoding.UTF8.GetString(Octets(card, version).Written);

    private static FoldedLines Octets(VCard card, VCardVersion version)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)version, (int)VCardVersion.V21, nameof(version));
        var lines = new FoldedLines();
        lines.Add("BEGIN:VCARD");
        // 4.0 asks for VERSION before all others (RFC 6350 §6.7.9).
        lines.Add(version == VCardVersion.V4 ? "VERSION:4.0" : "VERSION:3.0");
        foreach (var property in card.Properties) lines.Add(PropertyText.Write(property, version));
        lines.Add("END:VCARD");
        return lines;
    }
}
