using Kith.Domain;
using Kith.Formats.LinkedIn;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>What the user aims at: organisations followed, events answered to, jobs saved and applied for.</summary>
internal static class ImportAims
{
    internal static async Task Run(ImportSession session)
    {
        foreach (var (row, tally) in session.Read(LinkedInFiles.CompanyFollows))
            if (row.Organization.Length > 0)
                tally.Count(await Follow(session, row, tally));
        await Events(session);
        await Jobs(session);
        await session.SaveChanges();
    }

    private static Task<Came> Follow(ImportSession session, CompanyFollow row, Tally tally) => session.Findings.Add(new()
    {
        Id = session.Db.NewId(),
        OrganisationId = session.Organisation(row.Organization),
        Kind = FindingKind.Follows,
        Fact = $"You follow {row.Organization} on LinkedIn",
        Source = tally.File,
        On = row.FollowedAtUtc is { } at ? DateOnly.FromDateTime(at) : null,
        SourceKey = Keys.Of(Keys.Follow, KnownOrganisations.KeyOf(row.Organization)),
    });

    private static async Task Events(ImportSession session)
    {
        var known = session.Export.Has(LinkedInFiles.Events)
            ? await session.Db.Events.Where(e => e.SourceKey != null).ToDictionaryAsync(e => e.SourceKey!, session.Ct)
            : [];
        foreach (var (row, tally) in session.Read(LinkedInFiles.Events))
        {
            if (row.Name.Length == 0)
                continue;
            var key = Keys.Of(Keys.Event, Folding.Fold(row.Name), row.Time);
            if (known.TryGetValue(key, out var same))
            {
                tally.Count(same.Status == row.Status || row.Status is null ? Came.Unchanged : Came.Updated);
                same.Status = row.Status ?? same.Status;
                continue;
            }
            known[key] = new() { Id = session.Db.NewId(), Name = row.Name, StartsAt = row.StartsAtUtc, Status = row.Status, Url = row.Url, SourceKey = key };
            session.Staged.Add(known[key]);
            tally.Count(Came.Added);
        }
    }

    // Applications come first: a job that was saved and then applied for is one opportunity.
    private static async Task Jobs(ImportSession session)
    {
        if (!session.Export.Has(LinkedInFiles.JobApplications) && !session.Export.Has(LinkedInFiles.SavedJobs))
            return;
        var openings = await FoundOpenings.Load(session);
        foreach (var (row, tally) in session.Read(LinkedInFiles.JobApplications))
            tally.Count(openings.Add(new(row.Title, row.Company, row.Url, OpportunityState.Applied)
            {
                AppliedOn = Day(row.AppliedAtUtc),
                Notes = FoundOpenings.Notes(("Contact", row.ContactEmail), ("Telephone", row.ContactPhone), ("Résumé", row.ResumeName), ("Answers", row.Answers)),
            }));
        foreach (var (row, tally) in session.Read(LinkedInFiles.SavedJobs))
            tally.Count(openings.Add(new(row.Title, row.Company, row.Url, OpportunityState.Lead) { SavedOn = Day(row.SavedAtUtc) }));
    }

    private static DateOnly? Day(DateTime? utc) => utc is { } at ? DateOnly.FromDateTime(at) : null;
}
