using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Opportunities;

/// <summary>Notes a concrete opening, or changes what is noted about it.</summary>
public static class SaveOpportunity
{
    /// <summary>The opening as a whole; without an id it is a new one. A state that differs from its own moves it there today.</summary>
    public sealed record Command(
        [property: Required(ErrorMessage = "Say which role it is.")]
        [property: StringLength(200, ErrorMessage = "A title has at most 200 characters.")] string Title,
        [property: StringLength(200, ErrorMessage = "An organisation has at most 200 characters.")] string? Organisation = null,
        OpportunityState State = OpportunityState.Lead,
        [property: StringLength(1000, ErrorMessage = "An address has at most 1,000 characters.")] string? Url = null,
        [property: StringLength(4000, ErrorMessage = "Notes have at most 4,000 characters.")] string? Notes = null,
        Guid? Opportunity = null);

    /// <summary>The opportunity and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Saved(Guid Opportunity, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/opportunities", Handle).WithSummary("Add or change an opportunity");

    public static async Task<Saved> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (!Enum.IsDefined(command.State))
            throw new RefusedException("input.invalid", "There is no such state of an opportunity.");
        var url = WebAddress.Checked(command.Url);
        var opportunity = command.Opportunity is { } id ? await db.Opportunities.OrRefuse(id, ct) : null;
        db.Act($"{(opportunity is null ? "Added" : "Changed")} the opportunity {command.Title.Trim()}");
        if (opportunity is null)
            db.Add(opportunity = new()
            {
                Id = db.NewId(),
                Title = command.Title,
                SavedOn = clock.Today,
                GoalId = await db.Goals.Where(g => g.State == GoalState.Active).OrderByDescending(g => g.CreatedAt).Select(g => (Guid?)g.Id).FirstOrDefaultAsync(ct),
            });
        (opportunity.Title, opportunity.Url) = (command.Title.Trim(), url);
        opportunity.Notes = string.IsNullOrWhiteSpace(command.Notes) ? null : command.Notes.Trim();
        opportunity.OrganisationId = (await db.OrganisationCalled(command.Organisation, clock.Now, ct))?.Id;
        await db.Enter(opportunity, command.State, clock.Today, clock, ct);
        await db.SaveChangesAsync(ct);
        return new(opportunity.Id, db.LastBatch);
    }
}
