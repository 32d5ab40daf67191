using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Goals;

/// <summary>Puts an organisation on the list of a goal, marks how much it is wanted, or takes it off.</summary>
public static class SetTarget
{
    /// <summary>The organisation by its name; marks that are null stay as they are.</summary>
    public sealed record Command(
        Guid Goal,
        [property: Required(ErrorMessage = "Say which organisation.")] string Organisation,
        [property: Range(0, 3, ErrorMessage = "Motivation is 0 to 3.")] int? Motivation = null,
        [property: Range(1, 3, ErrorMessage = "Openings are 1 (none) to 3 (fitting).")] int? Posting = null,
        bool Remove = false);

    /// <summary>The organisation and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Done(Guid Organisation, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/goal/targets", Handle).WithSummary("Set or remove a target organisation");

    public static async Task<Done> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var goal = await db.Goals.OrRefuse(command.Goal, ct);
        var organisation = await Targets.Organisation(db, clock, command.Organisation, ct);
        var target = await db.Targets.FirstOrDefaultAsync(t => t.GoalId == goal.Id && t.OrganisationId == organisation.Id, ct);
        if (command.Remove)
            return await Remove(db, organisation, target, ct);
        if (target is null && await db.Targets.CountAsync(t => t.GoalId == goal.Id, ct) >= Targets.Most)
            throw new RefusedException("targets.many", $"At most {Targets.Most} target organisations; take one off first.");
        var title = target is null ? $"Added {organisation.Name} to your targets" : $"Marked {organisation.Name}";
        db.Act(title);
        if (target is null)
            db.Add(target = new() { Id = db.NewId(), GoalId = goal.Id, OrganisationId = organisation.Id });
        (target.Motivation, target.Posting) = (command.Motivation ?? target.Motivation, command.Posting ?? target.Posting);
        await db.SaveChangesAsync(ct);
        return new(organisation.Id, title, db.LastBatch);
    }

    private static async Task<Done> Remove(KithDb db, Organisation organisation, TargetOrganisation? target, CancellationToken ct)
    {
        if (target is null)
            throw new RefusedException("target.unknown", $"{organisation.Name} is not one of your targets.");
        var title = $"Took {organisation.Name} off your targets";
        db.Act(title);
        db.Remove(target);
        await db.SaveChangesAsync(ct);
        return new(organisation.Id, title, db.LastBatch);
    }
}
