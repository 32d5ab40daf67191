using Kith.Domain;
using Kith.Formats.LinkedIn;
using Microsoft.EntityFrameworkCore;
using Position = Kith.Domain.Position;

namespace Kith.Importing;

/// <summary>The files about the user: profile, career, skills and wishes go to the person that stands for the user.</summary>
internal static class ImportOwner
{
    private static readonly LinkedInFile[] About =
    [
        LinkedInFiles.Profile, LinkedInFiles.Positions, LinkedInFiles.Education, LinkedInFiles.Skills, LinkedInFiles.Languages,
        LinkedInFiles.ProfileSummary, LinkedInFiles.EmailAddresses, LinkedInFiles.PhoneNumbers, LinkedInFiles.JobPreferences,
    ];

    internal static async Task Run(ImportSession session)
    {
        if (session.Owner?.Name is null && !About.Any(session.Export.Has))
            return;
        var self = await FindOrAdd(session);
        await OwnerFacts.Run(session, session.People[self]);
        await Career(session, self);
        await session.Staged.Flush(session.Ct);
    }

    private static async Task<int> FindOrAdd(ImportSession session)
    {
        var slug = session.Owner?.Slug is { } own && session.People.Find(own) == KnownPeople.Nobody ? own : null;
        var self = await session.Db.People.FirstOrDefaultAsync(p => p.IsSelf, session.Ct);
        if (self is null)
            return Add(session, slug);
        if (self.LinkedIn is null && slug is not null)
        {
            self.LinkedIn = slug;
            await session.SaveChanges();
        }
        return session.People.Add(self.Id, self.LinkedIn ?? "self", Mark.Self);
    }

    private static int Add(ImportSession session, string? slug)
    {
        var name = session.Owner?.Name;
        var person = session.Add(
            new() { Id = session.Db.NewId(), FullName = name ?? "You", LinkedIn = slug, IsSelf = true, CreatedAt = session.Now },
            slug ?? "self", [], []);
        session.People.Set(person, Mark.Self | Mark.Moved);
        return person;
    }

    private static async Task Career(ImportSession session, int self)
    {
        var id = session.People[self];
        var known = await session.Db.Positions.AsNoTracking().Where(p => p.PersonId == id).ToListAsync(session.Ct);
        foreach (var (row, tally) in session.Read(LinkedInFiles.Positions))
            if (row.Company.Length > 0 || row.Title is not null)
                tally.Count(Add(session, self, known, Worked(session, id, row)));
        foreach (var (row, tally) in session.Read(LinkedInFiles.Education))
            if (row.School.Length > 0)
                tally.Count(Add(session, self, known, Studied(session, id, row)));
        await session.SaveChanges();
    }

    private static Came Add(ImportSession session, int self, List<Position> known, Position found)
    {
        var same = known.FirstOrDefault(p => p.Kind == found.Kind && p.OrganisationId == found.OrganisationId
            && p.From == found.From && Folding.Fold(p.Title) == Folding.Fold(found.Title));
        if (same is null)
        {
            session.Staged.Add(found);
            session.People.Set(self, Mark.Moved);
            known.Add(found);
            return Came.Added;
        }
        // Only an end is news: whatever else differs, the user changed by hand.
        if (!same.IsCurrent || found.To is not { } end || found.IsCurrent)
            return Came.Unchanged;
        session.Db.Attach(same);
        same.End(end);
        session.People.Set(self, Mark.Moved);
        return Came.Updated;
    }

    private static Position Worked(ImportSession session, Guid self, Formats.LinkedIn.Position row) => new()
    {
        Id = session.Db.NewId(),
        PersonId = self,
        OrganisationId = row.Company.Length > 0 ? session.Organisation(row.Company) : null,
        Title = row.Title,
        Description = row.Description,
        From = row.From?.First,
        To = row.To?.First,
        IsCurrent = IsCurrent(session, row.To),
    };

    private static Position Studied(ImportSession session, Guid self, Education row) => new()
    {
        Id = session.Db.NewId(),
        PersonId = self,
        OrganisationId = session.Organisation(row.School),
        Kind = PositionKind.Education,
        Title = row.Degree,
        Description = row.Notes ?? row.Activities,
        From = row.From?.First,
        To = row.To?.First,
        IsCurrent = IsCurrent(session, row.To),
    };

    private static bool IsCurrent(ImportSession session, PartialDate? to) => to is null || to.Value.First > session.Clock.Today;
}
