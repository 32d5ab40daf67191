using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Research;

/// <summary>Makes an organisation a target of the active goal, or no longer one.</summary>
public static class AimAtOrganisation
{
    /// <summary>Which organisation, how much the user wants it (0-3), or that it is no target any more.</summary>
    public sealed record Command(Guid Organisation, int? Motivation = null, bool Remove = false);

    /// <summary>Whether it is a target now, and the batch that undo takes back.</summary>
    public sealed record Aimed(bool IsTarget, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/organisations/target", Handle).WithSummary("Make an organisation a target of the goal, or no longer one");

    public static async Task<Aimed> Handle(Command command, KithDb db, CancellationToken ct)
    {
        var motivation = Motivations.Checked(command.Motivation);
        var organisation = await db.Organisations.OrRefuse(command.Organisation, ct);
        var goal = await Aim.Of(db).FirstOrDefaultAsync(ct) ?? throw new RefusedException("goal.missing", "Set a goal first; targets belong to it.");
        var target = await db.Targets.FirstOrDefaultAsync(t => t.GoalId == goal.Id && t.OrganisationId == organisation.Id, ct);
        db.Act(command.Remove ? $"Took {organisation.Name} off the targets" : $"Made {organisation.Name} a target");
        if (command.Remove && target is not null)
            db.Remove(target);
        else if (!command.Remove && target is null)
            db.Add(new TargetOrganisation { Id = db.NewId(), GoalId = goal.Id, OrganisationId = organisation.Id, Motivation = motivation });
        else if (!command.Remove)
            target!.Motivation = motivation;
        await db.SaveChangesAsync(ct);
        return new(!command.Remove, db.LastBatch);
    }
}
