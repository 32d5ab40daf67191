using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.History;

/// <summary>Takes back a batch where nothing later touched it, and reports what it could not.</summary>
public static class UndoBatch
{
    /// <summary>What was taken back and what was kept, with the reason.</summary>
    public sealed record Undone(Guid Batch, string Title, int Reversed, IReadOnlyList<Kept> Kept, Guid? UndoneBy);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/batches/{batch:guid}/undo", Handle).WithSummary("Take back a batch");

    public static async Task<Undone> Handle(Guid batch, KithDb db, CancellationToken ct)
    {
        var undone = await db.Batches.OrRefuse(batch, ct);
        if (undone.UndoneAt is not null)
            throw new RefusedException("batch.undone", $"\"{undone.Title}\" was taken back already.");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (reversed, kept) = await Reversal.Of(db, undone, ct);
        // Taking back an undo puts the first batch in force again, so that it can be taken back once more.
        if (undone.Undoes is { } first && await db.Batches.FirstOrDefaultAsync(b => b.Id == first, ct) is { } original)
            original.UndoneAt = null;
        undone.UndoneAt = db.Clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new(undone.Id, undone.Title, reversed, kept, db.LastBatch);
    }
}
