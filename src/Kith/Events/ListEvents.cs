using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Events;

/// <summary>Lists events: those to come first, the nearest on top, then those that were.</summary>
public static class ListEvents
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    /// <summary>One event in the user's local time: exchanges at it, and how many of these were followed up.</summary>
    public sealed record Row(Guid Id, string Name, DateTime? At, string? Place, string? Status, string? Url, bool IsPast, int Exchanges, int FollowedUp);

    /// <summary>One page of the list.</summary>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total, int Number);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/events", (int? page, KithDb db, WorkspaceClock clock, CancellationToken ct) => Handle(page ?? 1, db, clock, ct)).WithSummary("List events");

    public static async Task<Page> Handle(int page, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var number = Math.Clamp(page, 1, 10_000);
        var midnight = clock.Noon(clock.Today).AddHours(-12);
        var total = await db.Events.CountAsync(ct);
        var rows = await db.Events.AsNoTracking()
            .OrderBy(e => e.StartsAt >= midnight ? 0 : e.StartsAt == null ? 2 : 1)
            .ThenBy(e => e.StartsAt >= midnight ? e.StartsAt : null).ThenByDescending(e => e.StartsAt).ThenBy(e => e.Id)
            .Skip((number - 1) * Size).Take(Size)
            .Select(e => new
            {
                Event = e,
                Exchanges = db.Exchanges.Count(x => x.EventId == e.Id),
                FollowedUp = db.Loops.Count(l => l.EvidenceId != null && l.Kind == LoopKind.FollowUp && db.Exchanges.Any(x => x.Id == l.ExchangeId && x.EventId == e.Id)),
            }).ToListAsync(ct);
        return new(
            [.. rows.Select(r => new Row(
                r.Event.Id, r.Event.Name, r.Event.StartsAt is { } at ? clock.Local(at) : null, r.Event.Place, r.Event.Status, r.Event.Url, r.Event.StartsAt < midnight, r.Exchanges, r.FollowedUp))],
            total, number);
    }
}
