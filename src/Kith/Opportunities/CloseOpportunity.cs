using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Opportunities;

/// <summary>Closes an opportunity with a reason. The relationships go on, so the people on it can be thanked.</summary>
public static class CloseOpportunity
{
    /// <summary>Which, why, a line about it, and whom of the people on it to thank.</summary>
    public sealed record Command(
        Guid Opportunity,
        CloseReason Reason,
        [property: StringLength(1000, ErrorMessage = "A note has at most 1,000 characters.")] string? Note = null,
        IReadOnlyList<Guid>? Thank = null);

    /// <summary>What was done, the thank-yous it opened, and the batch that undo takes back.</summary>
    public sealed record Closed(Guid Opportunity, string Title, int Thanks, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/opportunities/close", Handle).WithSummary("Close an opportunity with a reason");

    public static async Task<Closed> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (!Enum.IsDefined(command.Reason))
            throw new RefusedException("opportunity.reason", "Say why: they declined, I declined, no answer, filled, or other.");
        var opening = await db.Opportunities.OrRefuse(command.Opportunity, ct);
        if (opening.State == OpportunityState.Closed)
            throw new RefusedException("opportunity.closed", $"{opening.Title} is closed already.");
        var thanked = (command.Thank ?? []).Distinct().ToList();
        var there = await db.OpportunityPeople.Where(p => p.OpportunityId == opening.Id).Select(p => p.PersonId).ToListAsync(ct);
        if (thanked.Except(there).Any())
            throw Find.Unknown<Person>();
        var known = await db.Loops.Where(l => l.OpportunityId == opening.Id && l.Kind == LoopKind.Thank && l.State != LoopState.Closed).Select(l => l.PersonId).ToListAsync(ct);
        var title = $"Closed {opening.Title}: {Word(command.Reason)}";
        db.Act(title);
        await db.Enter(opening, OpportunityState.Closed, clock.Today, clock, ct, command.Reason);
        if (!string.IsNullOrWhiteSpace(command.Note))
            opening.Notes = $"{opening.Notes}\n{command.Note.Trim()}".Trim();
        var thanks = thanked.Except(known).ToList();
        foreach (var person in thanks)
            db.Add(new Loop
            {
                Id = db.NewId(),
                PersonId = person,
                Kind = LoopKind.Thank,
                What = $"Thank for the time given to {opening.Title}",
                OpenedOn = clock.Today,
                Due = clock.Today.AddDays(Loop.ThankDays),
                OpportunityId = opening.Id,
            });
        await db.SaveChangesAsync(ct);
        return new(opening.Id, title, thanks.Count, db.LastBatch);
    }

    /// <summary>A reason in words.</summary>
    public static string Word(CloseReason reason) => reason switch
    {
        CloseReason.TheyDeclined => "they declined",
        CloseReason.IDeclined => "I declined",
        CloseReason.NoAnswer => "no answer",
        CloseReason.Filled => "filled",
        _ => "another reason",
    };
}
