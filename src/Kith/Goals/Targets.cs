using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Goals;

/// <summary>The target organisations of a goal, found or made by their names.</summary>
internal static class Targets
{
    /// <summary>Makes the list of targets these names; what stays keeps its marks.</summary>
    internal static async Task Become(KithDb db, WorkspaceClock clock, Guid goal, IReadOnlyList<string> names, CancellationToken ct)
    {
        if (names.Select(Folding.Fold).Where(key => key.Length > 0).Distinct().Count() > Aims.MostTargets)
            throw new RefusedException("targets.many", $"At most {Aims.MostTargets} target organisations; choose the ones you want most.");
        var organisations = (await db.OrganisationsNamed(names, clock.Now, ct)).Values.Select(o => o.Id).ToHashSet();
        var targets = await db.Targets.Where(t => t.GoalId == goal).ToListAsync(ct);
        db.RemoveRange(targets.Where(t => !organisations.Contains(t.OrganisationId)));
        foreach (var organisation in organisations.Except(targets.Select(t => t.OrganisationId)))
            db.Add(new TargetOrganisation { Id = db.NewId(), GoalId = goal, OrganisationId = organisation });
    }
}
