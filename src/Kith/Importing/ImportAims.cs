using Kith.Domain;
using Kith.Formats.LinkedIn;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>What the user aims at: organisations followed, events answered to, jobs saved and applied for.</summary>
internal static partial class ImportAims
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
        var known = session.Export.Has(LinkedInFiles.JobApplications) || session.Export.Has(LinkedInFiles.SavedJobs)
            ? await session.Db.Opportunities.Where(o => o.SourceKey != null).ToDictionaryAsync(o => o.SourceKey!, session.Ct)
            : [];
        foreach (var (row, tally) in session.Read(LinkedInFiles.JobApplications))
            tally.Count(Add(session, known, new(row.Title, row.Company, row.Url, OpportunityState.Applied, row.AppliedAtUtc)
            {
                Notes = Notes(("Contact", row.ContactEmail), ("Telephone", row.ContactPhone), ("Résumé", row.ResumeName), ("Answers", row.Answers)),
            }));
        foreach (var (row, tally) in session.Read(LinkedInFiles.SavedJobs))
            tally.Count(Add(session, known, new(row.Title, row.Company, row.Url, OpportunityState.Lead, row.SavedAtUtc)));
    }

    private static Came Add(ImportSession session, Dictionary<string, Opportunity> known, Job job)
    {
        if (job.Title is null && job.Company is null && job.Url is null)
            return Came.Nothing;
        DateOnly? on = job.At is { } at ? DateOnly.FromDateTime(at) : null;
        var key = KeyOf(job);
        if (known.TryGetValue(key, out var same))
            return Update(same, job, on);
        known[key] = new()
        {
            Id = session.Db.NewId(),
            Title = job.Title ?? job.Company ?? job.Url!,
            OrganisationId = job.Company is { } company ? session.Organisation(company) : null,
            State = job.State,
            Url = job.Url,
            SavedOn = job.State == OpportunityState.Lead ? on : null,
            AppliedOn = job.State == OpportunityState.Applied ? on : null,
            Notes = job.Notes,
            SourceKey = key,
        };
        session.Staged.Add(known[key]);
        return Came.Added;
    }

    // The user's own pipeline is further than LinkedIn knows; only an application to a mere lead is news.
    private static Came Update(Opportunity same, Job job, DateOnly? on)
    {
        if (job.State != OpportunityState.Applied || same.State != OpportunityState.Lead)
            return Came.Unchanged;
        (same.State, same.AppliedOn) = (OpportunityState.Applied, on);
        return Came.Updated;
    }

    private static string KeyOf(Job job) => JobNumber().Match(job.Url ?? "") is { Success: true } number
        ? Keys.Job + number.Groups[1].Value
        : Keys.Of(Keys.Job, Folding.Fold(job.Title), Folding.Fold(job.Company), job.Url);

    private static string? Notes(params (string Word, string? Text)[] parts) =>
        string.Join('\n', parts.Where(p => p.Text is not null).Select(p => $"{p.Word}: {p.Text}")) is { Length: > 0 } notes ? notes : null;

    [System.Text.RegularExpressions.GeneratedRegex(@"/jobs/view/(?:[^/?#]*-)?(\d+)")]
    private static partial System.Text.RegularExpressions.Regex JobNumber();

    private sealed record Job(string? Title, string? Company, string? Url, OpportunityState State, DateTime? At)
    {
        internal string? Notes { get; init; }
    }
}
