using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Reads whole people: two queries for all their parts, however many people there are.</summary>
internal static class PersonRecords
{
    // Databases take a bounded number of parameters a statement.
    private const int Chunk = 1000;

    internal static async Task<IReadOnlyList<PersonRecord>> Of(KithDb db, IReadOnlyList<Person> people, CancellationToken ct)
    {
        var records = new List<PersonRecord>(people.Count);
        foreach (var some in people.Chunk(Chunk))
        {
            var ids = some.Select(p => p.Id).ToArray();
            var parts = (await Parts(db, ids).ToListAsync(ct)).OrderBy(p => p.Id).ToLookup(p => p.PersonId);
            var positions = (await Positions(db, ids).ToListAsync(ct)).ToLookup(p => p.PersonId, p => p.Position);
            records.AddRange(some.Select(p => Record(p, parts[p.Id].ToLookup(part => part.Kind), [.. positions[p.Id]])));
        }
        return records;
    }

    private static IQueryable<Part> Parts(KithDb db, Guid[] ids) =>
        db.Emails.Where(r => ids.Contains(r.PersonId)).Select(r => new Part { Kind = "email", PersonId = r.PersonId, Id = r.Id, A = r.Value, B = r.Label, C = null, D = null, E = null, F = null })
            .Concat(db.Phones.Where(r => ids.Contains(r.PersonId)).Select(r => new Part { Kind = "phone", PersonId = r.PersonId, Id = r.Id, A = r.Value, B = r.Label, C = r.E164, D = null, E = null, F = null }))
            .Concat(db.Urls.Where(r => ids.Contains(r.PersonId)).Select(r => new Part { Kind = "url", PersonId = r.PersonId, Id = r.Id, A = r.Value, B = r.Label, C = null, D = null, E = null, F = null }))
            .Concat(db.Tags.Where(r => ids.Contains(r.PersonId)).Select(r => new Part { Kind = "tag", PersonId = r.PersonId, Id = r.Id, A = r.Value, B = null, C = null, D = null, E = null, F = null }))
            .Concat(db.Sources.Where(r => ids.Contains(r.PersonId)).Select(r => new Part { Kind = "source", PersonId = r.PersonId, Id = r.Id, A = r.Kind, B = r.Key, C = null, D = null, E = null, F = null }))
            .Concat(db.Addresses.Where(r => ids.Contains(r.PersonId)).Select(r => new Part { Kind = "address", PersonId = r.PersonId, Id = r.Id, A = r.Street, B = r.Label, C = r.City, D = r.Region, E = r.PostalCode, F = r.Country }));

    private static IQueryable<Held> Positions(KithDb db, Guid[] ids) =>
        from position in db.Positions
        where ids.Contains(position.PersonId)
        join organisation in db.Organisations on position.OrganisationId equals organisation.Id into at
        from organisation in at.DefaultIfEmpty()
        orderby position.IsCurrent descending, position.From descending, position.Id descending
        select new Held(position.PersonId, new(organisation == null ? null : organisation.Name, position.Title, position.Department, position.From, position.To, position.IsCurrent)
        {
            Row = position.Id,
            OrganisationId = organisation == null ? null : organisation.Id,
            IsEducation = position.Kind == PositionKind.Education,
        });

    private static PersonRecord Record(Person p, ILookup<string, Part> parts, IReadOnlyList<PositionRecord> positions) => new(
        p.Id,
        new(p.FullName, p.GivenName, p.FamilyName, p.AdditionalName, p.Prefix, p.Suffix, p.Nickname),
        Some(parts["email"].Select(r => new LabelledValue(r.A!, r.B) { Row = r.Id })),
        Some(parts["phone"].Select(r => new PhoneRecord(r.A!, r.C, r.B) { Row = r.Id })),
        Some(parts["url"].Select(r => new LabelledValue(r.A!, r.B) { Row = r.Id })),
        Some(parts["address"].Select(r => new AddressRecord(r.A, r.C, r.D, r.E, r.F, r.B) { Row = r.Id })),
        Some(positions),
        p.Birthday,
        p.Notes,
        Some(parts["tag"].Select(r => r.A!).Order(StringComparer.Ordinal)),
        Some(parts["source"].Select(r => new SourceRecord(r.A!, r.B!))),
        p.LinkedIn);

    // What is missing is absent, so a list without items is none.
    private static T[]? Some<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } some ? some : null;

    private sealed record Held(Guid PersonId, PositionRecord Position);

    private sealed class Part
    {
        public required string Kind { get; init; }

        public Guid PersonId { get; init; }

        public Guid Id { get; init; }

        public string? A { get; init; }

        public string? B { get; init; }

        public string? C { get; init; }

        public string? D { get; init; }

        public string? E { get; init; }

        public string? F { get; init; }
    }
}
