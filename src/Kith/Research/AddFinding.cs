using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Research;

/// <summary>Writes down a fact about an organisation or a person, with its source and date.</summary>
public static class AddFinding
{
    /// <summary>The fact, where it was read and when; about an organisation or a person.</summary>
    public sealed record Command(
        Guid? Organisation,
        Guid? Person,
        [property: Required(ErrorMessage = "Write the fact."), StringLength(2000, ErrorMessage = "A finding has at most 2,000 characters.")] string? Fact,
        [property: Required(ErrorMessage = "Say where you read or heard it."), StringLength(500, ErrorMessage = "A source has at most 500 characters.")] string? Source,
        DateOnly? On = null);

    /// <summary>The finding and the batch that undo takes back.</summary>
    public sealed record Added(Guid Finding, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/findings", Handle).WithSummary("Write down a finding");

    /// <summary>Maps the form of a person's page.</summary>
    public static void MapForm(IEndpointRouteBuilder pages) =>
        pages.MapPost("/people/{id:guid}/findings", (Guid id, [FromForm] string? fact, [FromForm] string? source, [FromForm] DateOnly? on, HttpContext http, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            http.Then($"/people/{id}", async () => new("Noted", (await Handle(new(null, id, fact, source, on), db, clock, ct)).Batch)));

    public static async Task<Added> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (command.On > clock.Today)
            throw new RefusedException("finding.future", "A finding cannot be from the future.");
        var about = command switch
        {
            { Organisation: { } id, Person: null } => (await db.Organisations.OrRefuse(id, ct)).Name,
            { Person: { } id, Organisation: null } => (await db.People.OrRefuse(id, ct)).FullName,
            _ => throw new RefusedException("finding.about", "A finding is about one organisation or one person."),
        };
        db.Act($"Noted a finding about {about}");
        var finding = new Finding
        {
            Id = db.NewId(),
            OrganisationId = command.Organisation,
            PersonId = command.Person,
            Fact = command.Fact!.Trim(),
            Source = command.Source!.Trim(),
            On = command.On ?? clock.Today,
        };
        db.Add(finding);
        await db.SaveChangesAsync(ct);
        return new(finding.Id, db.LastBatch!.Value);
    }
}
