using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Moves what hangs on one person to another, row by row, so that the change log can move it back.</summary>
internal static class MovedParts
{
    internal static async Task Move(KithDb db, Guid keep, Guid other, CancellationToken ct)
    {
        await Move(db, db.Emails, keep, other, e => (e.Value.ToUpperInvariant(), null, null), ct);
        await Move(db, db.Phones, keep, other, p => (p.E164 ?? p.Value, null, null), ct);
        await Move(db, db.Urls, keep, other, u => (u.Value.TrimEnd('/').ToUpperInvariant(), null, null), ct);
        await Move(db, db.Tags, keep, other, t => (t.Value.ToUpperInvariant(), null, null), ct);
        await Move(db, db.Addresses, keep, other, a => (Folding.Fold(a.Street), Folding.Fold(a.City), Folding.Fold($"{a.Region} {a.PostalCode} {a.Country}")), ct);
        await Move(db, db.Positions, keep, other, p => (p.OrganisationId, Folding.Fold(p.Title), p.From), ct);
        await Move(db, db.Sources, keep, other, null, ct);
        await Move(db, db.Exchanges, keep, other, null, ct);
        await Move(db, db.Interactions, keep, other, null, ct);
        await Move(db, db.Loops, keep, other, null, ct);
        await Move(db, db.Answers, keep, other, null, ct);
        await MoveAcquaintances(db, keep, other, ct);
        foreach (var finding in await db.Findings.Where(f => f.PersonId == other).ToListAsync(ct))
            finding.PersonId = keep;
    }

    // Whoever knew the other one knows this one; that the two knew each other says nothing any more.
    private static async Task MoveAcquaintances(KithDb db, Guid keep, Guid other, CancellationToken ct)
    {
        var rows = await db.Acquaintances.Where(a => a.PersonId == other || a.OtherId == other || a.PersonId == keep || a.OtherId == keep).ToListAsync(ct);
        var known = rows.Where(a => a.PersonId != other && a.OtherId != other).Select(Fact).ToHashSet();
        foreach (var row in rows.Where(a => a.PersonId == other || a.OtherId == other))
        {
            (Guid person, Guid knows) = (row.PersonId == other ? keep : row.PersonId, row.OtherId == other ? keep : row.OtherId);
            if (person == knows || !known.Add((person, knows, row.Kind?.ToUpperInvariant())))
                db.Remove(row);
            else
                (row.PersonId, row.OtherId) = (person, knows);
        }

        static (Guid, Guid, string?) Fact(Acquaintance a) => (a.PersonId, a.OtherId, a.Kind?.ToUpperInvariant());
    }

    // A fact that both have is kept once; the log remembers the other, and taking the merge back brings it back.
    private static async Task Move<T>(KithDb db, IQueryable<T> rows, Guid keep, Guid other, Func<T, (object?, object?, object?)>? fact, CancellationToken ct)
        where T : PersonPart
    {
        HashSet<(object?, object?, object?)> known = fact is null ? [] : [.. (await rows.AsNoTracking().Where(r => r.PersonId == keep).ToListAsync(ct)).Select(fact)];
        foreach (var row in await rows.Where(r => r.PersonId == other).ToListAsync(ct))
            if (fact is not null && !known.Add(fact(row)))
                db.Remove(row);
            else
                row.PersonId = keep;
    }
}
