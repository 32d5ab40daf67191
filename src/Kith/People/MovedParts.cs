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
        await Move(db, db.Stakeholders, keep, other, s => (s.OrganisationId, null, null), ct);
        await Move(db, db.Briefs, keep, other, null, ct);
        await Move(db, db.WrittenMessages, keep, other, null, ct);
        await Move(db, db.Showings, keep, other, null, ct);
        await Move(db, db.Impressions, keep, other, null, ct);
        await Move(db, db.Feedback, keep, other, null, ct);
        await Move(db, db.OpportunityPeople, keep, other, p => (p.OpportunityId, null, null), ct);
        await MoveApproaches(db, keep, other, ct);
        foreach (var question in await db.Questions.Where(q => q.PersonId == other).ToListAsync(ct))
            question.PersonId = keep;
        foreach (var attendee in await db.Attendees.Where(a => a.PersonId == other).ToListAsync(ct))
            attendee.PersonId = keep;
        foreach (var handOut in await db.HandOuts.Where(h => h.PersonId == other).ToListAsync(ct))
            handOut.PersonId = keep;
        foreach (var reply in await db.CardReplies.Where(r => r.PersonId == other).ToListAsync(ct))
            reply.PersonId = keep;
        foreach (var finding in await db.Findings.Where(f => f.PersonId == other).ToListAsync(ct))
            finding.PersonId = keep;
    }

    // Somebody cannot introduce themselves, nor be the second of a sequence with themselves.
    private static async Task MoveApproaches(KithDb db, Guid keep, Guid other, CancellationToken ct)
    {
        foreach (var asked in await db.Introductions.Where(i => i.PersonId == other || i.OtherId == other).ToListAsync(ct))
        {
            asked.PersonId = asked.PersonId == other ? keep : asked.PersonId;
            asked.OtherId = asked.OtherId == other ? keep : asked.OtherId;
            asked.OtherId = asked.OtherId == asked.PersonId ? null : asked.OtherId;
        }
        foreach (var run in await db.SequenceRuns.Where(r => r.PersonId == other || r.SecondId == other).ToListAsync(ct))
        {
            run.PersonId = run.PersonId == other ? keep : run.PersonId;
            run.SecondId = run.SecondId == other ? keep : run.SecondId;
            run.SecondId = run.SecondId == run.PersonId ? null : run.SecondId;
        }
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
