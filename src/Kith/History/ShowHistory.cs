using Kith.Data;
using Microsoft.EntityFrameworkCore;

namespace Kith.History;

/// <summary>Shows what was done, newest first.</summary>
public static class ShowHistory
{
    /// <summary>Batches on a page.</summary>
    public const int PageSize = 50;

    /// <summary>One batch: when (in the user's zone), who, what, and whether it was taken back.</summary>
    public sealed record Entry(Guid Batch, DateTime At, string Who, string Title, DateTime? UndoneAt, bool TakesBack);

    /// <summary>One page of the history.</summary>
    public sealed record Shown(IReadOnlyList<Entry> Batches, int Page, int Total);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/batches", (int? page, KithDb db, WorkspaceClock clock, CancellationToken ct) => Handle(page, db, clock, ct)).WithSummary("Show what was done");

    public static async Task<Shown> Handle(int? page, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var at = Math.Clamp(page ?? 1, 1, 1_000_000);
        var rows = await db.Batches.AsNoTracking().OrderByDescending(b => b.At).ThenByDescending(b => b.Id)
            .Skip((at - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new(
            [.. rows.Select(b => new Entry(b.Id, clock.Local(b.At), b.Who, b.Title, b.UndoneAt is { } back ? clock.Local(back) : null, b.Undoes is not null))],
            at,
            await db.Batches.CountAsync(ct));
    }
}
