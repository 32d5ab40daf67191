using Kith.Domain;
using Kith.Formats.LinkedIn;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>What the export says about the user apart from the career: headline, summary, skills, languages, addresses, wishes.</summary>
internal static class OwnerFacts
{
    internal static async Task Run(ImportSession session, Guid self)
    {
        foreach (var (row, tally) in session.Read(LinkedInFiles.Profile))
            tally.Count(await Add(session, self, tally, (FindingKind.Fact, row.Headline), (FindingKind.Fact, row.Summary), (FindingKind.Fact, row.Industry), (FindingKind.Fact, row.Location)));
        foreach (var (row, tally) in session.Read(LinkedInFiles.ProfileSummary))
            tally.Count(await Add(session, self, tally, (FindingKind.Fact, row.Text)));
        foreach (var (row, tally) in session.Read(LinkedInFiles.Skills))
            tally.Count(await Add(session, self, tally, (FindingKind.Skill, row.Name)));
        foreach (var (row, tally) in session.Read(LinkedInFiles.Languages))
            tally.Count(await Add(session, self, tally, (FindingKind.Language, row.Proficiency is { } level ? $"{row.Name} ({level})" : row.Name)));
        foreach (var (row, tally) in session.Read(LinkedInFiles.JobPreferences))
            tally.Count(await Add(
                session, self, tally,
                [
                    .. row.JobTitles.Select(w => (FindingKind.WantedRole, w)), .. row.Locations.Select(w => (FindingKind.WantedPlace, w)),
                    .. row.Industries.Select(w => (FindingKind.WantedIndustry, w)), .. row.DreamCompanies.Select(w => (FindingKind.WantedOrganisation, w)),
                ]));
        await Addresses(session, self);
    }

    private static async Task<Came> Add(ImportSession session, Guid self, Tally tally, params (FindingKind Kind, string? Fact)[] facts)
    {
        var came = Came.Nothing;
        foreach (var (kind, fact) in facts)
            if (!string.IsNullOrWhiteSpace(fact) && await Add(session, self, tally, kind, fact) is var one && one > came)
                came = one;
        return came;
    }

    private static Task<Came> Add(ImportSession session, Guid self, Tally tally, FindingKind kind, string fact) => session.Findings.Add(new()
    {
        Id = session.Db.NewId(),
        PersonId = self,
        Kind = kind,
        Fact = fact,
        Source = tally.File,
        On = session.Clock.Today,
        SourceKey = Keys.Of(Keys.Owner, kind.ToString(), Folding.Fold(fact) + Signs(fact)),
    });

    // Folding leaves letters and digits; C, C# and C++ are three skills.
    private static string Signs(string fact) => string.Concat(fact.Where(c => c is '#' or '+'));

    private static async Task Addresses(ImportSession session, Guid self)
    {
        var emails = await session.Db.Emails.Where(e => e.PersonId == self).Select(e => e.Value).ToListAsync(session.Ct);
        foreach (var (row, tally) in session.Read(LinkedInFiles.EmailAddresses))
            tally.Count(AddOnce(emails, row.Address, () => ImportConnections.AddEmail(session, self, row.Address)));
        var phones = await session.Db.Phones.Where(p => p.PersonId == self).Select(p => p.Value).ToListAsync(session.Ct);
        foreach (var (row, tally) in session.Read(LinkedInFiles.PhoneNumbers))
            tally.Count(AddOnce(phones, row.Number, () => session.Staged.Add(new PersonPhone { Id = session.Db.NewId(), PersonId = self, Value = row.Number, Label = row.Type })));
    }

    private static Came AddOnce(List<string> known, string value, Action add)
    {
        if (value.Length == 0)
            return Came.Nothing;
        if (known.Contains(value, StringComparer.OrdinalIgnoreCase))
            return Came.Unchanged;
        known.Add(value);
        add();
        return Came.Added;
    }
}
