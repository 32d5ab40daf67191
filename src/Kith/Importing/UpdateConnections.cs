using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>
/// Compares rows of a later export with what is known. What LinkedIn changed is changed; what the user changed by hand stays as the user
/// left it, whatever the export says.
/// </summary>
internal static class UpdateConnections
{
    /// <summary>Marks the e-mail address that came from LinkedIn, because a later export may change it.</summary>
    internal const string Label = "LinkedIn";

    internal static async Task Run(ImportSession session, List<KnownConnection> rows)
    {
        if (rows.Count == 0)
            return;
        // People of an earlier row of this same file may still wait to be written.
        await session.Staged.Flush(session.Ct);
        var now = await State.Load(session, [.. rows.Select(r => session.People[r.Person])]);
        foreach (var row in rows)
            row.Tally.Count(await Update(session, row, now));
        rows.Clear();
        await session.SaveChanges();
    }

    private static async Task<Came> Update(ImportSession session, KnownConnection known, State now)
    {
        // The file may hold the same profile twice within one chunk.
        if (session.People.Is(known.Person, Mark.Connected))
            return Came.Unchanged;
        session.People.Set(known.Person, Mark.Connected);
        var id = session.People[known.Person];
        var came = Came.Unchanged;
        if (!now.Connected.Contains(id))
        {
            ImportConnections.AddExchange(session, known.Person, known.Row, known.Key);
            session.People.Set(known.Person, Mark.Answered);
            came = Came.Updated;
        }
        var facts = Rename(known, now.People[id], now)
            | await Remail(session, known, id, now)
            | Reposition(session, known, id, now);
        if (facts)
            session.People.Set(known.Person, Mark.Moved);
        return facts ? Came.Updated : came;
    }

    private static bool Rename(KnownConnection known, Person person, State now)
    {
        var (given, family, suffix) = (ImportConnections.Text(known.Row.Name.Given), ImportConnections.Text(known.Row.Name.Family), known.Row.Name.Suffix);
        var isSame = person.GivenName == given && person.FamilyName == family && person.Suffix == suffix;
        if (isSame || (given is null && family is null) || person.BornIn is null || now.Merged.Contains(person.Id) || now.IsByHand(person.Id, nameof(Person)))
            return false;
        (person.FullName, person.GivenName, person.FamilyName, person.Suffix) = (ImportConnections.FullName(known.Row), given, family, suffix);
        return true;
    }

    private static async Task<bool> Remail(ImportSession session, KnownConnection known, Guid id, State now)
    {
        if (known.Row.Email is not { } address || now.Emails[id].Any(e => e.Value.Equals(address, StringComparison.OrdinalIgnoreCase)) || now.IsByHand(id, nameof(PersonEmail)))
            return false;
        if (now.Emails[id].FirstOrDefault(e => e.Label == Label) is { } former)
            (await session.Db.Emails.SingleAsync(e => e.Id == former.Id, session.Ct)).Value = address;
        else
            ImportConnections.AddEmail(session, id, address);
        return true;
    }

    // A position that is known, current or past, is not news: it may come from an older export, or the user ended it.
    private static bool Reposition(ImportSession session, KnownConnection known, Guid id, State now)
    {
        var (company, title) = (known.Row.Company, known.Row.Title);
        if ((company is null && title is null) || now.IsByHand(id, nameof(Position)))
            return false;
        var organisation = company is null ? null : session.Organisations.Find(company);
        var isKnown = (company is null || organisation is not null)
            && now.Positions[id].Any(p => p.OrganisationId == organisation && Folding.Fold(p.Title) == Folding.Fold(title));
        if (isKnown)
            return false;
        foreach (var former in now.Positions[id].Where(p => p.IsCurrent && p.BornIn is not null && p.Kind == PositionKind.Work))
            End(session, former);
        ImportConnections.AddPosition(session, id, company, title);
        return true;
    }

    private static void End(ImportSession session, Position former)
    {
        session.Db.Attach(former);
        former.End(session.Clock.Today);
    }

    /// <summary>What is known about the people of one chunk.</summary>
    private sealed class State
    {
        private HashSet<(Guid Person, string Noun)> byHand = [];

        internal Dictionary<Guid, Person> People { get; private init; } = [];

        internal ILookup<Guid, PersonEmail> Emails { get; private init; } = null!;

        internal ILookup<Guid, Position> Positions { get; private init; } = null!;

        internal HashSet<Guid> Connected { get; private init; } = [];

        /// <summary>Those who several rows were merged into: their name is one the user chose among several.</summary>
        internal HashSet<Guid> Merged { get; private init; } = [];

        internal bool IsByHand(Guid person, string noun) => byHand.Contains((person, noun));

        internal static async Task<State> Load(ImportSession session, Guid[] ids)
        {
            var (db, ct) = (session.Db, session.Ct);
            return new()
            {
                People = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct),
                Emails = (await db.Emails.AsNoTracking().Where(e => ids.Contains(e.PersonId)).ToListAsync(ct)).ToLookup(e => e.PersonId),
                Positions = (await db.Positions.AsNoTracking().Where(p => ids.Contains(p.PersonId)).ToListAsync(ct)).ToLookup(p => p.PersonId),
                Connected = [.. await db.Exchanges.Where(e => ids.Contains(e.PersonId) && e.Tactic == Tactic.LinkedInConnection).Select(e => e.PersonId).ToListAsync(ct)],
                Merged = [.. await db.People.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).Where(p => p.MergedInto != null && ids.Contains(p.MergedInto.Value)).Select(p => p.MergedInto!.Value).ToListAsync(ct)],
                byHand = await HandMade.Of(db, ids, ct),
            };
        }
    }
}
