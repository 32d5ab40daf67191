namespace Kith.Formats.ContactCsv;

/// <summary>One opening as a tracker of applications (Huntr, Teal, a spreadsheet) keeps it; what the file does not say is null.</summary>
public sealed record OpportunityRecord
{
    public string? Company { get; init; }
    public string? Title { get; init; }

    /// <summary>The list or status it stands in, in the tracker's words.</summary>
    public string? Status { get; init; }

    public string? Url { get; init; }
    public string? Location { get; init; }
    public string? Salary { get; init; }
    public DateOnly? SavedOn { get; init; }
    public DateOnly? AppliedOn { get; init; }
    public DateOnly? Deadline { get; init; }
    public string? Notes { get; init; }

    /// <summary>The 1-based line the record starts on.</summary>
    public int Line { get; init; }
}
