using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Shared;

namespace Kith.Opportunities;

/// <summary>Says what comes next about an opportunity, and what an offer holds.</summary>
public static class PlanNext
{
    /// <summary>The next step and its day; null for none.</summary>
    public sealed record Next(
        Guid Opportunity,
        [property: StringLength(300, ErrorMessage = "A next step has at most 300 characters.")] string? Step,
        DateOnly? On = null);

    /// <summary>What is offered, in the user's words, and until when it is to be answered.</summary>
    public sealed record Offer(
        Guid Opportunity,
        [property: StringLength(2000, ErrorMessage = "The terms have at most 2,000 characters.")] string? Terms,
        DateOnly? Until = null);

    /// <summary>What was done, and the batch that undo takes back.</summary>
    public sealed record Planned(string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/opportunities/next", Handle).WithSummary("Set the next step of an opportunity");
        api.MapPost("/opportunities/offer", Note).WithSummary("Note the terms of an offer");
    }

    public static async Task<Planned> Handle(Next command, KithDb db, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var opening = await db.Opportunities.OrRefuse(command.Opportunity, ct);
        var title = $"Planned the next step of {opening.Title}";
        db.Act(title);
        opening.NextStep = string.IsNullOrWhiteSpace(command.Step) ? null : command.Step.Trim();
        opening.NextOn = opening.NextStep is null ? null : command.On;
        await db.SaveChangesAsync(ct);
        return new(title, db.LastBatch);
    }

    /// <summary>Notes the terms of an offer.</summary>
    public static async Task<Planned> Note(Offer command, KithDb db, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var opening = await db.Opportunities.OrRefuse(command.Opportunity, ct);
        var title = $"Noted the offer of {opening.Title}";
        db.Act(title);
        (opening.OfferTerms, opening.OfferUntil) = (string.IsNullOrWhiteSpace(command.Terms) ? null : command.Terms.Trim(), command.Until);
        await db.SaveChangesAsync(ct);
        return new(title, db.LastBatch);
    }
}
