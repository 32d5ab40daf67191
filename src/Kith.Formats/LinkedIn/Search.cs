namespace Kith.Formats.LinkedIn;

/// <summary>A company the owner follows.</summary>
public sealed record CompanyFollow(int Line, string Organization, DateTime? FollowedAtUtc)
{
    internal static CompanyFollow Of(ExportRow row) =>
        new(row.Line, row.Text("Organization"), row.Instant("Followed On", "Tue Mar 12 09:30:00 UTC 2024"));
}

/// <summary>An event the owner answered to.</summary>
/// <param name="Line">The line the row starts on.</param>
/// <param name="Name">The event's name.</param>
/// <param name="Time">Begin and end as written.</param>
/// <param name="StartsAtUtc">The begin, where it can be read.</param>
/// <param name="Status">What the owner answered.</param>
/// <param name="Url">Where it takes place or is announced.</param>
public sealed record AttendedEvent(int Line, string Name, string? Time, DateTime? StartsAtUtc, string? Status, string? Url)
{
    internal static AttendedEvent Of(ExportRow row)
    {
        var time = row.Optional("Event Time");
        var start = time?.Split(" - ")[0] ?? "";
        return new(
            row.Line, row.Text("Event Name"), time,
            LinkedInDates.TryInstant(start, DateOrder.MonthFirst, out var utc) ? utc : null,
            row.Optional("Status"), row.Optional("External Url"));
    }
}

/// <summary>A job the owner applied for through LinkedIn.</summary>
public sealed record JobApplication(
    int Line, DateTime? AppliedAtUtc, string? Company, string? Title, string? Url, string? ContactEmail, string? ContactPhone,
    string? ResumeName, string? Answers)
{
    internal static JobApplication Of(ExportRow row) => new(
        row.Line, row.Instant("Application Date", "3/12/24, 9:30 AM"), row.Optional("Company Name"), row.Optional("Job Title"),
        row.Optional("Job Url"), row.Optional("Contact Email"), row.Optional("Contact Phone Number"), row.Optional("Resume Name"),
        row.Optional("Question And Answers"));
}

/// <summary>A job the owner saved.</summary>
public sealed record SavedJob(int Line, DateTime? SavedAtUtc, string? Company, string? Title, string? Url)
{
    internal static SavedJob Of(ExportRow row) => new(
        row.Line, row.Instant("Saved Date", "3/12/24, 9:30 AM"), row.Optional("Company Name"), row.Optional("Job Title"),
        row.Optional("Job Url"));
}

/// <summary>What the owner told LinkedIn about the next job.</summary>
public sealed record JobPreferences(
    int Line,
    IReadOnlyList<string> Locations,
    IReadOnlyList<string> Industries,
    IReadOnlyList<string> JobTypes,
    IReadOnlyList<string> JobTitles,
    IReadOnlyList<string> DreamCompanies,
    string? CompanySize,
    bool IsOpenToRecruiters)
{
    internal static JobPreferences Of(ExportRow row) => new(
        row.Line, List(row, "Locations"), List(row, "Industries"), List(row, "Preferred Job Types"), List(row, "Job Titles"),
        List(row, "Dream Companies"), row.Optional("Company Employee Count"), row.IsYes("Open To Recruiters"));

    // Places hold commas ("Gothenburg, Sweden"), so a bar or a semicolon wins where there is one.
    private static string[] List(ExportRow row, string column)
    {
        var text = row.Text(column);
        var separator = text.Contains('|', StringComparison.Ordinal) ? '|' : text.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        return text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
