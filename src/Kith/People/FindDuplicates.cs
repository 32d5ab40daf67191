using Kith.Data;
using Kith.Domain;
using Kith.Domain.Identity;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>
/// Compares everybody with everybody. Those who are one person beyond reasonable doubt (a strong key, and nothing against it) are merged, each
/// as an act of its own that can be taken back; about the others who may be one the user is asked.
/// </summary>
public static class FindDuplicates
{
    /// <summary>The probability from which a pair is asked about.</summary>
    public const double AtLeast = 0.7;

    /// <summary>Pairs that are asked about at once, the likeliest.</summary>
    public const int Most = 500;

    /// <summary>How many people were compared, how many were merged, how many new pairs wait to be looked at, and the batch that asked about them.</summary>
    public sealed record Found(int People, int Merged, int Pairs, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/duplicates", Handle).WithSummary("Look for people who may be one");

    /// <summary>Maps the button of the review.</summary>
    public static void MapForm(IEndpointRouteBuilder pages) =>
        pages.MapPost("/people/duplicates/look", (HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then("/people/duplicates", async () =>
            {
                var found = await Handle(db, ct);
                return new(Say(found), found.Batch);
            }));

    public static async Task<Found> Handle(KithDb db, CancellationToken ct)
    {
        var records = await Records(db, ct);
        var known = (await db.Duplicates.Select(d => new { d.FirstId, d.SecondId }).ToListAsync(ct)).Select(d => (d.FirstId, d.SecondId)).ToHashSet();
        db.Act("Looked for duplicates");
        var (asked, certain) = (0, new List<Duplicate>());
        foreach (var likeness in Matching.Pairs(records, AtLeast))
        {
            var (first, second) = Duplicate.Pair(Guid.ParseExact(likeness.One, "N"), Guid.ParseExact(likeness.Other, "N"));
            if (!known.Add((first, second)))
                continue;
            // The pair is noted before it is merged, so that whoever separates it again is not merged a second time.
            var pair = new Duplicate { Id = db.NewId(), FirstId = first, SecondId = second, Score = likeness.Probability, Reasons = string.Join('\n', likeness.Reasons) };
            db.Add(pair);
            if (likeness.Decision == Decision.Merge)
                certain.Add(pair);
            else
                asked++;
            if (asked + certain.Count == Most)
                break;
        }
        if (asked + certain.Count == 0)
            return new(records.Count, 0, 0, null);
        await db.SaveChangesAsync(ct);
        var batch = db.LastBatch;
        return new(records.Count, await Merge(certain, db, ct), asked, batch);
    }

    private static async Task<int> Merge(List<Duplicate> certain, KithDb db, CancellationToken ct)
    {
        var (became, merged) = (new Dictionary<Guid, Guid>(), 0);
        foreach (var pair in certain)
        {
            var (one, other) = (Now(pair.FirstId), Now(pair.SecondId));
            if (one == other)
                continue;
            var command = await MergePeople.MostKnownFirst([one, other], db, ct);
            await MergePeople.Handle(command, db, ct);
            became[command.Others[0]] = command.Keep;
            merged++;
        }
        return merged;

        Guid Now(Guid person)
        {
            while (became.TryGetValue(person, out var other))
                person = other;
            return person;
        }
    }

    private static string Say(Found found) => (found.Merged, found.Pairs) switch
    {
        (0, 0) => "Nobody new to compare",
        (0, 1) => "1 new pair",
        (0, var pairs) => $"{pairs} new pairs",
        (var merged, 0) => merged == 1 ? "Merged 1 person who was here twice" : $"Merged {merged} people who were here twice",
        var (merged, pairs) => $"Merged {merged}, {pairs} more to look at",
    };

    private static async Task<List<IdentityRecord>> Records(KithDb db, CancellationToken ct)
    {
        var parts = (await db.Emails.Select(e => new { e.PersonId, Kind = FieldKind.Email, e.Value })
            .Concat(db.Phones.Select(p => new { p.PersonId, Kind = FieldKind.Phone, Value = p.E164 ?? p.Value })).AsNoTracking().ToListAsync(ct)).ToLookup(p => p.PersonId);
        var work = (await (
            from position in db.Positions
            where position.Kind == PositionKind.Work && position.OrganisationId != null
            join organisation in db.Organisations on position.OrganisationId equals organisation.Id
            select new { position.PersonId, organisation.Name }).ToListAsync(ct)).ToLookup(w => w.PersonId, w => w.Name);
        var cities = (await db.Addresses.Where(a => a.City != null).Select(a => new { a.PersonId, City = a.City! }).ToListAsync(ct)).ToLookup(a => a.PersonId, a => a.City);
        var people = await db.People.AsNoTracking().Where(p => !p.IsSelf).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.FullName, p.GivenName, p.FamilyName, p.LinkedIn, p.Birthday, p.BornIn }).ToListAsync(ct);
        var domains = parts.SelectMany(p => p).Where(p => p.Kind == FieldKind.Email).Select(p => (p.PersonId, Domain: Domains.OfOrganisation(p.Value))).Where(p => p.Domain is not null)
            .ToLookup(p => p.PersonId, p => p.Domain![..p.Domain!.IndexOf('.', StringComparison.Ordinal)]);
        return people.ConvertAll(p => new IdentityRecord(
            p.Id.ToString("N"),
            [
                .. p.GivenName is null && p.FamilyName is null ? [new IdentityValue(FieldKind.FullName, p.FullName)] : Array.Empty<IdentityValue>(),
                .. Value(FieldKind.GivenName, p.GivenName), .. Value(FieldKind.FamilyName, p.FamilyName), .. Value(FieldKind.LinkedIn, p.LinkedIn), .. Value(FieldKind.Date, p.Birthday),
                .. parts[p.Id].Select(part => new IdentityValue(part.Kind, part.Value)),
                // Of whom only an address is known, the address tells where they work.
                .. work[p.Id].Select(name => OrganisationName.Of(name).Plain).DefaultIfEmpty(domains[p.Id].FirstOrDefault()).OfType<string>().Distinct().Select(name => new IdentityValue(FieldKind.Organisation, name)),
                .. cities[p.Id].Distinct().Select(city => new IdentityValue(FieldKind.City, city)),
            ],
            p.BornIn?.ToString("N")));
    }

    private static IEnumerable<IdentityValue> Value(FieldKind kind, string? text) => string.IsNullOrWhiteSpace(text) ? [] : [new(kind, text)];
}
