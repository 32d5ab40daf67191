using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Opportunities;

/// <summary>Says what part somebody has in the decision about an opportunity, or that they have none.</summary>
public static class PlacePerson
{
    /// <summary>Which opportunity; whom, by id or by name (a name nobody has makes a new person); their part, null for none any more.</summary>
    public sealed record Command(
        Guid Opportunity,
        DecisionRole? Role,
        Guid? Person = null,
        [property: StringLength(200, ErrorMessage = "A name has at most 200 characters.")] string? Name = null);

    /// <summary>Who it is, what was done, and the batch that undo takes back.</summary>
    public sealed record Placed(Guid Person, string Title, Guid? Batch);

    private const int Most = 30;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/opportunities/people", Handle).WithSummary("Add, change or remove somebody on an opportunity");

    public static async Task<Placed> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (command.Role is { } part && !Enum.IsDefined(part))
            throw new RefusedException("opportunity.role", "A person is a decision maker, champion, evaluator, influencer, recruiter or peer.");
        var opening = await db.Opportunities.OrRefuse(command.Opportunity, ct);
        var (person, isNew) = await Whom(command, db, clock, ct);
        var there = await db.OpportunityPeople.Where(p => p.OpportunityId == opening.Id).ToListAsync(ct);
        var row = there.Find(p => p.PersonId == person.Id);
        var title = (command.Role, row) switch
        {
            (null, _) => $"Took {person.FullName} off {opening.Title}",
            (_, null) => $"Added {person.FullName} to {opening.Title}",
            _ => $"Changed the part of {person.FullName} in {opening.Title}",
        };
        db.Act(title);
        if (isNew)
            db.Add(person);
        if (command.Role is not { } role)
            db.Remove(row ?? throw new RefusedException("opportunity.person", $"{person.FullName} is not on {opening.Title}."));
        else if (row is not null)
            row.Role = role;
        else
            await Join(opening, person.Id, role, there.Count, db, clock, ct);
        await db.SaveChangesAsync(ct);
        return new(person.Id, title, db.LastBatch);
    }

    private static async Task Join(Opportunity opening, Guid person, DecisionRole role, int there, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (there >= Most)
            throw new RefusedException("opportunity.people", $"At most {Most} people on one opportunity; take somebody off first.");
        db.Add(new OpportunityPerson { Id = db.NewId(), OpportunityId = opening.Id, PersonId = person, Role = role });
        // Somebody was found to ask.
        if (opening.NextStep == Kith.Domain.Pipeline.AskAfter.FindSomebody)
            (opening.NextStep, opening.NextOn) = (null, null);
        await Pipelines.Ask(db, opening, clock, ct);
    }

    private static async Task<(Person Person, bool IsNew)> Whom(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (command.Person is { } id)
            return (await db.People.OrRefuse(id, ct), false);
        var newcomer = db.NewPerson(command.Name, clock.Now);
        var named = await db.PeopleNamed(newcomer.FullName, ct);
        return named.Count switch
        {
            0 when command.Role is not null => (newcomer, true),
            1 => (await db.People.OrRefuse(named[0].Id, ct), false),
            0 => throw new RefusedException("person.unknown", $"Nobody here is called {newcomer.FullName}."),
            _ => throw new RefusedException("person.ambiguous", $"You know {named.Count} people called {newcomer.FullName}. Open the one you mean and rename one of them, or name them by id."),
        };
    }
}
