using Kith.Data;
using Kith.Domain;
using Kith.Domain.Aims;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kith.Audiences;

/// <summary>Notes what somebody has to say in an organisation's decision, changes it, or forgets it.</summary>
public static class SetRole
{
    /// <summary>Who, where, and the role; null for none any more.</summary>
    public sealed record Command(Guid Person, Guid Organisation, DecisionRole? Role);

    /// <summary>What is noted now and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Done(DecisionRole? Role, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/organisations/roles", Handle).WithSummary("Note what somebody has to say in an organisation's decision");

    /// <summary>Maps the form of the page of contacts.</summary>
    public static void MapForm(IEndpointRouteBuilder site) =>
        site.MapPost("/organisations/{id:guid}/roles", (Guid id, [FromForm] Guid person, [FromForm] string? role, HttpContext http, KithDb db, CancellationToken ct) =>
            http.Then($"/organisations/{id}/contacts", async () =>
            {
                var done = await Handle(new(person, id, Enum.TryParse<DecisionRole>(role, out var said) ? said : null), db, ct);
                return new(done.Title, done.Batch);
            }));

    public static async Task<Done> Handle(Command command, KithDb db, CancellationToken ct)
    {
        if (command.Role is { } asked && !Enum.IsDefined(asked))
            throw new RefusedException("input.invalid", "There is no such role in a decision.");
        var person = await db.People.OrRefuse(command.Person, ct);
        var organisation = await db.Organisations.OrRefuse(command.Organisation, ct);
        if (person.IsSelf)
            throw new RefusedException("role.self", "Your own say in it is not noted.");
        // A merge may have left two for one.
        var known = await db.Stakeholders.Where(s => s.PersonId == person.Id && s.OrganisationId == organisation.Id).OrderBy(s => s.Id).ToListAsync(ct);
        var title = command.Role is { } role ? $"Noted {person.FullName} as {Fit.Word(role)} at {organisation.Name}" : $"Took away the role of {person.FullName} at {organisation.Name}";
        db.Act(title);
        db.RemoveRange(command.Role is null ? known : known.Skip(1));
        if (command.Role is { } now && known.Count == 0)
            db.Add(new Stakeholder { Id = db.NewId(), PersonId = person.Id, OrganisationId = organisation.Id, Role = now });
        else if (command.Role is { } other)
            known[0].Role = other;
        await db.SaveChangesAsync(ct);
        return new(command.Role, title, db.LastBatch);
    }
}
