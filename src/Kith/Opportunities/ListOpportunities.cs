using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Opportunities;

/// <summary>Lists opportunities: the furthest along first, closed ones last.</summary>
public static class ListOpportunities
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    /// <summary>One opportunity.</summary>
    public sealed record Row(Guid Id, string Title, string? Organisation, OpportunityState State, DateOnly? SavedOn, DateOnly? AppliedOn, string? Url);

    /// <summary>One page of the list.</summary>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total, int Number);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/opportunities", (int? page, KithDb db, CancellationToken ct) => Handle(page ?? 1, db, ct)).WithSummary("List opportunities");

    public static async Task<Page> Handle(int page, KithDb db, CancellationToken ct)
    {
        var number = Math.Clamp(page, 1, 10_000);
        var total = await db.Opportunities.CountAsync(ct);
        var rows = await (
            from opportunity in db.Opportunities
            join place in db.Organisations on opportunity.OrganisationId equals place.Id into places
            from organisation in places.DefaultIfEmpty()
            orderby opportunity.State == OpportunityState.Closed ? -1 : (int)opportunity.State descending, opportunity.SavedOn descending, opportunity.Id
            select new Row(
                opportunity.Id, opportunity.Title, organisation == null ? null : organisation.Name, opportunity.State, opportunity.SavedOn, opportunity.AppliedOn, opportunity.Url))
            .AsNoTracking().Skip((number - 1) * Size).Take(Size).ToListAsync(ct);
        return new(rows, total, number);
    }
}
