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
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (reversed, kept) = await Reversal.Of(db, undone, ct);
        undone.UndoneAt = db.Clock.GetUtcNow().UtcDateTime;
        // What was kept belongs to the history, so that it can be read after the toast is gone.
        if (kept.Count > 0 && db.LastBatch is { } made && await db.Batches.FirstOrDefaultAsync(b => b.Id == made, ct) is { } taking)
            taking.Title += $". {Say(kept)}";
        // Taking back what took something back does the first thing again.
        if (undone.Undoes is { } first && await db.Batches.FirstOrDefaultAsync(b => b.Id == first, ct) is { } again)
            again.UndoneAt = null;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new(undone.Id, undone.Title, reversed, kept, db.LastBatch);
    }

    /// <summary>What was kept, by reason: "Kept 2 people: you have worked with this person since".</summary>
    internal static string Say(IReadOnlyList<Kept> kept) =>
        "Kept " + string.Join("; ", kept.GroupBy(k => (k.Noun, k.Reason)).Take(3).Select(g => $"{g.Count()} × {Word(g.Key.Noun)}: {g.Key.Reason}"));

    private static string Word(string noun) => noun.StartsWith("Person", StringComparison.Ordinal) && noun.Length > 6 ? noun[6..].ToLowerInvariant() : noun.ToLowerInvariant();
}
