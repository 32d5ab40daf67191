using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Opportunities;

/// <summary>Lists opportunities, of one stage or all: the furthest along first, closed ones last.</summary>
public static class ListOpportunities
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    /// <summary>One opportunity.</summary>
    public sealed record Row(Guid Id, string Title, string? Organisation, OpportunityState State, DateOnly? SavedOn, DateOnly? AppliedOn, string? Url, CloseReason? Reason = null, OpportunityState? ClosedAfter = null);

    /// <summary>One page of the list.</summary>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total, int Number);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/opportunities", (int? page, OpportunityState? stage, KithDb db, CancellationToken ct) => Handle(page ?? 1, db, ct, stage)).WithSummary("List opportunities");

    public static async Task<Page> Handle(int page, KithDb db, CancellationToken ct, OpportunityState? stage = null)
    {
        var number = Math.Clamp(page, 1, 10_000);
        var all = stage is null ? db.Opportunities : db.Opportunities.Where(o => o.State == stage);
        var total = await all.CountAsync(ct);
        var rows = await (
            from opportunity in all
            join place in db.Organisations on opportunity.OrganisationId equals place.Id into places
            from organisation in places.DefaultIfEmpty()
            orderby opportunity.State == OpportunityState.Closed ? -1 : (int)opportunity.State descending, opportunity.SavedOn descending, opportunity.Id
            select new Row(
                opportunity.Id, opportunity.Title, organisation == null ? null : organisation.Name, opportunity.State, opportunity.SavedOn, opportunity.AppliedOn, opportunity.Url,
                opportunity.CloseReason, opportunity.ClosedAfter))
            .AsNoTracking().Skip((number - 1) * Size).Take(Size).ToListAsync(ct);
        return new(rows, total, number);
    }
}
