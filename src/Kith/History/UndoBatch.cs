using Kith.Data;
using Kith.Domain;

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
        undone.UndoneAt = db.Clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new(undone.Id, undone.Title, reversed, kept, db.LastBatch);
    }
}
