using Kith.Domain;
using Kith.Formats.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Adds what an address book knows about people who are here already. Nothing is overwritten, and what the user removed stays away.</summary>
internal static class UpdateContacts
{
    internal static async Task Run(ImportSession session, string kind, List<KnownContact> rows)
    {
        if (rows.Count == 0)
            return;
        // People of an earlier record of this same file may still wait to be written.
        await session.Staged.Flush(session.Ct);
        var now = await State.Load(session, kind, [.. rows.Select(r => session.People[r.Person]).Distinct()]);
        foreach (var row in rows)
            row.Tally.Count(Update(session, kind, row, now) ? Came.Updated : Came.Unchanged);
        rows.Clear();
        await session.SaveChanges();
    }

    private static bool Update(ImportSession session, string kind, KnownContact known, State now)
    {
        var id = session.People[known.Person];
        var row = known.Row;
        var added = new List<Entity>();
        if (!now.ByHand.Contains((id, nameof(PersonEmail))))
            added.AddRange(row.Emails.Where(e => now.IsNew(id, "email", e.Value)).Select(e => ContactFacts.Email(session, id, e)));
        if (!now.ByHand.Contains((id, nameof(PersonPhone))))
            added.AddRange(row.Phones.Select(p => ContactFacts.Phone(session, id, p)).Where(p => now.IsNew(id, "phone", p.E164 ?? p.Value)));
        if (!now.ByHand.Contains((id, nameof(PersonUrl))))
            added.AddRange(ContactFacts.Urls(row).Where(u => now.IsNew(id, "url", u.Value.TrimEnd('/'))).Select(u => ContactFacts.Url(session, id, u)));
        if (!now.ByHand.Contains((id, nameof(PersonTag))))
            added.AddRange(row.Categories.Where(c => now.IsNew(id, "tag", c)).Select(c => ContactFacts.Tag(session, id, c)));
        added.AddRange(row.Addresses.Where(a => now.IsNew(id, "address", $"{a.Street} {a.City} {a.PostalCode}")).Select(a => ContactFacts.Address(session, id, a)));
        if (!now.ByHand.Contains((id, nameof(Position))))
            added.AddRange(Positions(session, id, row, now));
        added.AddRange(ContactFacts.Findings(row).Where(f => now.IsNew(id, "finding", f)).Select(f => ContactFacts.Finding(session, id, f)));
        var filled = Fill(now.People[id], row, now.ByHand.Contains((id, nameof(Person))), session.People);
        foreach (var part in added)
            session.Staged.Add(part);
        // The key by which the next export finds the person at once is no news to the user.
        if (now.Keys.Add((kind, known.Key)))
            session.Staged.Add(new PersonSource { Id = session.Db.NewId(), PersonId = id, Kind = kind, Key = known.Key });
        if (added.Count == 0 && !filled)
            return false;
        session.People.Set(known.Person, Mark.Moved);
        return true;
    }

    // An address book is often older than what is known, so it never ends a position and makes none current beside another.
    private static IEnumerable<Position> Positions(ImportSession session, Guid id, ContactRecord row, State now)
    {
        foreach (var position in row.Positions)
            if (now.IsNew(id, "position", $"{Folding.Fold(position.Organisation)} {Folding.Fold(position.Title)}"))
                yield return ContactFacts.Position(session, id, position, position.Current && now.Working.Add(id));
    }

    private static bool Fill(Person person, ContactRecord row, bool isByHand, KnownPeople people)
    {
        if (isByHand)
            return false;
        var before = (person.Nickname, person.AdditionalName, person.Prefix, person.Suffix, person.Birthday, person.Notes, person.LinkedIn);
        person.Nickname ??= row.Name.Nickname;
        person.AdditionalName ??= row.Name.Additional;
        person.Prefix ??= row.Name.Prefix;
        person.Suffix ??= row.Name.Suffix;
        person.Birthday ??= row.Birthday;
        if (row.LinkedIn is { } slug && person.LinkedIn is null && people.Find(slug) == KnownPeople.Nobody)
            person.LinkedIn = slug;
        if (!string.IsNullOrWhiteSpace(row.Notes) && person.Notes?.Contains(row.Notes, StringComparison.Ordinal) != true)
            person.Notes = string.IsNullOrWhiteSpace(person.Notes) ? row.Notes : $"{person.Notes}\n\n{row.Notes}";
        return before != (person.Nickname, person.AdditionalName, person.Prefix, person.Suffix, person.Birthday, person.Notes, person.LinkedIn);
    }

    /// <summary>What is known about the people of one chunk.</summary>
    private sealed class State
    {
        private readonly HashSet<(Guid, string, string)> facts = [];

        internal Dictionary<Guid, Person> People { get; private init; } = [];

        internal HashSet<(Guid Person, string Noun)> ByHand { get; private init; } = [];

        /// <summary>Who has a current position.</summary>
        internal HashSet<Guid> Working { get; private init; } = [];

        internal HashSet<(string Kind, string Key)> Keys { get; private init; } = [];

        /// <summary>True once for each fact that is not there yet.</summary>
        internal bool IsNew(Guid person, string kind, string value) =>
            !string.IsNullOrWhiteSpace(value) && facts.Add((person, kind, kind is "address" or "position" ? Folding.Fold(value) : value.Trim().ToUpperInvariant()));

        internal static async Task<State> Load(ImportSession session, string kind, Guid[] ids)
        {
            var (db, ct) = (session.Db, session.Ct);
            var positions = await (
                from position in db.Positions
                where ids.Contains(position.PersonId)
                join organisation in db.Organisations.IgnoreQueryFilters(new[] { Data.KithDb.TrashFilter }) on position.OrganisationId equals organisation.Id into at
                from organisation in at.DefaultIfEmpty()
                select new { position.PersonId, position.Title, position.IsCurrent, position.Kind, Organisation = organisation == null ? null : organisation.Name }).ToListAsync(ct);
            var state = new State
            {
                People = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct),
                ByHand = await HandMade.Of(db, ids, ct),
                Working = [.. positions.Where(p => p.IsCurrent && p.Kind == PositionKind.Work).Select(p => p.PersonId)],
                Keys = [.. (await db.Sources.Where(s => ids.Contains(s.PersonId) && s.Kind == kind).Select(s => s.Key).ToListAsync(ct)).Select(k => (kind, k))],
            };
            foreach (var p in positions)
                state.IsNew(p.PersonId, "position", $"{Folding.Fold(p.Organisation)} {Folding.Fold(p.Title)}");
            var rest = await db.Emails.Where(r => ids.Contains(r.PersonId)).Select(r => new { r.PersonId, Kind = "email", r.Value })
                .Concat(db.Phones.Where(r => ids.Contains(r.PersonId)).Select(r => new { r.PersonId, Kind = "phone", Value = r.E164 ?? r.Value }))
                .Concat(db.Urls.Where(r => ids.Contains(r.PersonId)).Select(r => new { r.PersonId, Kind = "url", r.Value }))
                .Concat(db.Tags.Where(r => ids.Contains(r.PersonId)).Select(r => new { r.PersonId, Kind = "tag", r.Value }))
                .Concat(db.Findings.Where(r => r.PersonId != null && ids.Contains(r.PersonId.Value)).Select(r => new { PersonId = r.PersonId!.Value, Kind = "finding", Value = r.Fact }))
                .Concat(db.Addresses.Where(r => ids.Contains(r.PersonId)).Select(r => new { r.PersonId, Kind = "address", Value = r.Street + " " + r.City + " " + r.PostalCode })).ToListAsync(ct);
            foreach (var r in rest)
                state.IsNew(r.PersonId, r.Kind, r.Kind == "url" ? r.Value.TrimEnd('/') : r.Value);
            return state;
        }
    }
}
