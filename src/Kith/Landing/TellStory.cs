using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Landing;

/// <summary>The story of a search on one page, with its numbers.</summary>
public static class TellStory
{
    /// <summary>A tactic, the people it was used with, and with how many of them there was a conversation afterwards.</summary>
    public sealed record Yield(Tactic Tactic, int People, int Conversed);

    /// <summary>
    /// The search from its first day to the day of the offer: people met (with an exchange), conversations (contacts both ways) and with how many, events,
    /// introductions asked and made, opportunities, applications, interviews, offers; the tactics; the chain; the user's word about the end.
    /// </summary>
    public sealed record Story(
        Guid Opportunity, string Title, string? Organisation, string? Goal, DateOnly Begin, DateOnly End, int Weeks, int People, int Conversations, int ConversedWith, int Events, int Asked, int Made,
        int Opportunities, int Applications, int Interviews, int Offers, IReadOnlyList<Yield> Tactics, IReadOnlyList<ShowLanding.Member> Chain, string? Ending);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/landing/story", async (Guid? opportunity, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
        await Handle(opportunity, db, clock, ct) ?? throw Find.Unknown<Opportunity>()).WithSummary("Tell the story of a search with its numbers");

    /// <summary>The story of an accepted opportunity, the latest by default; null where there is none.</summary>
    public static async Task<Story?> Handle(Guid? opportunity, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var accepted = await ShowLanding.AcceptedOnes(db, clock, ct);
        var it = opportunity is null ? accepted.Count > 0 ? accepted[0] : null : accepted.FirstOrDefault(a => a.Id == opportunity);
        if (it is null)
            return null;
        var begin = it.Begin;
        var (first, last) = (clock.Noon(begin).AddHours(-12), clock.Noon(it.On).AddHours(12));
        var own = db.Opportunities.Where(o => o.Id == it.Id || (o.GoalId == it.Goal && it.Goal != null) || (o.GoalId == null && o.SavedOn >= begin && o.SavedOn <= it.On));
        var n = await db.Workspaces.AsNoTracking().Where(w => w.Id == db.WorkspaceId).Select(w => new
        {
            People = db.Exchanges.Where(e => e.On >= begin && e.On <= it.On).Select(e => e.PersonId).Distinct().Count(),
            Conversations = db.Interactions.Count(i => i.Direction == Direction.Both && i.At >= first && i.At <= last),
            With = db.Interactions.Where(i => i.Direction == Direction.Both && i.At >= first && i.At <= last).Select(i => i.PersonId).Distinct().Count(),
            Events = db.Exchanges.Where(e => e.On >= begin && e.On <= it.On && e.EventId != null).Select(e => e.EventId).Distinct().Count(),
            Asked = db.Introductions.Count(i => i.AskedOn >= begin && i.AskedOn <= it.On),
            Made = db.Introductions.Count(i => i.MadeOn >= begin && i.MadeOn <= it.On),
            Opportunities = own.Count(),
            Applications = own.Count(o => o.AppliedOn != null || db.OpportunitySteps.Any(s => s.OpportunityId == o.Id && s.State == OpportunityState.Applied)),
            Interviews = own.Count(o => db.OpportunitySteps.Any(s => s.OpportunityId == o.Id && s.State == OpportunityState.Interview)),
            Offers = own.Count(o => o.State == OpportunityState.Offer || o.State == OpportunityState.Accepted || o.ClosedAfter == OpportunityState.Offer),
            Goal = db.Goals.Where(g => g.Id == it.Goal).Select(g => g.RoleFamily).FirstOrDefault(),
            Ending = db.Goals.Where(g => g.Id == it.Goal).Select(g => g.Ending).FirstOrDefault(),
        }).SingleAsync(ct);
        var tactics = (await db.Exchanges.Where(e => e.On >= begin && e.On <= it.On)
            .Select(e => new { e.Tactic, e.PersonId, Talked = db.Interactions.Any(i => i.PersonId == e.PersonId && i.Direction == Direction.Both && i.At >= first && i.At <= last) })
            .Distinct().GroupBy(e => new { e.Tactic, e.Talked }).Select(g => new { g.Key.Tactic, g.Key.Talked, Count = g.Count() }).ToListAsync(ct)).ToLookup(t => t.Tactic);
        return new(
            it.Id, it.Title, it.Organisation, n.Goal, begin, it.On, Math.Max(1, (it.On.DayNumber - begin.DayNumber + 6) / 7), n.People, n.Conversations, n.With, n.Events, n.Asked, n.Made,
            n.Opportunities, n.Applications, n.Interviews, n.Offers, [.. tactics.Select(t => new Yield(t.Key, t.Sum(x => x.Count), t.Where(x => x.Talked).Sum(x => x.Count))).OrderByDescending(t => t.People).ThenBy(t => t.Tactic)],
            await ShowLanding.Chain(it, db, ct), n.Ending);
    }
}
