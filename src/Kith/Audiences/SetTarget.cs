using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Aims;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kith.Audiences;

/// <summary>Puts an organisation on the list of the goal, values it, or takes it off.</summary>
public static class SetTarget
{
    /// <summary>The organisation by its id or name, of the current goal where no other is named; marks that are null stay as they are.</summary>
    public sealed record Command(
        Guid? Organisation = null,
        [property: StringLength(OrganisationNames.Longest, ErrorMessage = "A name has at most 200 characters.")] string? Name = null,
        [property: Range(0, 3, ErrorMessage = "Motivation is 0 to 3.")] int? Motivation = null,
        [property: Range(1, 3, ErrorMessage = "Posting is 1 (no opening), 2 (a related one) or 3 (a fitting one).")] int? Posting = null,
        bool Remove = false,
        Guid? Goal = null);

    /// <summary>The organisation, whether it is a target now, and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Done(Guid Organisation, bool IsTarget, string Title, Guid? Batch);

    /// <summary>The refusal without a goal.</summary>
    internal static RefusedException NoGoal => new("goal.missing", "Set a goal first; targets belong to it.");

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/lamp", Handle).WithSummary("Put an organisation on the list, value it, or take it off");

    /// <summary>Maps the form of an organisation's page.</summary>
    public static void MapForm(IEndpointRouteBuilder site) =>
        site.MapPost("/organisations/{id:guid}/target", (Guid id, [FromForm] int? motivation, [FromForm] int? posting, [FromForm] bool? remove, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then($"/organisations/{id}", async () =>
            {
                var done = await Handle(new(id, Motivation: motivation, Posting: posting, Remove: remove is true), db, clock, ct);
                return new(done.Title, done.Batch);
            }));

    public static async Task<Done> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var goal = command.Goal is { } id ? (await db.Goals.OrRefuse(id, ct)).Id : await db.CurrentGoal().Select(g => (Guid?)g.Id).FirstOrDefaultAsync(ct) ?? throw NoGoal;
        if (command.Remove)
            return await Remove(command, goal, db, ct);
        var organisation = command.Organisation is { } known ? await db.Organisations.OrRefuse(known, ct) : await db.OrganisationNamed(command.Name, clock.Now, ct);
        var target = await db.Targets.FirstOrDefaultAsync(t => t.GoalId == goal && t.OrganisationId == organisation.Id, ct);
        if (target is null && await db.Targets.CountAsync(t => t.GoalId == goal, ct) >= Aims.MostTargets)
            throw new RefusedException("targets.many", $"At most {Aims.MostTargets} target organisations; take one off first.");
        var title = Said(command, organisation.Name, target is null);
        db.Act(title);
        if (target is null)
            db.Add(target = new() { Id = db.NewId(), GoalId = goal, OrganisationId = organisation.Id });
        (target.Motivation, target.Posting) = (command.Motivation ?? target.Motivation, command.Posting ?? target.Posting);
        await db.SaveChangesAsync(ct);
        return new(organisation.Id, true, title, db.LastBatch);
    }

    private static async Task<Done> Remove(Command command, Guid goal, KithDb db, CancellationToken ct)
    {
        var key = Folding.Fold(command.Name);
        var organisation = command.Organisation is { } id
            ? await db.Organisations.OrRefuse(id, ct)
            : await db.Organisations.FirstOrDefaultAsync(o => o.NameKey == key, ct) ?? throw Find.Unknown<Organisation>();
        var target = await db.Targets.FirstOrDefaultAsync(t => t.GoalId == goal && t.OrganisationId == organisation.Id, ct)
            ?? throw new RefusedException("target.unknown", $"{organisation.Name} is not one of your targets.");
        var title = $"Took {organisation.Name} off your targets";
        db.Act(title);
        db.Remove(target);
        await db.SaveChangesAsync(ct);
        return new(organisation.Id, false, title, db.LastBatch);
    }

    private static string Said(Command command, string name, bool isNew)
    {
        var marks = new[] { command.Motivation is { } motivation ? Lamp.Motivation(motivation) : null, Lamp.Posting(command.Posting) }.OfType<string>().Select(m => m.ToLowerInvariant()).ToList();
        return isNew ? $"Added {name} to your targets" : marks.Count > 0 ? $"Marked {name}: {string.Join(", ", marks)}" : $"{name} is one of your targets";
    }
}
