namespace Kith.Formats.LinkedIn;

/// <summary>A person the owner is connected with.</summary>
public sealed record Connection(
    int Line,
    PersonName Name,
    string? ProfileUrl,
    string? Slug,
    IReadOnlyList<string> Emails,
    string? Company,
    string? Title,
    DateOnly? ConnectedOn,
    IReadOnlyList<string> Phones,
    string? Address,
    IReadOnlyList<string> Websites,
    string? InstantMessengers)
{
    public string? Email => Emails.Count > 0 ? Emails[0] : null;

    /// <summary>A deleted or hidden account: a row without any key to a person.</summary>
    public bool IsAnonymous => Name.IsAnonymous && Slug is null;

    internal static Connection Of(ExportRow row)
    {
        var url = row.Optional("URL", "Profile URL");
        // The Outlook layout of 2014-16 calls the honorific Title and the position Job Title.
        var given = $"{row.Text("First Name")} {row.Text("Middle Name")}";
        var family = string.Join(", ", new[] { row.Text("Last Name"), row.Text("Suffix") }.Where(part => part.Length > 0));
        return new(
            row.Line, PersonName.Of(given, family), url, ProfileSlug.Of(url),
            row.All("Email Address", "E-mail 2 Address", "E-mail 3 Address"),
            row.Optional("Company"), row.Optional("Position", "Job Title"), row.Day("Connected On"),
            row.All("Mobile Phone", "Primary Phone", "Business Phone", "Home Phone", "Phone Numbers"),
            row.Optional("Address", "Business Street", "Home Street"),
            row.All("Websites", "Web Page"), row.Optional("Instant Messengers"));
    }
}
