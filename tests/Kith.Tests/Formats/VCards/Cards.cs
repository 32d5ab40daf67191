using System.Text;
using System.Text.Json;
using Kith.Formats;
using Kith.Formats.Contacts;
using Kith.Formats.VCards;

namespace Kith.Tests.Formats.VCards;

/// <summary>Cards from lines and samples, and records in a form that can be compared.</summary>
internal static class Cards
{
    public static IReadOnlyList<string> SampleNames { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.vcf").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples", "vcard");

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static List<ContactRecord> People(byte[] file, IssueLog? issues = null) =>
        [.. VCardContacts.Read(new MemoryStream(file), "cards.vcf", issues ?? new IssueLog())];

    public static List<VCard> Read(byte[] file, IssueLog? issues = null, VCardLimits? limits = null) =>
        [.. VCardReader.Read(new MemoryStream(file), "cards.vcf", issues ?? new IssueLog(), limits)];

    public static byte[] File3(params string[] lines) => Lines(["BEGIN:VCARD", "VERSION:3.0", .. lines, "END:VCARD"]);

    public static byte[] File2(params string[] lines) => Lines(["BEGIN:VCARD", "VERSION:2.1", .. lines, "END:VCARD"]);

    public static byte[] Lines(IEnumerable<string> lines, string end = "\r\n") =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + end)));

    public static ContactRecord Person3(params string[] lines) => Read(File3(lines)).Single().ToContact();

    public static ContactRecord Person2(params string[] lines) => Read(File2(lines)).Single().ToContact();

    public static byte[] Written(VCard card, VCardVersion version)
    {
        using var to = new MemoryStream();
        VCardWriter.Write(card, version, to);
        return to.ToArray();
    }

    public static string WrittenText(VCard card, VCardVersion version)
    {
        using var to = new StringWriter();
        VCardWriter.Write(card, version, to);
        return to.ToString();
    }

    /// <summary>All that a record says, but for the line it stood on.</summary>
    public static string Facts(ContactRecord contact) => JsonSerializer.Serialize(contact with { Line = 0, Photo = null })
        + (contact.Photo is { } photo ? $"{photo.MediaType} {Convert.ToHexString(photo.Bytes.Span)} {photo.Url}" : "");
}
