using Kith.Data;
using Kith.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kith.Research;

/// <summary>Lists organisations with how many people the user knows there.</summary>
public static class ListOrganisations
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The saved views with their names.</summary>
    public static readonly IReadOnlyList<(string? Key, string Text)> Views =
        [(null, "All"), ("targets", "Targets"), ("followed", "Followed"), ("openings", "With opportunities")];

    /// <summary>Searched words, a view, the order (<c>people</c>, else by name) and the page from 1.</summary>
    public sealed record Query(string? Text = null, string? View = null, string? Sort = null, int Page = 1)
    {
        /// <summary>True when none is left out.</summary>
        public bool IsAll => Text is null && View is null;

        /// <summary>Reads what an address says; what it does not know is left out.</summary>
        public static Query Of(string? q, string? view, string? sort, int? page) => new(
            string.IsNullOrWhiteSpace(q) ? null : q.Trim(), Views.Any(v => v.Key == view) ? view : null, sort == "people" ? sort : null, Math.Clamp(page ?? 1, 1, 1_000_000));

        /// <summary>The address of the list in this state.</summary>
        public string Href()
        {
            var parts = new (string Name, string? Value)[] { ("q", Text), ("view", View), ("sort", Sort), ("page", Page > 1 ? $"{Page}" : null) };
            return "/organisations" + string.Concat(parts.Where(p => p.Value is not null).Select((p, i) => $"{(i == 0 ? '?' : '&')}{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        }
    }

    /// <summary>One organisation as a row; motivation is 0-3 where it is a target, with null for not said.</summary>
    public sealed record Row(Guid Id, string Name, string? Industry, string? Place, int People, bool IsTarget, int? Motivation, int Opportunities);

    /// <summary>One page of the list.</summary>
    public sealed record Found(IReadOnlyList<Row> Organisations, int Total);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/organisations", (string? query, string? view, string? sort, int? page, KithDb db, CancellationToken ct) =>
            Handle(Query.Of(query, view, sort, page), db, ct)).WithSummary("List organisations");

    /// <summary>Maps the rows alone, for search as you type.</summary>
    public static void MapRows(IEndpointRouteBuilder pages) =>
        pages.MapGet("/organisations/rows", async (string? q, string? view, string? sort, KithDb db, CancellationToken ct) =>
        {
            var query = Query.Of(q, view, sort, 1);
            return new RazorComponentResult(typeof(OrganisationRows), new { Query = query, Found = await Handle(query, db, ct) });
        });

    public static async Task<Found> Handle(Query query, KithDb db, CancellationToken ct)
    {
        var found = Filtered(query, db);
        var ordered = query.Sort == "people"
            ? found.OrderByDescending(o => db.Positions.Count(p => p.OrganisationId == o.Id && p.IsCurrent)).ThenBy(o => o.NameKey)
            : found.OrderBy(o => o.NameKey);
        var rows = await ordered.Skip((query.Page - 1) * PageSize).Take(PageSize).Select(o => new Row(
            o.Id,
            o.Name,
            o.Industry,
            o.Place,
            db.People.Count(p => !p.IsSelf && db.Positions.Any(h => h.PersonId == p.Id && h.OrganisationId == o.Id && h.IsCurrent)),
            Targets(db).Any(t => t.OrganisationId == o.Id),
            Targets(db).Where(t => t.OrganisationId == o.Id).Select(t => t.Motivation).FirstOrDefault(),
            db.Opportunities.Count(p => p.OrganisationId == o.Id))).ToListAsync(ct);
        return new(rows, await found.CountAsync(ct));
    }

    private static IQueryable<Organisation> Filtered(Query query, KithDb db)
    {
        var all = db.Organisations.AsNoTracking();
        var key = Folding.Fold(query.Text);
        if (key.Length > 0)
            all = all.Where(o => o.NameKey.StartsWith(key) || o.NameKey.Contains(" " + key));
        return query.View switch
        {
            "targets" => all.Where(o => Targets(db).Any(t => t.OrganisationId == o.Id)),
            "followed" => all.Where(o => db.Findings.Any(f => f.OrganisationId == o.Id && f.Kind == FindingKind.Follows)),
            "openings" => all.Where(o => db.Opportunities.Any(p => p.OrganisationId == o.Id)),
            _ => all,
        };
    }

    private static IQueryable<TargetOrganisation> Targets(KithDb db) =>
        db.Targets.Where(t => db.Goals.Any(g => g.Id == t.GoalId && g.State == GoalState.Active));
}
