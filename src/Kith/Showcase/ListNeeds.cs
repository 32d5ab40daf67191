using Kith.Data;
using Kith.Domain;
using Kith.Domain.Proving;
using Microsoft.EntityFrameworkCore;

namespace Kith.Showcase;

/// <summary>Lists what each target organisation is there for and needs, and which claims answer it.</summary>
public static class ListNeeds
{
    /// <summary>Targets of a page.</summary>
    public const int Size = 20;

    private const int MostMissions = 200;

    /// <summary>One target.</summary>
    public sealed record Target(Guid Organisation, string Name, int? Motivation, IReadOnlyList<string> Missions, IReadOnlyList<Need> Needs);

    /// <summary>A claim to match.</summary>
    public sealed record Answer(Guid Claim, string Text);

    /// <summary>One page of the list: the target that is wanted most comes first.</summary>
    /// <param name="Needs">Needs known at all targets.</param>
    /// <param name="Answered">Of them, those that a claim answers.</param>
    public sealed record Page(string? Goal, IReadOnlyList<Target> Targets, int Total, int Number, int Needs, int Answered, IReadOnlyList<Answer> Claims);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/showcase/needs", (int? page, KithDb db, CancellationToken ct) => Handle(page ?? 1, db, ct)).WithSummary("What the targets need, and which claims answer it");

    public static async Task<Page> Handle(int page, KithDb db, CancellationToken ct)
    {
        var claims = await db.Claims.AsNoTracking().OrderBy(c => c.Place).ThenBy(c => c.Id).Take(Claim.Most).Select(c => new Answer(c.Id, c.Text)).ToListAsync(ct);
        var goal = await db.CurrentGoal().Select(g => new { g.Id, g.RoleFamily }).FirstOrDefaultAsync(ct);
        if (goal is null)
            return new(null, [], 0, 1, 0, 0, claims);
        var targets = await (
            from target in db.Targets.AsNoTracking()
            where target.GoalId == goal.Id
            join organisation in db.Organisations on target.OrganisationId equals organisation.Id
            select new { organisation.Id, organisation.Name, target.Motivation }).Take(Aims.MostTargets).ToListAsync(ct);
        var number = Math.Clamp(page, 1, Math.Max(1, (targets.Count + Size - 1) / Size));
        var shown = targets.OrderByDescending(t => NextShowing.OfMotivation(t.Motivation)).ThenBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Id).Skip((number - 1) * Size).Take(Size).ToList();
        var ids = shown.ConvertAll(t => (Guid?)t.Id);
        var missions = (await db.Findings.AsNoTracking().Where(f => f.Kind == FindingKind.Mission && ids.Contains(f.OrganisationId)).OrderByDescending(f => f.On).ThenBy(f => f.Id)
            .Select(f => new { f.OrganisationId, f.Fact }).Take(MostMissions).ToListAsync(ct)).ToLookup(f => f.OrganisationId, f => f.Fact);
        var needs = await Needs.AtTargets(db, goal.Id, ct);
        var there = needs.ToLookup(n => n.Organisation);
        return new(
            goal.RoleFamily, [.. shown.Select(t => new Target(t.Id, t.Name, t.Motivation, [.. missions[t.Id]], [.. there[t.Id]]))],
            targets.Count, number, needs.Count, needs.Count(n => n.Claims.Count > 0), claims);
    }
}
