using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Showcase;

/// <summary>Something an organisation needs, and the claims that answer it.</summary>
public sealed record Need(Guid Finding, Guid Organisation, string Name, string Fact, DateOnly? On, IReadOnlyList<Guid> Claims);

/// <summary>Reads needs with what answers them.</summary>
internal static class Needs
{
    // Far more than anybody notes at two hundred targets.
    private const int Most = 4_000;

    /// <summary>The needs known at the targets of a goal: one statement.</summary>
    internal static Task<IReadOnlyList<Need>> AtTargets(KithDb db, Guid goal, CancellationToken ct) =>
        Of(db, db.Findings.Where(f => db.Targets.Any(t => t.GoalId == goal && t.OrganisationId == f.OrganisationId)), ct);

    /// <summary>The needs known where somebody works or has a say: one statement.</summary>
    internal static Task<IReadOnlyList<Need>> Of(KithDb db, Guid person, CancellationToken ct) => Of(
        db, db.Findings.Where(f => db.Positions.Any(p => p.PersonId == person && p.IsCurrent && p.Kind == PositionKind.Work && p.OrganisationId == f.OrganisationId)
            || db.Stakeholders.Any(s => s.PersonId == person && s.OrganisationId == f.OrganisationId)), ct);

    private static async Task<IReadOnlyList<Need>> Of(KithDb db, IQueryable<Finding> findings, CancellationToken ct)
    {
        var rows = await (
            from finding in findings
            where finding.Kind == FindingKind.Need && finding.OrganisationId != null
            join organisation in db.Organisations on finding.OrganisationId equals organisation.Id
            join answer in db.NeedMatches on finding.Id equals answer.FindingId into answers
            from match in answers.DefaultIfEmpty()
            orderby organisation.NameKey, finding.Id
            select new { finding.Id, At = organisation.Id, organisation.Name, finding.Fact, finding.On, Claim = (Guid?)match.ClaimId }).AsNoTracking().Take(Most).ToListAsync(ct);
        return [.. rows.GroupBy(r => r.Id).Select(g => g.ToList()).Select(g => new Need(g[0].Id, g[0].At, g[0].Name, g[0].Fact, g[0].On, [.. g.Select(r => r.Claim).OfType<Guid>()]))];
    }
}
