using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Introductions;

/// <summary>Drafts a request to a connector, with a text to pass on.</summary>
public static class RequestIntroduction
{
    /// <summary>Whom to ask, for whom or for which opening; a blurb that is null is drafted from what is known.</summary>
    public sealed record Command(
        Guid Connector,
        Guid? Other = null,
        IntroductionKind Kind = IntroductionKind.Introduction,
        Guid? Opportunity = null,
        [property: StringLength(1000, ErrorMessage = "The reason has at most 1,000 characters.")] string? Why = null,
        [property: StringLength(2000, ErrorMessage = "The text to pass on has at most 2,000 characters.")] string? Blurb = null);

    /// <summary>The introduction and the batch that undo takes back.</summary>
    public sealed record Requested(Guid Introduction, string Title, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/introductions", Handle).WithSummary("Draft a request for an introduction or a referral");

    public static async Task<Requested> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var connector = await db.People.OrRefuse(command.Connector, ct);
        var other = command.Other is { } id ? await db.People.OrRefuse(id, ct) : null;
        var opening = command.Opportunity is { } wanted ? await db.Opportunities.OrRefuse(wanted, ct) : null;
        Check(command, connector, other, opening);
        var known = await db.Introductions.Where(i => i.PersonId == connector.Id && i.OtherId == command.Other && i.OpportunityId == command.Opportunity && i.Kind == command.Kind
            && i.State != IntroductionState.ReportedBack && i.State != IntroductionState.Declined && i.State != IntroductionState.Lapsed).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(ct);
        if (known is not null)
            throw new RefusedException("introduction.open", $"You are asking {connector.FullName} for this already; go on with that request.");
        var what = other?.FullName ?? opening!.Title;
        var title = command.Kind == IntroductionKind.Referral ? $"Drafted a request to {connector.FullName} for a referral: {what}" : $"Drafted a request to {connector.FullName} for an introduction to {what}";
        db.Act(title);
        var asked = new Introduction
        {
            Id = db.NewId(),
            PersonId = connector.Id,
            OtherId = other?.Id,
            OpportunityId = opening?.Id,
            Kind = command.Kind,
            Why = Said(command.Why),
            Blurb = Said(command.Blurb) ?? await Draft(db, other, opening, ct),
            CreatedAt = clock.Now,
        };
        db.Add(asked);
        await db.SaveChangesAsync(ct);
        return new(asked.Id, title, db.LastBatch!.Value);
    }

    private static void Check(Command command, Person connector, Person? other, Opportunity? opening)
    {
        if (!Enum.IsDefined(command.Kind))
            throw new RefusedException("input.invalid", "It is an introduction or a referral.");
        if (other is null && opening is null)
            throw new RefusedException("introduction.to-missing", "Say whom you would like to meet, or which opening the referral is for.");
        if (other is null && command.Kind == IntroductionKind.Introduction)
            throw new RefusedException("introduction.to-missing", "Say whom you would like to meet.");
        if (connector.IsSelf || other?.IsSelf == true || connector.Id == other?.Id)
            throw new RefusedException("introduction.self", "The connector and the person to meet are two others.");
    }

    // A text that can be forwarded as it is: who, why, how little time, and a way to say no.
    private static async Task<string> Draft(KithDb db, Person? other, Opportunity? opening, CancellationToken ct)
    {
        var self = await db.People.AsNoTracking().Where(p => p.IsSelf).Select(p => new { p.FullName, p.Headline }).FirstOrDefaultAsync(ct);
        var goal = await db.Goals.AsNoTracking().Where(g => g.State == GoalState.Active).OrderByDescending(g => g.CreatedAt).Select(g => new { g.RoleFamily, g.Field }).FirstOrDefaultAsync(ct);
        var me = self is null ? "A contact of mine" : self.Headline is { } does ? $"{self.FullName} ({does})" : self.FullName;
        if (opening is not null)
            return $"{me} would like to be considered for \"{opening.Title}\". I know their work and think a conversation would be worth your time. Shall I connect you?";
        var aim = goal is null ? "is learning more about your field" : $"is working towards a role as {goal.RoleFamily}{(goal.Field is { } field ? $" in {field}" : "")}";
        return $"{me} {aim} and would value your view, {other!.GivenName ?? other.FullName}. Twenty minutes by phone would be plenty, and a no is perfectly fine. Shall I connect you?";
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
