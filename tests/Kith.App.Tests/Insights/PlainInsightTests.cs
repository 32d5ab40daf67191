using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Attribution;
using Kith.Domain.Strength;
using Kith.Insights;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Insights;

/// <summary>Random searches, counted a second time as plainly as can be.</summary>
public sealed class PlainInsightTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<Database, int> Seeds => new() { { Database.Sqlite, 1 }, { Database.Sqlite, 2 }, { Database.Sqlite, 3 }, { Database.Postgres, 4 } };

    [Theory, MemberData(nameof(Seeds))]
    public async Task Every_insight_is_what_a_plain_count_of_the_rows_gives(Database database, int seed)
    {
        await using var desk = await Desk.Of(product, database);
        await Fill(desk, new Random(seed));
        var rows = await desk.World.Ask(Rows.Read);

        var shown = await desk.Ask((db, clock, _) => ShowInsights.Handle(new(Rule: CreditRule.Equal), db, clock, Ct));

        foreach (var tactic in shown.Tactics)
        {
            var used = rows.Exchanges.Where(e => e.Tactic == tactic.Tactic && e.On is not null).ToList();
            var told = used.Where(e => rows.Talked(e) || e.On!.Value.AddDays(90) < desk.Today).ToList();
            tactic.Conversed.ShouldBe(new(told.Count(rows.Talked), told.Count), tactic.Tactic.ToString());
            var costed = used.Where(e => rows.Events.Any(x => x.Id == e.EventId && x.Hours is not null)).ToList();
            tactic.PerHour.Count.ShouldBe(costed.Count(rows.Talked));
            tactic.PerHour.Exposure.ShouldBe(costed.Sum(e => rows.Events.Single(x => x.Id == e.EventId).Hours!.Value / rows.Exchanges.Count(x => x.EventId == e.EventId)), 1e-9);
        }
        shown.Tactics.Sum(t => t.Interviews).ShouldBe(shown.Outcomes.Count(o => o.State == OpportunityState.Interview && o.Chain.Count > 0), 1e-9);
        shown.Attribution.People.Sum(p => p.Credit).ShouldBe(shown.Outcomes.Count, 1e-9);
        shown.Attribution.Events.Sum(p => p.Credit).ShouldBe(shown.Outcomes.Count, 1e-9);

        var known = rows.People.Where(p => rows.Exchanges.Any(e => e.PersonId == p && e.On is not null) || rows.Contacts(p).Count > 0).ToList();
        foreach (var step in shown.Funnel)
        {
            var there = known.Where(p => Stages.Of(rows.Contacts(p)) >= step.Stage).ToList();
            step.Next.ShouldBe(new(there.Count(p => Stages.Of(rows.Contacts(p)) > step.Stage), there.Count), step.Stage.ToString());
        }
        shown.Flows.Sum(f => f.People).ShouldBe(known.Count);
        foreach (var flow in shown.Flows)
            known.Count(p => rows.First(p) == flow.Tactic && Stages.Of(rows.Contacts(p)) == flow.Stage && rows.Led(p) == flow.Outcome).ShouldBe(flow.People, flow.ToString());
        foreach (var step in shown.Pipeline)
        {
            var there = rows.Openings.Where(o => o.State >= step.Stage).ToList();
            step.Next.ShouldBe(new(there.Count(o => o.State > step.Stage), there.Count), step.Stage.ToString());
        }
        var asks = rows.Interactions.Where(i => i is { IsAsk: true, Readiness: not null, Channel: not Channel.Reaction }).Select(i => (Prepared: i.Readiness >= 60, Answered: rows.Answered(i), Day: Day(i.At)))
            .Where(a => a.Answered || a.Day.AddDays(30) < desk.Today).ToList();
        shown.Homework.Prepared.ShouldBe(new(asks.Count(a => a is { Prepared: true, Answered: true }), asks.Count(a => a.Prepared)));
        shown.Homework.Unprepared.ShouldBe(new(asks.Count(a => a is { Prepared: false, Answered: true }), asks.Count(a => !a.Prepared)));
        foreach (var day in Enumerable.Range(0, 371).Select(n => desk.Today.AddDays(-n)))
            shown.Calendar.GetValueOrDefault(day).ShouldBe(rows.Interactions.Count(i => i.Direction != Direction.In && i.Channel != Channel.Reaction && Day(i.At) == day));
        shown.Portfolio.Total.ShouldBe(rows.People.Count(p => rows.Interactions.Any(i => i.PersonId == p)));
    }

    private static DateOnly Day(DateTime at) => DateOnly.FromDateTime(at);

    private static async Task Fill(Desk desk, Random dice)
    {
        var people = new List<Guid>();
        for (var number = 0; number < 25; number++)
            people.Add(await desk.Person($"Person Number{number}"));
        await desk.World.Change(db =>
        {
            var events = Enumerable.Range(0, 3).Select(n => new Event { Id = db.NewId(), Name = $"Event {n}", Hours = n == 0 ? null : n * 1.5, Cost = n == 1 ? null : n * 20 }).ToList();
            db.AddRange(events);
            for (var number = 0; number < 40; number++)
                db.Add(new Exchange
                {
                    Id = db.NewId(),
                    PersonId = Any(people),
                    Tactic = (Tactic)dice.Next(8),
                    On = dice.Next(12) == 0 ? null : desk.Today.AddDays(-dice.Next(300)),
                    EventId = dice.Next(2) == 0 ? Any(events).Id : null,
                });
            for (var number = 0; number < 120; number++)
                db.Add(new Interaction
                {
                    Id = db.NewId(),
                    PersonId = Any(people),
                    Channel = (Channel)dice.Next(7),
                    Direction = (Direction)dice.Next(3),
                    At = db.Clock.GetUtcNow().UtcDateTime.AddDays(-dice.Next(320)),
                    IsAsk = dice.Next(3) == 0,
                    Readiness = dice.Next(2) == 0 ? dice.Next(101) : null,
                });
            for (var number = 0; number < 8; number++)
            {
                var opening = new Opportunity { Id = db.NewId(), Title = $"Opening {number}", State = (OpportunityState)dice.Next(6), SavedOn = desk.Today.AddDays(-dice.Next(200)) };
                db.Add(opening);
                foreach (var person in people.Where(_ => dice.Next(10) == 0))
                    db.Add(new OpportunityPerson { Id = db.NewId(), PersonId = person, OpportunityId = opening.Id, Role = DecisionRole.Peer });
            }
        });

        T Any<T>(IReadOnlyList<T> all) => all[dice.Next(all.Count)];
    }

    private sealed record Rows(List<Guid> People, List<Exchange> Exchanges, List<Interaction> Interactions, List<Event> Events, List<Opportunity> Openings, List<OpportunityPerson> Behind)
    {
        internal static async Task<Rows> Read(KithDb db) => new(
            await db.People.Select(p => p.Id).ToListAsync(Ct), await db.Exchanges.ToListAsync(Ct), await db.Interactions.ToListAsync(Ct), await db.Events.ToListAsync(Ct),
            await db.Opportunities.ToListAsync(Ct), await db.OpportunityPeople.ToListAsync(Ct));

        internal List<Contact> Contacts(Guid person) => [.. Interactions.Where(i => i.PersonId == person && i.Channel != Channel.Reaction).Select(i => new Contact(i.At, i.Channel, i.Direction))];

        internal bool Talked(Exchange exchange)
        {
            var after = Interactions.Where(i => i.PersonId == exchange.PersonId && i.Channel != Channel.Reaction && Day(i.At) >= exchange.On && Day(i.At).DayNumber - exchange.On!.Value.DayNumber <= 90).ToList();
            return after.Any(i => i.Direction is Direction.In or Direction.Both) && after.Any(i => i.Direction is Direction.Out or Direction.Both);
        }

        internal bool Answered(Interaction ask) => ask.Direction == Direction.Both
            || Interactions.Any(i => i.PersonId == ask.PersonId && i.Channel != Channel.Reaction && i.Direction != Direction.Out && i.At >= ask.At && i.Id != ask.Id && Day(i.At).DayNumber - Day(ask.At).DayNumber <= 30);

        internal Tactic? First(Guid person) => Exchanges.Where(e => e.PersonId == person).OrderBy(e => e.On ?? DateOnly.MinValue).ThenBy(e => e.Id).FirstOrDefault()?.Tactic;

        internal OpportunityState? Led(Guid person)
        {
            var states = Behind.Where(b => b.PersonId == person).Select(b => Openings.Single(o => o.Id == b.OpportunityId).State).ToList();
            return states.Count == 0 ? null : states.Max() switch { >= OpportunityState.Offer => OpportunityState.Offer, OpportunityState.Interview => OpportunityState.Interview, _ => OpportunityState.Lead };
        }
    }
}
