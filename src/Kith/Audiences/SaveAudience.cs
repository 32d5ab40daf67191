using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Aims;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Audiences;

/// <summary>Adds an audience, changes its criteria, or removes it.</summary>
public static class SaveAudience
{
    /// <summary>Audiences of a workspace at most.</summary>
    public const int Most = 50;

    /// <summary>The audience as a whole; without an id it is a new one. Words are separated by commas; a criterion that is null does not count.</summary>
    public sealed record Command(
        Guid? Audience,
        [property: Required(ErrorMessage = "Give the audience a name."), StringLength(100, ErrorMessage = "A name has at most 100 characters.")] string? Name,
        [property: StringLength(500, ErrorMessage = "The words of titles have at most 500 characters.")] string? Titles = null,
        [property: StringLength(500, ErrorMessage = "The words of fields have at most 500 characters.")] string? Fields = null,
        [property: StringLength(500, ErrorMessage = "The words of places have at most 500 characters.")] string? Places = null,
        [property: StringLength(100, ErrorMessage = "A tag has at most 100 characters.")] string? Tag = null,
        DecisionRole? Role = null,
        bool DecidersOnly = false,
        bool AtTargetsOnly = false,
        bool EveryGoal = false);

    /// <summary>The audience and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Done(Guid Audience, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/audiences", Handle).WithSummary("Add an audience, or change one");
        api.MapDelete("/audiences/{id:guid}", Remove).WithSummary("Remove an audience");
    }

    /// <summary>Maps the form that removes one.</summary>
    public static void MapForm(IEndpointRouteBuilder site) =>
        site.MapPost("/audiences/{id:guid}/remove", (Guid id, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then("/audiences", async () =>
            {
                var done = await Remove(id, db, ct);
                return new(done.Title, done.Batch);
            })).ExcludeFromDescription();

    public static async Task<Done> Handle(Command command, KithDb db, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        Check(command);
        var audience = command.Audience is { } id ? await db.Audiences.OrRefuse(id, ct) : null;
        if (audience is null && await db.Audiences.CountAsync(ct) >= Most)
            throw new RefusedException("audiences.many", $"At most {Most} audiences; remove one first.");
        var name = command.Name!.Trim();
        var title = audience is null ? $"Added the audience {name}" : $"Changed the audience {name}";
        db.Act(title);
        if (audience is null)
            db.Add(audience = new() { Id = db.NewId(), Name = name });
        (audience.Name, audience.GoalId) = (name, command.EveryGoal ? null : audience.GoalId ?? await db.CurrentGoal().Select(g => (Guid?)g.Id).FirstOrDefaultAsync(ct));
        (audience.Titles, audience.Fields, audience.Places, audience.Tag) = (Said(command.Titles), Said(command.Fields), Said(command.Places), Said(command.Tag));
        (audience.Role, audience.DecidersOnly, audience.AtTargetsOnly) = (command.Role, command.DecidersOnly, command.AtTargetsOnly);
        await db.SaveChangesAsync(ct);
        return new(audience.Id, title, db.LastBatch);
    }

    /// <summary>Removes one; cards that were made for it stay, for nobody in particular.</summary>
    public static async Task<Done> Remove(Guid id, KithDb db, CancellationToken ct)
    {
        var audience = await db.Audiences.OrRefuse(id, ct);
        var title = $"Removed the audience {audience.Name}";
        db.Act(title);
        foreach (var card in await db.Cards.Where(c => c.AudienceId == id).ToListAsync(ct))
            card.AudienceId = null;
        db.Remove(audience);
        await db.SaveChangesAsync(ct);
        return new(id, title, db.LastBatch);
    }

    // An audience of everybody is no audience.
    private static void Check(Command command)
    {
        if (command.Role is { } role && !Enum.IsDefined(role))
            throw new RefusedException("input.invalid", "There is no such role in a decision.");
        if (!Fit.Asks(command.Titles) && !Fit.Asks(command.Fields) && !Fit.Asks(command.Places) && !Fit.Asks(command.Tag) && command is { Role: null, DecidersOnly: false, AtTargetsOnly: false })
            throw new RefusedException("audience.open", "Ask for something: a title, a field, a place, a tag, a role in the decision, or only deciders or people at targets.");
    }

    private static string? Said(string? text) => Fit.Asks(text) ? text!.Trim() : null;
}
