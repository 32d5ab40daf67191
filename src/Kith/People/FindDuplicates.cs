using Kith.Data;
using Kith.Domain;
using Kith.Domain.Identity;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Compares everybody with everybody and asks about those who may be one person; nobody is merged by it.</summary>
public static class FindDuplicates
{
    /// <summary>The probability from which a pair is asked about.</summary>
    public const double AtLeast = 0.7;

    /// <summary>Pairs that are asked about at once, the likeliest.</summary>
    public const int Most = 500;

    /// <summary>How many people were compared, and how many pairs are new.</summary>
    public sealed record Found(int People, int Pairs, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/duplicates", Handle).WithSummary("Look for people who may be one");

    /// <summary>Maps the button of the review.</summary>
    public static void MapForm(IEndpointRouteBuilder pages) =>
        pages.MapPost("/people/duplicates/look", (HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then("/people/duplicates", async () =>
            {
                var found = await Handle(db, ct);
                return new(found.Pairs switch { 0 => "Nobody new to compare", 1 => "1 new pair", var n => $"{n} new pairs" }, found.Batch);
            }));

    public static async Task<Found> Handle(KithDb db, CancellationToken ct)
    {
        var records = await Records(db, ct);
        var known = (await db.Duplicates.Select(d => new { d.FirstId, d.SecondId }).ToListAsync(ct)).Select(d => (d.FirstId, d.SecondId)).ToHashSet();
        db.Act("Looked for duplicates");
        var pairs = 0;
        foreach (var likeness in Matching.Pairs(records, AtLeast))
        {
            var (first, second) = Duplicate.Pair(Guid.ParseExact(likeness.One, "N"), Guid.ParseExact(likeness.Other, "N"));
            if (!known.Add((first, second)))
                continue;
            db.Add(new Duplicate { Id = db.NewId(), FirstId = first, SecondId = second, Score = likeness.Probability, Reasons = string.Join('\n', likeness.Reasons) });
            if (++pairs == Most)
                break;
        }
        if (pairs > 0)
            await db.SaveChangesAsync(ct);
        return new(records.Count, pairs, pairs > 0 ? db.LastBatch : null);
    }

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
        return people.ConvertAll(p => new IdentityRecord(
            p.Id.ToString("N"),
            [
                .. p.GivenName is null && p.FamilyName is null ? [new IdentityValue(FieldKind.FullName, p.FullName)] : Array.Empty<IdentityValue>(),
                .. Value(FieldKind.GivenName, p.GivenName), .. Value(FieldKind.FamilyName, p.FamilyName), .. Value(FieldKind.LinkedIn, p.LinkedIn), .. Value(FieldKind.Date, p.Birthday),
                .. parts[p.Id].Select(part => new IdentityValue(part.Kind, part.Value)),
                .. work[p.Id].Distinct().Select(name => new IdentityValue(FieldKind.Organisation, name)),
                .. cities[p.Id].Distinct().Select(city => new IdentityValue(FieldKind.City, city)),
            ],
            p.BornIn?.ToString("N")));
    }

    private static IEnumerable<IdentityValue> Value(FieldKind kind, string? text) => string.IsNullOrWhiteSpace(text) ? [] : [new(kind, text)];
}
