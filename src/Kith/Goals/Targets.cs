using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Goals;

/// <summary>The target organisations of a goal, found or made by their names.</summary>
internal static class Targets
{
    /// <summary>LAMP asks for 40 or more; beyond this the list is no longer a choice.</summary>
    internal const int Most = 200;

    private const int LongestName = 200;

    /// <summary>Makes the list of targets these names; what stays keeps its marks.</summary>
    internal static async Task Become(KithDb db, WorkspaceClock clock, Guid goal, IReadOnlyList<string> names, CancellationToken ct)
    {
        var wanted = Named(names);
        if (wanted.Count > Most)
            throw new RefusedException("targets.many", $"At most {Most} target organisations; choose the ones you want most.");
        var organisations = await Organisations(db, clock, wanted, ct);
        var targets = await db.Targets.Where(t => t.GoalId == goal).ToListAsync(ct);
        db.RemoveRange(targets.Where(t => !organisations.ContainsKey(t.OrganisationId)));
        foreach (var organisation in organisations.Keys.Except(targets.Select(t => t.OrganisationId)))
            db.Add(new TargetOrganisation { Id = db.NewId(), GoalId = goal, OrganisationId = organisation });
    }

    /// <summary>The organisation of that name; made where it is new, taken out of the trash where it lay there.</summary>
    internal static async Task<Organisation> Organisation(KithDb db, WorkspaceClock clock, string name, CancellationToken ct) =>
        (await Organisations(db, clock, Named([name]), ct)).Values.FirstOrDefault()
        ?? throw new RefusedException("organisation.name-missing", "Say which organisation.");

    private static Dictionary<string, string> Named(IReadOnlyList<string> names) => names
        .Select(n => n.Trim()).Where(n => Folding.Fold(n).Length > 0).Select(n => n.Length > LongestName ? n[..LongestName] : n)
        .DistinctBy(Folding.Fold).ToDictionary(Folding.Fold);

    private static async Task<Dictionary<Guid, Organisation>> Organisations(KithDb db, WorkspaceClock clock, Dictionary<string, string> wanted, CancellationToken ct)
    {
        var keys = wanted.Keys.ToArray();
        var found = await db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).Where(o => keys.Contains(o.NameKey)).ToListAsync(ct);
        foreach (var organisation in found)
            organisation.TrashedAt = null;
        foreach (var key in keys.Except(found.Select(o => o.NameKey)))
        {
            var organisation = new Organisation { Id = db.NewId(), Name = wanted[key], NameKey = key, CreatedAt = clock.Now };
            db.Add(organisation);
            found.Add(organisation);
        }
        return found.ToDictionary(o => o.Id);
    }
}
