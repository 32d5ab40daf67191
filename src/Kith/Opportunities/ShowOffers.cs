using Kith.Data;
using Kith.Domain;
using Kith.Domain.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Kith.Opportunities;

/// <summary>Open offers side by side against the criteria of the goal.</summary>
public static class ShowOffers
{
    /// <summary>Offers that fit side by side; more are said to be there.</summary>
    public const int MostOffers = 6;

    /// <summary>One criterion; best names the offers that meet it best.</summary>
    public sealed record Wish(Guid Id, string Text, int Weight, IReadOnlySet<Guid> Best);

    /// <summary>A rating and its note.</summary>
    public sealed record Mark(int Score, string? Note);

    /// <summary>One offer: its terms, its marks by criterion, and what they come to.</summary>
    public sealed record Offer(Guid Id, string Title, string? Organisation, string? Terms, DateOnly? Until, IReadOnlyDictionary<Guid, Mark> Marks, Weighed Sum);

    /// <summary>All of it, and how many offers there are.</summary>
    public sealed record Shown(Guid? Goal, string? GoalName, IReadOnlyList<Wish> Criteria, IReadOnlyList<Offer> Offers, int Total);

    /// <summary>Ratings of one offer.</summary>
    public sealed record Command(Guid Opportunity, IReadOnlyList<RatedCriterion> Criteria);

    /// <summary>What was done and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Rated(string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/opportunities/offers", Handle).WithSummary("Show offers side by side");
        api.MapPost("/opportunities/offers", Rate).WithSummary("Rate an offer against the criteria of the goal");
    }

    public static async Task<Shown> Handle(KithDb db, CancellationToken ct)
    {
        var goal = await db.CurrentGoal().AsNoTracking().FirstOrDefaultAsync(ct);
        var rows = await (
            from opening in db.Opportunities.AsNoTracking()
            where opening.State == OpportunityState.Offer
            join place in db.Organisations on opening.OrganisationId equals place.Id into places
            from organisation in places.DefaultIfEmpty()
            orderby opening.OfferUntil == null, opening.OfferUntil, opening.Id
            select new { opening.Id, opening.Title, organisation.Name, opening.OfferTerms, opening.OfferUntil }).Take(MostOffers + 1).ToListAsync(ct);
        var total = rows.Count <= MostOffers ? rows.Count : await db.Opportunities.CountAsync(o => o.State == OpportunityState.Offer, ct);
        var offers = rows.Take(MostOffers).ToList();
        var of = goal?.Id;
        var criteria = await db.Criteria.AsNoTracking().Where(c => c.GoalId == of).OrderBy(c => c.Place).ThenBy(c => c.Id).Take(Criterion.Most).ToListAsync(ct);
        var ids = offers.ConvertAll(o => o.Id);
        var marks = (await db.CriterionRatings.AsNoTracking().Where(r => r.Day == 0 && ids.Contains(r.OpportunityId)).ToListAsync(ct)).ToLookup(r => r.OpportunityId);
        var weights = criteria.ToDictionary(c => c.Id, c => c.Weight);
        return new(
            goal?.Id, goal?.RoleFamily,
            [.. criteria.Select(c => new Wish(c.Id, c.Text, c.Weight, Weighing.Best(marks.SelectMany(m => m).Where(r => r.CriterionId == c.Id).ToDictionary(r => r.OpportunityId, r => r.Score))))],
            [.. offers.Select(o => new Offer(
                o.Id, o.Title, o.Name, o.OfferTerms, o.OfferUntil, marks[o.Id].ToDictionary(m => m.CriterionId, m => new Mark(m.Score, m.Note)),
                Weighing.Of(weights, marks[o.Id].ToDictionary(m => m.CriterionId, m => m.Score))))],
            total);
    }

    /// <summary>Rates one offer.</summary>
    public static async Task<Rated> Rate(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var opening = await db.Opportunities.OrRefuse(command.Opportunity, ct);
        var title = $"Rated the offer of {opening.Title}";
        db.Act(title);
        await db.Rate(opening.Id, 0, command.Criteria, clock.Today, ct);
        await db.SaveChangesAsync(ct);
        return new(title, db.LastBatch);
    }
}
