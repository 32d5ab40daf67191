namespace Kith.Formats.LinkedIn;

/// <summary>A skill of the owner that somebody endorsed.</summary>
public sealed record Endorsement(
    int Line, string Skill, PersonName Endorser, string? ProfileUrl, string? Slug, DateTime? EndorsedAtUtc, string? Status)
{
    internal static Endorsement Of(ExportRow row)
    {
        var url = row.Optional("Endorser Public Url", "Endorser Profile Url");
        // The file leaves the scheme out: www.linkedin.com/in/ben-adler.
        return new(
            row.Line, row.Text("Skill Name"), PersonName.Of(row.Text("Endorser First Name"), row.Text("Endorser Last Name")),
            url, ProfileSlug.Of(url), row.Instant("Endorsement Date", "2024/03/12 09:30:00 UTC"), row.Optional("Endorsement Status"));
    }
}
