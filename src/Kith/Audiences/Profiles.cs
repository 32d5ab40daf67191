using Kith.Data;
using Kith.Domain;
using Kith.Domain.Aims;
using Microsoft.EntityFrameworkCore;

namespace Kith.Audiences;

/// <summary>What audiences can ask for, of the people of a workspace: at most three queries, only those that somebody asks for.</summary>
internal sealed class Profiles
{
    /// <summary>People who are looked at; the strongest ties come first.</summary>
    internal const int Most = 20_000;

    private readonly Dictionary<Guid, Profile> people = [];

    /// <summary>True where there are more people than are looked at.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>Everybody with a fit above nothing, the best first; among equals the stronger tie.</summary>
    internal IReadOnlyList<(Guid Person, Fit Fit)> Fitting(Audience audience) =>
        [.. people.Select((p, i) => (Person: p.Key, Fit: Fit.Of(audience, p.Value), Place: i)).Where(p => p.Fit.Score > 0).OrderByDescending(p => p.Fit.Score).ThenBy(p => p.Place).Select(p => (p.Person, p.Fit))];

    /// <summary>Reads what these audiences ask for; targets are those of the goal.</summary>
    internal static async Task<Profiles> Read(KithDb db, IReadOnlyCollection<Audience> audiences, Guid? goal, CancellationToken ct)
    {
        var everybody = db.People.AsNoTracking().Where(p => !p.IsSelf);
        var chosen = (audiences.Count > 0 && audiences.All(a => a.AtTargetsOnly)
            ? everybody.Where(p => db.Positions.Any(x => x.PersonId == p.Id && x.IsCurrent && x.Kind == PositionKind.Work && db.Targets.Any(t => t.GoalId == goal && t.OrganisationId == x.OrganisationId)))
            : everybody).OrderByDescending(p => p.Strength ?? -1).ThenBy(p => p.SortName).ThenBy(p => p.Id).Take(Most + 1);
        var (places, tags) = await Words(db, audiences, ct);
        var roles = audiences.Any(a => a.Role is not null) ? (await db.Stakeholders.Select(s => new { s.PersonId, s.Role }).ToListAsync(ct)).ToLookup(s => s.PersonId, s => s.Role) : null;
        var read = new Profiles();
        foreach (var person in (await Jobs(db, chosen, goal, ct)).GroupBy(r => r.Person))
        {
            if (read.IsCut = read.people.Count == Most)
                break;
            read.people[person.Key] = new(
                [.. person.Where(r => r.HasJob).Select(r => new Job(r.Title, r.Organisation, r.Industry, r.Place, r.IsTarget))],
                [.. places[person.Key]], [.. tags[person.Key]], [.. roles?[person.Key] ?? []]);
        }
        return read;
    }

    private static Task<List<Row>> Jobs(KithDb db, IQueryable<Person> chosen, Guid? goal, CancellationToken ct) => (
        from person in chosen
        join held in db.Positions.Where(x => x.IsCurrent && x.Kind == PositionKind.Work) on person.Id equals held.PersonId into jobs
        from job in jobs.DefaultIfEmpty()
        join place in db.Organisations on job.OrganisationId equals place.Id into organisations
        from organisation in organisations.DefaultIfEmpty()
        orderby person.Strength ?? -1 descending, person.SortName, person.Id, job.Id
        select new Row(
            person.Id, job != null, job.Title, organisation.Name, organisation.Industry, organisation.Place,
            job != null && db.Targets.Any(t => t.GoalId == goal && t.OrganisationId == job.OrganisationId))).ToListAsync(ct);

    // Places and tags in one query, because both are words about a person.
    private static async Task<(ILookup<Guid, string> Places, ILookup<Guid, string> Tags)> Words(KithDb db, IReadOnlyCollection<Audience> audiences, CancellationToken ct)
    {
        var places = db.Addresses.Select(a => new Word { PersonId = a.PersonId, IsPlace = true, One = a.City, Two = a.Region, Three = a.Country });
        var tags = db.Tags.Select(t => new Word { PersonId = t.PersonId, IsPlace = false, One = t.Value, Two = null, Three = null });
        var asked = (audiences.Any(a => Fit.Asks(a.Places)), audiences.Any(a => Fit.Asks(a.Tag))) switch
        {
            (true, true) => places.Concat(tags),
            (true, false) => places,
            (false, true) => tags,
            _ => null,
        };
        var words = (asked is null ? [] : await asked.ToListAsync(ct))
            .Select(w => (w.PersonId, w.IsPlace, Text: string.Join(", ", new[] { w.One, w.Two, w.Three }.Where(part => !string.IsNullOrWhiteSpace(part))))).Where(w => w.Text.Length > 0).ToList();
        return (words.Where(w => w.IsPlace).ToLookup(w => w.PersonId, w => w.Text), words.Where(w => !w.IsPlace).ToLookup(w => w.PersonId, w => w.Text));
    }

    private sealed class Word
    {
        public Guid PersonId { get; init; }

        public bool IsPlace { get; init; }

        public string? One { get; init; }

        public string? Two { get; init; }

        public string? Three { get; init; }
    }

    private sealed record Row(Guid Person, bool HasJob, string? Title, string? Organisation, string? Industry, string? Place, bool IsTarget);
}
