using System.Runtime.CompilerServices;
using Kith.Data;
using Kith.Domain;
using Kith.Formats.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Kith.Exporting;

/// <summary>Tells everybody as programs for contacts know people, one after the other, holding a few at a time.</summary>
internal static class EachContact
{
    private const int Chunk = 500;

    /// <summary>Everybody but the user, in the order of their ids; nobody who is in the trash. The caller holds the moment.</summary>
    internal static async IAsyncEnumerable<ContactRecord> Of(KithDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        var after = Guid.Empty;
        while (true)
        {
            var people = await db.People.AsNoTracking().Where(p => !p.IsSelf && p.Id > after).OrderBy(p => p.Id).Take(Chunk).ToListAsync(ct);
            foreach (var contact in await Contacts(db, people, ct))
                yield return contact;
            if (people.Count < Chunk)
                yield break;
            after = people[^1].Id;
        }
    }

    private static async Task<IEnumerable<ContactRecord>> Contacts(KithDb db, List<Person> people, CancellationToken ct)
    {
        var ids = people.Select(p => p.Id).ToArray();
        var emails = await Parts(db.Emails, ids, ct);
        var phones = await Parts(db.Phones, ids, ct);
        var urls = await Parts(db.Urls, ids, ct);
        var addresses = await Parts(db.Addresses, ids, ct);
        var tags = await Parts(db.Tags, ids, ct);
        var positions = await Positions(db, ids, ct);
        return people.Select(p => new ContactRecord
        {
            Name = new() { Full = p.FullName, Given = p.GivenName, Family = p.FamilyName, Additional = p.AdditionalName, Prefix = p.Prefix, Suffix = p.Suffix, Nickname = p.Nickname },
            Emails = [.. emails[p.Id].Select(e => new Labelled(e.Value, e.Label))],
            Phones = [.. phones[p.Id].Select(e => new Labelled(e.Value, e.Label))],
            Urls = [.. urls[p.Id].Select(e => new Labelled(e.Value, e.Label))],
            Addresses = [.. addresses[p.Id].Select(a => new ContactAddress(a.Street, a.City, a.Region, a.PostalCode, a.Country, a.Label))],
            Categories = [.. tags[p.Id].Select(t => t.Value).Order(StringComparer.Ordinal)],
            Positions = [.. positions[p.Id]],
            Birthday = p.Birthday,
            Notes = p.Notes,
            LinkedIn = p.LinkedIn,
            Uid = p.Id.ToString("D"),
        });
    }

    private static async Task<ILookup<Guid, T>> Parts<T>(IQueryable<T> rows, Guid[] ids, CancellationToken ct)
        where T : PersonPart =>
        (await rows.AsNoTracking().Where(r => ids.Contains(r.PersonId)).OrderBy(r => r.Id).ToListAsync(ct)).ToLookup(r => r.PersonId);

    private static async Task<ILookup<Guid, ContactPosition>> Positions(KithDb db, Guid[] ids, CancellationToken ct)
    {
        var held = await (
            from position in db.Positions
            where ids.Contains(position.PersonId) && position.Kind == PositionKind.Work
            join organisation in db.Organisations on position.OrganisationId equals organisation.Id into at
            from organisation in at.DefaultIfEmpty()
            orderby position.IsCurrent descending, position.From descending, position.Id descending
            select new { position.PersonId, Organisation = organisation == null ? null : organisation.Name, position.Title, position.Department, position.From, position.To, position.IsCurrent }).ToListAsync(ct);
        return held.ToLookup(p => p.PersonId, p => new ContactPosition(p.Organisation, p.Title, p.Department, p.From, p.To, p.IsCurrent));
    }
}
