using System.Text.Json;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kith.History;

/// <summary>Takes back a batch where nothing later touched it, and reports what it could not.</summary>
public static class UndoBatch
{
    /// <summary>What was taken back and what was kept, with the reason.</summary>
    public sealed record Undone(Guid Batch, string Title, int Reversed, IReadOnlyList<Kept> Kept, Guid? UndoneBy);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/batches/{batch:guid}/undo", Handle).WithSummary("Take back a batch");

    /// <summary>Maps the form behind every Undo button.</summary>
    public static void MapForm(IEndpointRouteBuilder pages) =>
        pages.MapPost("/undo", ([FromForm] Guid batch, [FromForm] string? returnUrl, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then(returnUrl, async () =>
            {
                var undone = await Handle(batch, db, ct);
                var said = undone.Reversed == 0 ? "Nothing could be taken back" : "Taken back";
                return undone.Kept.Count == 0 ? new(said) : new($"{said}. {Say(undone.Kept)}", Href: "/history", HrefText: "See the history");
            }));

    public static async Task<Undone> Handle(Guid batch, KithDb db, CancellationToken ct)
    {
        var undone = await db.Batches.OrRefuse(batch, ct);
        if (undone.UndoneAt is not null)
            throw new RefusedException("batch.undone", $"\"{undone.Title}\" was taken back already.");
        var chain = await Chain(db, undone, ct);
        if (chain.Index().Any(b => b.Item.UndoneAt is not null != (b.Index % 2 == 1)))
            throw new RefusedException("batch.superseded", "What this took back has been taken back or done again since; go on from there.");
        // What an import brought in is in its file only.
        if (chain.Skip(1).Any(b => b.IsBulk))
            throw new RefusedException("batch.bulk", "An import that was taken back cannot be done again from here. Import the file once more.");
        if (await IsLateMerge(db, undone, ct))
            throw new RefusedException("merge.late", "These people went on since: they were merged again, or have a history of their own. Take that back first, the latest first, or merge them anew.");
        var ids = chain.ConvertAll(b => b.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (reversed, kept) = await Reversal.Of(db, undone, ct);
        // What was kept belongs to the history, so that it can be read after the toast is gone.
        if (kept.Count > 0 && db.LastBatch is { } made && await db.Batches.FirstOrDefaultAsync(b => b.Id == made, ct) is { } taking)
            taking.Title += $". {Say(kept)}";
        // Taking back what took something back does the first thing again, and so on down the chain.
        foreach (var batchOf in await db.Batches.Where(b => ids.Contains(b.Id)).ToListAsync(ct))
            batchOf.UndoneAt = ids.IndexOf(batchOf.Id) % 2 == 0 ? db.Clock.GetUtcNow().UtcDateTime : null;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new(undone.Id, undone.Title, reversed, kept, db.LastBatch);
    }

    // The batch, what it took back, what that took back, and so on.
    private static async Task<List<Batch>> Chain(KithDb db, Batch batch, CancellationToken ct)
    {
        List<Batch> chain = [batch];
        while (chain[^1].Undoes is { } before && await db.Batches.FirstOrDefaultAsync(b => b.Id == before, ct) is { } earlier)
            chain.Add(earlier);
        return chain;
    }

    // On the row of somebody who is another one now nobody would see what is open: whoever was merged again, or has a history of their own again,
    // cannot be moved by an older merge.
    private static async Task<bool> IsLateMerge(KithDb db, Batch batch, CancellationToken ct)
    {
        var people = await Reversal.Merged(db, batch).AsNoTracking().ToListAsync(ct);
        var ids = people.ConvertAll(c => c.RowId);
        if (ids.Count == 0)
            return false;
        if (await Reversal.Since(db, batch).AnyAsync(c => ids.Contains(c.RowId), ct))
            return true;
        foreach (var person in people)
        {
            // Whoever stays behind another row anyway is not hidden by this.
            if (MergedInto(person.After!) is not null || MergedInto(person.Before!) is not { } becomes)
                continue;
            var row = await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).AsNoTracking().FirstOrDefaultAsync(p => p.Id == person.RowId, ct);
            if (row is null || row.TrashedAt is not null || !await db.People.AnyAsync(p => p.Id == becomes, ct) || await BornRows.HasOthers(db, row, batch.Id, [], ct))
                return true;
        }
        return false;
    }

    private static Guid? MergedInto(string columns)
    {
        using var read = JsonDocument.Parse(columns);
        return read.RootElement.GetProperty(nameof(Person.MergedInto)).Deserialize<Guid?>();
    }

    /// <summary>What was kept, by reason: "Kept 2 people: you have worked with this person since".</summary>
    internal static string Say(IReadOnlyList<Kept> kept) =>
        "Kept " + string.Join("; ", kept.GroupBy(k => (k.Noun, k.Reason)).Take(3).Select(g => $"{g.Count()} × {Word(g.Key.Noun)}: {g.Key.Reason}"));

    private static string Word(string noun) => noun.StartsWith("Person", StringComparison.Ordinal) && noun.Length > 6 ? noun[6..].ToLowerInvariant() : noun.ToLowerInvariant();
}
