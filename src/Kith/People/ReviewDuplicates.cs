using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Shows the pairs of people who may be one: the likeliest first, those put off until their day.</summary>
public static class ReviewDuplicates
{
    /// <summary>Pairs a list shows at most.</summary>
    public const int Most = 500;

    private const int LatelyMerged = 10;

    /// <summary>A pair: how likely, why, and who.</summary>
    public sealed record Pair(Guid Id, double Score, IReadOnlyList<string> Reasons, IReadOnlyList<Guid> People);

    /// <summary>One of the two, with everything that helps to tell.</summary>
    public sealed record Side(PersonRecord Person, string? Headline, int Contacts, DateTime? LastContact, DateTime CreatedAt);

    /// <summary>A merge that can be taken back.</summary>
    public sealed record Merge(Guid Batch, string Title, DateTime At);

    /// <summary>The pair to decide next, how many wait, and what was merged lately.</summary>
    public sealed record Shown(Pair? Next, IReadOnlyList<Side> Sides, int Waiting, IReadOnlyList<Merge> Merged);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/duplicates", (int? limit, KithDb db, WorkspaceClock clock, CancellationToken ct) => List(limit ?? Most, db, clock, ct)).WithSummary("List people who may be one");

    /// <summary>The pairs that wait, the likeliest first.</summary>
    public static async Task<IReadOnlyList<Pair>> List(int limit, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
        [.. (await Waiting(db, clock).OrderByDescending(d => d.Score).ThenBy(d => d.Id).Take(Math.Clamp(limit, 1, Most)).AsNoTracking().ToListAsync(ct)).Select(Told)];

    public static async Task<Shown> Handle(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var next = await List(1, db, clock, ct);
        var merged = await Merged(db, clock, ct);
        if (next.Count == 0)
            return new(null, [], 0, merged);
        return new(next[0], await Sides(db, clock, next[0].People, ct), await Waiting(db, clock).CountAsync(ct), merged);
    }

    // Whoever is in the trash or merged already is nobody to compare.
    private static IQueryable<Duplicate> Waiting(KithDb db, WorkspaceClock clock)
    {
        var today = clock.Today;
        return db.Duplicates.Where(d => d.State == DuplicateState.Open && (d.LaterUntil == null || d.LaterUntil <= today)
            && db.People.Any(p => p.Id == d.FirstId) && db.People.Any(p => p.Id == d.SecondId));
    }

    private static async Task<IReadOnlyList<Side>> Sides(KithDb db, WorkspaceClock clock, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        var contacts = await db.Interactions.Where(i => ids.Contains(i.PersonId)).GroupBy(i => i.PersonId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var records = await PersonRecords.Of(db, people, ct);
        return [.. people.Zip(records, (p, r) => new Side(r, p.Headline, contacts.GetValueOrDefault(p.Id), p.LastContact is { } at ? clock.Local(at) : null, p.CreatedAt))
            // The row with more behind it is who they become.
            .OrderByDescending(s => s.Contacts).ThenBy(s => s.CreatedAt).ThenBy(s => s.Person.Id)];
    }

    private static async Task<IReadOnlyList<Merge>> Merged(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var gone = db.People.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).Where(p => p.MergedInto != null).Select(p => p.Id);
        var batches = await (
            from change in db.Changes
            where gone.Contains(change.RowId) && change.Operation == Operation.Changed && change.After!.Contains("\"MergedInto\":\"")
            join batch in db.Batches on change.BatchId equals batch.Id
            where batch.UndoneAt == null && batch.Undoes == null
            select batch).Distinct().OrderByDescending(b => b.Id).Take(LatelyMerged).AsNoTracking().ToListAsync(ct);
        return [.. batches.Select(b => new Merge(b.Id, b.Title, clock.Local(b.At)))];
    }

    private static Pair Told(Duplicate pair) => new(pair.Id, Math.Round(pair.Score, 3), pair.Reasons.Split('\n', StringSplitOptions.RemoveEmptyEntries), [pair.FirstId, pair.SecondId]);
}
