using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>The rows that a bulk batch created: they carry its id instead of one log line each.</summary>
internal static class BornRows
{
    /// <summary>
    /// Removes what the batch brought in. A person who has a later history (a log line, a row made by hand or by another import) stays, with
    /// everything the batch brought about them.
    /// </summary>
    internal static async Task<int> Remove(KithDb db, Batch batch, List<Kept> kept, CancellationToken ct)
    {
        var alive = await LaterPeople(db, batch, ct);
        foreach (var person in await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.BornIn == batch.Id && alive.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct))
            kept.Add(new(person, nameof(Person), "you have worked with this person since"));

        var removed = 0;
        removed += await Delete(db.Loops, batch, alive, ct);
        removed += await Delete(db.Interactions, batch, alive, ct);
        removed += await Delete(db.Exchanges, batch, alive, ct);
        removed += await Delete(db.Positions, batch, alive, ct);
        removed += await Delete(db.Emails, batch, alive, ct);
        removed += await Delete(db.Phones, batch, alive, ct);
        removed += await Delete(db.Urls, batch, alive, ct);
        removed += await Delete(db.Addresses, batch, alive, ct);
        removed += await Delete(db.Tags, batch, alive, ct);
        removed += await Delete(db.Sources, batch, alive, ct);
        removed += await db.Findings.Where(f => f.BornIn == batch.Id && (f.PersonId == null || !alive.Contains(f.PersonId.Value))).ExecuteDeleteAsync(ct);
        removed += await db.Opportunities.Where(o => o.BornIn == batch.Id && !db.Changes.Any(c => c.RowId == o.Id)).ExecuteDeleteAsync(ct);
        removed += await db.Events.Where(e => e.BornIn == batch.Id && !db.Changes.Any(c => c.RowId == e.Id)).ExecuteDeleteAsync(ct);
        removed += await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.BornIn == batch.Id && !alive.Contains(p.Id)).ExecuteDeleteAsync(ct);
        removed += await db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).Where(o => o.BornIn == batch.Id
            && !db.Positions.Any(p => p.OrganisationId == o.Id) && !db.Targets.Any(t => t.OrganisationId == o.Id)
            && !db.Findings.Any(f => f.OrganisationId == o.Id) && !db.Opportunities.Any(p => p.OrganisationId == o.Id)
            && !db.Changes.Any(c => c.RowId == o.Id)).ExecuteDeleteAsync(ct);
        await Recompute(db, batch, ct);
        return removed;
    }

    /// <summary>True when rows that another batch made hang on this one, so that removing it would lose them.</summary>
    internal static async Task<bool> HasOthers(KithDb db, Entity row, Guid batch, CancellationToken ct) => row switch
    {
        Person p => await Others(db, p.Id, batch).AnyAsync(ct),
        Organisation o => await db.Positions.AnyAsync(p => p.OrganisationId == o.Id && !db.Changes.Any(c => c.RowId == p.Id && c.BatchId == batch), ct),
        _ => false,
    };

    private static IQueryable<Guid> Others(KithDb db, Guid person, Guid batch) =>
        About(db).Where(r => r.PersonId == person && !db.Changes.Any(c => c.RowId == r.Id && c.BatchId == batch)).Select(r => r.Id);

    // Hand-made rows have no BornIn; rows of another import have another one.
    private static async Task<HashSet<Guid>> LaterPeople(KithDb db, Batch batch, CancellationToken ct)
    {
        var people = (await About(db).Where(r => r.BornIn != batch.Id && db.People.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).Any(p => p.Id == r.PersonId && p.BornIn == batch.Id))
            .Select(r => r.PersonId).Distinct().ToListAsync(ct)).ToHashSet();
        people.UnionWith(await (from change in db.Changes
                                join origin in db.Batches on change.BatchId equals origin.Id
                                where change.PersonId != null && origin.Id > batch.Id && origin.UndoneAt == null && origin.Undoes == null
                                select change.PersonId!.Value).Distinct().ToListAsync(ct));
        return people;
    }

    private static IQueryable<Part> About(KithDb db) =>
        db.Loops.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn })
            .Concat(db.Interactions.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.Exchanges.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.Positions.Select(r => new Part { Id = r.Id, PersonId = r.PersonId, BornIn = r.BornIn }))
            .Concat(db.Findings.Where(r => r.PersonId != null).Select(r => new Part { Id = r.Id, PersonId = r.PersonId!.Value, BornIn = r.BornIn }));

    private static Task<int> Delete<T>(IQueryable<T> rows, Batch batch, HashSet<Guid> alive, CancellationToken ct)
        where T : PersonPart =>
        rows.Where(r => r.BornIn == batch.Id && !alive.Contains(r.PersonId)).ExecuteDeleteAsync(ct);

    // People who were there before lose what the batch added to their history, so their projections move.
    private static async Task Recompute(KithDb db, Batch batch, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await Projections.Rebuild(db, ct);
        // Rebuilding forgets what it has seen, and the caller has yet to mark the batch as taken back.
        db.Attach(batch);
    }

    private sealed class Part
    {
        public Guid Id { get; init; }

        public Guid PersonId { get; init; }

        public Guid? BornIn { get; init; }
    }
}
