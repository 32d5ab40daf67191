using System.Globalization;
using Kith.Domain;
using Kith.Formats.ContactCsv;

namespace Kith.Importing;

/// <summary>A list of openings as Huntr, Teal or a spreadsheet keeps it: each row an opportunity.</summary>
internal static class ImportOpenings
{
    internal const string Kind = "opportunities";

    private static readonly (OpportunityState State, string[] Words)[] States =
    [
        // In this order: "offer declined" is closed, "phone interview" is a screening.
        (OpportunityState.Closed, ["reject", "declin", "closed", "archiv", "withdr", "ghost", "no response", "not selected", "expired", "absage", "refus"]),
        (OpportunityState.Accepted, ["accept", "hired", "signed", "joined"]),
        (OpportunityState.Offer, ["offer", "negotiat", "angebot"]),
        (OpportunityState.Screening, ["screen", "phone", "assessment", "recruiter"]),
        (OpportunityState.Interview, ["interview", "onsite", "on-site", "final", "gespräch", "entretien"]),
        (OpportunityState.Applied, ["appl", "submitted", "beworben", "postul"]),
        (OpportunityState.Lead, ["wish", "saved", "lead", "bookmark", "interested", "to do", "todo", "target", "watch"]),
    ];

    internal static Incoming Open(Stream file, string name, OpportunityMapping mapping) => new(() => file.Position, file.Length, session => Run(session, file, name, mapping));

    private static async Task Run(ImportSession session, Stream file, string name, OpportunityMapping mapping)
    {
        var openings = await FoundOpenings.Load(session);
        foreach (var (row, tally) in session.Read(name, Kind, issues => OpportunityCsv.Read(file, name, mapping, issues)))
        {
            if (row.Title is null && row.Company is null && row.Url is null)
                tally.Issues.Report(name, row.Line, "skipped.nothing", "The row names no opening: it has no title, organisation or link");
            tally.Count(openings.Add(Of(row)));
        }
        await session.SaveChanges();
    }

    private static Opening Of(OpportunityRecord row)
    {
        var state = StateOf(row.Status);
        return new(row.Title, row.Company, row.Url, state ?? (row.AppliedOn is null ? OpportunityState.Lead : OpportunityState.Applied))
        {
            SavedOn = row.SavedOn,
            AppliedOn = row.AppliedOn,
            Notes = FoundOpenings.Notes(
                ("Status", state is null ? row.Status : null), ("Place", row.Location), ("Salary", row.Salary),
                ("Deadline", row.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("", row.Notes)),
        };
    }

    /// <summary>The state a tracker's own word stands for; null for a word that nobody can tell.</summary>
    internal static OpportunityState? StateOf(string? status) =>
        string.IsNullOrWhiteSpace(status) ? null
            : States.Where(s => s.Words.Any(word => status.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(s => (OpportunityState?)s.State).FirstOrDefault();
}
