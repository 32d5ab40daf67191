using Kith.Domain;
using Kith.Domain.Identity;
using Kith.Formats.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Everybody an address book can name, by the keys that are worth something: the program's own, LinkedIn, e-mail, number.</summary>
internal sealed class KnownContacts
{
    private readonly KnownPeople people;
    private readonly Dictionary<UInt128, int> sources = [];
    private readonly Dictionary<UInt128, List<int>> ways = [];
    private readonly Dictionary<int, string> names = [];

    private KnownContacts(KnownPeople people) => this.people = people;

    /// <summary>Whom a record is about, and who may be the same person without it being certain.</summary>
    /// <param name="Person">The person, or nobody.</param>
    /// <param name="Suspects">Others who may be the same.</param>
    /// <param name="IsNameless">The person is known by nothing but an address.</param>
    internal readonly record struct Match(int Person, IReadOnlyList<int> Suspects, bool IsNameless = false);

    internal static async Task<KnownContacts> Load(ImportSession session, string kind)
    {
        var (db, ct) = (session.Db, session.Ct);
        var known = new KnownContacts(session.People);
        var places = new Dictionary<Guid, int>();
        await foreach (var p in db.People.IgnoreQueryFilters(new[] { Data.KithDb.TrashFilter }).Where(p => p.MergedInto == null)
            .Select(p => new { p.Id, p.FullName, p.TrashedAt, p.IsSelf, p.LinkedIn }).AsAsyncEnumerable().WithCancellation(ct))
        {
            var place = p.LinkedIn is { } slug && session.People.Find(slug) is var found && found != KnownPeople.Nobody ? found
                : session.People.Add(p.Id, $"id:{p.Id:N}", (p.TrashedAt is null ? Mark.None : Mark.Trashed) | (p.IsSelf ? Mark.Self : Mark.None));
            (places[p.Id], known.names[place]) = (place, p.FullName);
        }
        await foreach (var s in db.Sources.Where(s => s.Kind == kind).Select(s => new { s.PersonId, s.Key }).AsAsyncEnumerable().WithCancellation(ct))
            if (places.TryGetValue(s.PersonId, out var place))
                known.sources[Keys.Hash(s.Key)] = place;
        var ways = db.Emails.Select(e => new { e.PersonId, e.Value }).Concat(db.Phones.Where(p => p.E164 != null).Select(p => new { p.PersonId, Value = p.E164! }));
        await foreach (var w in ways.AsAsyncEnumerable().WithCancellation(ct))
            if (places.TryGetValue(w.PersonId, out var place))
                known.Learn(w.Value, place);
        return known;
    }

    /// <summary>The key by which the same record is found in a later export.</summary>
    internal static string KeyOf(ContactRecord row, string name) => !string.IsNullOrWhiteSpace(row.Uid) && row.Uid.Length <= 200 ? row.Uid.Trim() : Keys.Of(
        "row:", Folding.Fold(name), ContactFacts.First(row.Emails)?.Value.ToUpperInvariant(), ContactFacts.First(row.Phones)?.Value,
        Folding.Fold(ContactFacts.First(row.Positions)?.Organisation), row.Birthday);

    internal Match Find(ContactRecord row, string name)
    {
        if (sources.TryGetValue(Keys.Hash(KeyOf(row, name)), out var same))
            return new(same, []);
        if (row.LinkedIn is { } slug && people.Find(slug) is var profile && profile != KnownPeople.Nobody)
            return new(profile, []);
        var reached = Ways(row).SelectMany(w => ways.GetValueOrDefault(Keys.Hash(w)) ?? []).Distinct().ToList();
        // A shared address or number is strong only together with a name that fits: families share both, and so do front desks.
        var fitting = reached.Where(p => PersonNames.AreOne(names.GetValueOrDefault(p) ?? "", name)).ToList();
        return fitting.Count > 0 ? new(fitting[0], fitting[1..]) : new(KnownPeople.Nobody, reached);
    }

    /// <summary>Who has the address. With a name that does not fit it is somebody else who shares it; without a name it is whoever had it first.</summary>
    internal Match FindByAddress(string address, string? name)
    {
        var holders = ways.GetValueOrDefault(Keys.Hash(address.Trim().ToUpperInvariant())) ?? [];
        foreach (var holder in holders)
        {
            var nameless = names.GetValueOrDefault(holder)?.Contains('@', StringComparison.Ordinal) ?? true;
            if (nameless || name is null || PersonNames.AreOne(names[holder], name))
                return new(holder, [], nameless);
        }
        return new(KnownPeople.Nobody, holders);
    }

    /// <summary>Remembers a record of this file, so that the next one about the same person finds it.</summary>
    internal void Learn(ContactRecord row, string name, int person)
    {
        sources[Keys.Hash(KeyOf(row, name))] = person;
        names.TryAdd(person, name);
        foreach (var way in Ways(row))
            Learn(way, person);
    }

    private void Learn(string way, int person)
    {
        var key = Keys.Hash(way.Trim().ToUpperInvariant());
        if (!ways.TryGetValue(key, out var holders))
            ways[key] = holders = [];
        if (!holders.Contains(person))
            holders.Add(person);
    }

    private static IEnumerable<string> Ways(ContactRecord row) =>
        row.Emails.Select(e => e.Value).Concat(row.Phones.Select(p => Telephone.E164(p.Value, null)).OfType<string>()).Select(w => w.Trim().ToUpperInvariant());
}
