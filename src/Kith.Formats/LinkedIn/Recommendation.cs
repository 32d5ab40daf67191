namespace Kith.Formats.LinkedIn;

/// <summary>A recommendation; the name is the author's in the received file and the recipient's in the given one.</summary>
public sealed record Recommendation(
    int Line, PersonName Name, string? Company, string? Title, string Text, DateTime? CreatedAtUtc, string? Status)
{
    internal static Recommendation Of(ExportRow row) => new(
        row.Line, PersonName.Of(row.Text("First Name"), row.Text("Last Name")), row.Optional("Company"), row.Optional("Job Title"),
        HtmlText.Plain(row.Text("Text")), row.Instant("Creation Date", "03/12/24, 09:30 AM"), row.Optional("Status"));
}
