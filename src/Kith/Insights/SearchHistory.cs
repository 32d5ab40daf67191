using Kith.Data;
using Kith.Domain;
using Kith.Domain.Attribution;
using Kith.Domain.Funnel;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.Insights;

/// <summary>An interview or an offer, and everything that led to it.</summary>
/// <param name="Opportunity">The opportunity.</param>
/// <param name="Title">What it is called.</param>
/// <param name="State">Interview or offer.</param>
/// <param name="On">The day it came to it; the day it was read where none is known.</param>
/// <param name="Chain">What led there, in the order of time; empty where nobody is noted behind it.</param>
public sealed record Outcome(Guid Opportunity, string Title, OpportunityState State, DateOnly On, IReadOnlyList<Touch> Chain);

/// <summary>What the pictures are made of, read once: four statements.</summary>
internal sealed class SearchHistory
{
    /// <summary>Contacts that are read at most, the latest.</summary>
    internal const int MostContacts = 50_000;

    private const int MostExchanges = 20_000;
    private const int MostPipeline = 20_000;
    private const int MostPeople = 20_000;

    /// <summary>Contacts by person, in the order of time.</summary>
    internal required ILookup<Guid, Said> Contacts { get; init; }

    /// <summary>Exchanges by person.</summary>
    internal required ILookup<Guid, Used> Exchanges { get; init; }

    /// <summary>Hours and cost of events at which exchanges happened.</summary>
    internal required IReadOnlyDictionary<Guid, (double? Hours, int? Cost)> Events { get; init; }

    internal required IReadOnlyList<MadeIntroduction> Made { get; init; }

    /// <summary>The furthest stage of each opportunity and the people behind it.</summary>
    internal required IReadOnlyList<Opening> Openings { get; init; }

    internal required IReadOnlyList<Held> Ties { get; init; }

    /// <summary>True when there was more than is read.</summary>
    internal bool IsCut { get; init; }

    /// <summary>A contact with what the homework says about it.</summary>
    internal sealed record Said(Contact Contact, bool IsAsk, int? Readiness);

    /// <summary>An opportunity as the insights read it.</summary>
    internal sealed record Opening(Guid Id, string Title, OpportunityState Furthest, IReadOnlyDictionary<OpportunityState, DateOnly> Reached, DateOnly? ClosedOn, IReadOnlyList<Guid> People);

    internal static async Task<SearchHistory> Read(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var contacts = await db.Interactions.AsNoTracking().Where(i => i.Channel != Channel.Reaction && db.People.Any(p => p.Id == i.PersonId && !p.IsSelf))
            .OrderByDescending(i => i.At).Take(MostContacts)
            .Select(i => new { i.PersonId, i.At, i.Channel, i.Direction, i.IsAsk, i.Readiness }).ToListAsync(ct);
        var exchanges = await Uses(db, ct);
        var pipeline = await Pipeline(db, ct);
        var now = clock.Now;
        var ties = await db.People.AsNoTracking().Where(p => !p.IsSelf && p.LastContact != null).OrderByDescending(p => p.LastContact).Take(MostPeople)
            .Select(p => new
            {
                p.Strength,
                p.LastContact,
                Place = db.Positions.Where(x => x.PersonId == p.Id && x.IsCurrent && x.Kind == PositionKind.Work && x.OrganisationId != null).OrderBy(x => x.Id).Select(x => x.OrganisationId).FirstOrDefault(),
            }).ToListAsync(ct);
        return new()
        {
            Contacts = contacts.OrderBy(c => c.At).ToLookup(c => c.PersonId, c => new Said(new(c.At, c.Channel, c.Direction), c.IsAsk, c.Readiness)),
            Exchanges = exchanges.Where(e => e.Tactic is not null).ToLookup(e => e.Person!.Value, e => new Used(e.Id, e.Person!.Value, e.Tactic!.Value, e.On, e.Event)),
            Events = exchanges.Where(e => e is { Tactic: not null, Event: not null }).GroupBy(e => e.Event!.Value).ToDictionary(g => g.Key, g => (g.First().Hours, g.First().Cost)),
            Made = [.. exchanges.Where(e => e.Kind is not null).Select(e => new MadeIntroduction(e.Id, e.Kind!.Value, e.Person!.Value, e.Other, e.Opportunity, e.On!.Value))],
            Openings = pipeline,
            Ties = [.. ties.Select(t => new Held(t.Strength, Stages.IsDormant(t.LastContact, now), t.Place))],
            IsCut = contacts.Count == MostContacts || exchanges.Count == MostExchanges,
        };
    }

    private sealed record Use(Guid Id, Guid? Person, Tactic? Tactic, IntroductionKind? Kind, Guid? Other, Guid? Opportunity, DateOnly? On, Guid? Event, double? Hours, int? Cost);

    // Exchanges with the cost of their event, and introductions that were made: one statement.
    private static async Task<List<Use>> Uses(KithDb db, CancellationToken ct)
    {
        var exchanges = from exchange in db.Exchanges
                        where db.People.Any(p => p.Id == exchange.PersonId && !p.IsSelf)
                        join gathering in db.Events on exchange.EventId equals gathering.Id into gatherings
                        from gathering in gatherings.DefaultIfEmpty()
                        select new
                        {
                            exchange.Id,
                            Person = (Guid?)exchange.PersonId,
                            Tactic = (Tactic?)exchange.Tactic,
                            Kind = (IntroductionKind?)null,
                            Other = (Guid?)null,
                            Opportunity = (Guid?)null,
                            exchange.On,
                            Event = exchange.EventId,
                            Hours = gathering == null ? null : gathering.Hours,
                            Cost = gathering == null ? null : gathering.Cost,
                        };
        var made = db.Introductions.Where(i => i.MadeOn != null).Select(i => new
        {
            i.Id,
            Person = (Guid?)i.PersonId,
            Tactic = (Tactic?)null,
            Kind = (IntroductionKind?)i.Kind,
            Other = i.OtherId,
            Opportunity = i.OpportunityId,
            On = i.MadeOn,
            Event = (Guid?)null,
            Hours = (double?)null,
            Cost = (int?)null,
        });
        var rows = await exchanges.Concat(made).Take(MostExchanges).ToListAsync(ct);
        return [.. rows.Select(r => new Use(r.Id, r.Person, r.Tactic, r.Kind, r.Other, r.Opportunity, r.On, r.Event, r.Hours, r.Cost))];
    }

    // Opportunities, the days of their stages and the people behind them: one statement.
    private static async Task<IReadOnlyList<Opening>> Pipeline(KithDb db, CancellationToken ct)
    {
        var openings = db.Opportunities.Select(o => new { o.Id, Title = (string?)o.Title, State = (OpportunityState?)o.State, o.ClosedAfter, o.SavedOn, o.AppliedOn, Step = (OpportunityState?)null, On = (DateOnly?)null, Person = (Guid?)null });
        var steps = db.OpportunitySteps.Select(s => new { Id = s.OpportunityId, Title = (string?)null, State = (OpportunityState?)null, ClosedAfter = (OpportunityState?)null, SavedOn = (DateOnly?)null, AppliedOn = (DateOnly?)null, Step = (OpportunityState?)s.State, On = (DateOnly?)s.On, Person = (Guid?)null });
        var people = db.OpportunityPeople.Select(p => new { Id = p.OpportunityId, Title = (string?)null, State = (OpportunityState?)null, ClosedAfter = (OpportunityState?)null, SavedOn = (DateOnly?)null, AppliedOn = (DateOnly?)null, Step = (OpportunityState?)null, On = (DateOnly?)null, Person = (Guid?)p.PersonId });
        var rows = await openings.Concat(steps).Concat(people).Take(MostPipeline).ToListAsync(ct);
        var found = new List<Opening>();
        foreach (var group in rows.GroupBy(r => r.Id).OrderBy(g => g.Key))
        {
            if (group.FirstOrDefault(r => r.Title is not null) is not { State: { } state } opening)
                continue;
            var reached = group.Where(r => r.Step is not null && r.Step != OpportunityState.Closed).GroupBy(r => r.Step!.Value).ToDictionary(g => g.Key, g => g.Min(r => r.On!.Value));
            // What was imported has no steps, but the days on which it was saved and applied for.
            if (opening.SavedOn is { } saved)
                reached.TryAdd(OpportunityState.Lead, saved);
            if (opening.AppliedOn is { } applied)
                reached.TryAdd(OpportunityState.Applied, applied);
            var stands = state == OpportunityState.Closed ? opening.ClosedAfter ?? OpportunityState.Lead : state;
            var furthest = reached.Keys.Append(stands).Max();
            found.Add(new(group.Key, opening.Title!, furthest, reached, state == OpportunityState.Closed ? group.Where(r => r.Step == OpportunityState.Closed).Max(r => r.On) : null, [.. group.Select(r => r.Person).OfType<Guid>()]));
        }
        return found;
    }

    /// <summary>The interviews and offers there were by that day, with what led to them.</summary>
    internal IReadOnlyList<Outcome> Outcomes(DateOnly today) =>
    [
        .. from opening in Openings
           from state in new[] { OpportunityState.Interview, OpportunityState.Offer }
           where opening.Furthest >= state
           let day = opening.Reached.Where(r => r.Key >= state).Select(r => (DateOnly?)r.Value).Min() ?? today
           orderby day, opening.Id, state
           select new Outcome(opening.Id, opening.Title, state, day, Chain.Of(opening.Id, opening.People, day, Exchanges, Made)),
    ];
}
