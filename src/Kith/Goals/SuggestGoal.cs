using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Goals;

/// <summary>Suggests what a goal could say from what LinkedIn knows the user wants, follows and saved.</summary>
public static class SuggestGoal
{
    private const int Most = 12;

    /// <summary>Words for the first step; null where nothing is known.</summary>
    public sealed record Words(string? Role, string? Field, string? Place);

    public static async Task<Words> Handle(KithDb db, CancellationToken ct)
    {
        var wanted = (await db.Findings.AsNoTracking()
            .Where(f => f.Kind == FindingKind.WantedRole || f.Kind == FindingKind.WantedIndustry || f.Kind == FindingKind.WantedPlace)
            .OrderBy(f => f.Id).Take(Most * 3).Select(f => new { f.Kind, f.Fact }).ToListAsync(ct)).ToLookup(f => f.Kind, f => f.Fact);
        return new(wanted[FindingKind.WantedRole].FirstOrDefault(), wanted[FindingKind.WantedIndustry].FirstOrDefault(), wanted[FindingKind.WantedPlace].FirstOrDefault());
    }

    /// <summary>Names of organisations for the list: wanted, followed, with a saved job, then those where the user knows most people.</summary>
    public static async Task<IReadOnlyList<string>> Organisations(KithDb db, CancellationToken ct)
    {
        var found = await (
            from finding in db.Findings
            where finding.Kind == FindingKind.WantedOrganisation || finding.Kind == FindingKind.Follows
            join about in db.Organisations on finding.OrganisationId equals about.Id into places
            from organisation in places.DefaultIfEmpty()
            orderby finding.Kind descending, finding.On descending, finding.Id
            select organisation == null ? finding.Fact : organisation.Name).Take(Most).ToListAsync(ct);
        var saved = await (
            from opportunity in db.Opportunities
            join organisation in db.Organisations on opportunity.OrganisationId equals organisation.Id
            orderby opportunity.SavedOn descending, opportunity.Id
            select organisation.Name).Take(Most).ToListAsync(ct);
        var crowded = await (
            from there in db.Positions.Where(x => x.IsCurrent && x.Kind == PositionKind.Work && x.OrganisationId != null)
                .GroupBy(x => x.OrganisationId).Select(g => new { Id = g.Key, People = g.Count() })
            join organisation in db.Organisations on there.Id equals organisation.Id
            orderby there.People descending, organisation.NameKey
            select organisation.Name).Take(Most).ToListAsync(ct);
        return [.. found.Concat(saved).Concat(crowded).Where(name => Folding.Fold(name).Length > 0).DistinctBy(Folding.Fold).Take(Most * 2)];
    }
}
