using Kith.Data;
using Kith.Domain;
using Kith.Domain.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Kith.Opportunities;

/// <summary>The board: what is open, a column a stage, and the closed ones in pages.</summary>
public static class ShowBoard
{
    /// <summary>Cards of a column; the rest is a list of its own.</summary>
    public const int MostCards = 30;

    /// <summary>Closed ones of a page.</summary>
    public const int MostClosed = 20;

    private const int MostNames = 3;

    /// <summary>The columns in their order.</summary>
    public static readonly IReadOnlyList<OpportunityState> Stages =
        [OpportunityState.Lead, OpportunityState.Applied, OpportunityState.Screening, OpportunityState.Interview, OpportunityState.Offer, OpportunityState.Accepted];

    /// <summary>Somebody on a card and their part in the decision.</summary>
    public sealed record Name(Guid Id, string Text, DecisionRole Role);

    /// <summary>One card; days is how long it has been in its stage, next the earliest of next step, open loops and the answer to an offer.</summary>
    public sealed record Card(Guid Id, string Title, string? Organisation, OpportunityState State, IReadOnlyList<Name> People, int MorePeople, DateOnly? Next, string? NextStep, string? Contribution, int? Days);

    /// <summary>One column and how many are in it.</summary>
    public sealed record Column(OpportunityState State, int Total, IReadOnlyList<Card> Cards);

    /// <summary>The board, and one page of what is closed.</summary>
    public sealed record Board(IReadOnlyList<Column> Columns, IReadOnlyList<ListOpportunities.Row> Closed, int ClosedTotal, int ClosedPage)
    {
        /// <summary>Opportunities in all.</summary>
        public int Total => Columns.Sum(c => c.Total) + ClosedTotal;
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/opportunities/board", (int? closed, KithDb db, WorkspaceClock clock, CancellationToken ct) => Handle(closed ?? 1, db, clock, ct)).WithSummary("Show the board of opportunities");

    public static async Task<Board> Handle(int closedPage, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var number = Math.Clamp(closedPage, 1, 10_000);
        var counts = await db.Opportunities.GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var cards = await Cards(db, clock, ct);
        var closed = counts.GetValueOrDefault(OpportunityState.Closed);
        return new(
            [.. Stages.Select(s => new Column(s, counts.GetValueOrDefault(s), [.. cards.Where(c => c.State == s).OrderBy(c => c.Next ?? DateOnly.MaxValue).ThenBy(c => c.Title, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Id)]))],
            closed == 0 ? [] : await Closed(number, db, ct), closed, number);
    }

    private static async Task<IReadOnlyList<Card>> Cards(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var ids = Stages.Select(s => db.Opportunities.Where(o => o.State == s).OrderBy(o => o.NextOn == null).ThenBy(o => o.NextOn).ThenByDescending(o => o.Id).Take(MostCards).Select(o => o.Id))
            .Aggregate((some, more) => some.Concat(more));
        var rows = await (
            from opening in db.Opportunities.AsNoTracking()
            where ids.Contains(opening.Id)
            join place in db.Organisations on opening.OrganisationId equals place.Id into places
            from organisation in places.DefaultIfEmpty()
            select new
            {
                Opening = opening,
                Organisation = organisation.Name,
                Since = db.OpportunitySteps.Where(s => s.OpportunityId == opening.Id && s.State == opening.State).Max(s => (DateOnly?)s.On),
                Due = db.Loops.Where(l => l.OpportunityId == opening.Id && l.State != LoopState.Closed).Min(l => l.SnoozedUntil ?? l.Due),
                Contribution = db.Contributions.Where(c => c.OpportunityId == opening.Id).OrderBy(c => c.Id).Select(c => c.Text).FirstOrDefault(),
            }).ToListAsync(ct);
        var shown = rows.ConvertAll(r => r.Opening.Id);
        var people = (await (
            from part in db.OpportunityPeople.AsNoTracking()
            where shown.Contains(part.OpportunityId)
            join person in db.People on part.PersonId equals person.Id
            select new { part.OpportunityId, person.Id, person.FullName, part.Role }).ToListAsync(ct)).ToLookup(p => p.OpportunityId);
        return [.. rows.Select(r =>
        {
            var there = people[r.Opening.Id].OrderBy(p => p.Role).ThenBy(p => p.FullName, StringComparer.Ordinal).ToList();
            var steps = r.Since is { } on ? new[] { new OpportunityStep { Id = Guid.Empty, OpportunityId = r.Opening.Id, State = r.Opening.State, On = on } } : [];
            return new Card(
                r.Opening.Id, r.Opening.Title, r.Organisation, r.Opening.State,
                [.. there.Take(MostNames).Select(p => new Name(p.Id, p.FullName, p.Role))], Math.Max(0, there.Count - MostNames),
                new[] { r.Opening.NextOn, r.Due, r.Opening.State == OpportunityState.Offer ? r.Opening.OfferUntil : null }.Min(), r.Opening.NextStep, r.Contribution,
                StageDates.DaysIn(r.Opening, steps, clock.Today));
        })];
    }

    private static async Task<IReadOnlyList<ListOpportunities.Row>> Closed(int page, KithDb db, CancellationToken ct) => await (
        from opening in db.Opportunities.AsNoTracking()
        where opening.State == OpportunityState.Closed
        join place in db.Organisations on opening.OrganisationId equals place.Id into places
        from organisation in places.DefaultIfEmpty()
        orderby opening.Id descending
        select new ListOpportunities.Row(opening.Id, opening.Title, organisation.Name, opening.State, opening.SavedOn, opening.AppliedOn, opening.Url, opening.CloseReason, opening.ClosedAfter))
        .Skip((page - 1) * MostClosed).Take(MostClosed).ToListAsync(ct);
}
