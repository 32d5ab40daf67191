using Kith.Data;
using Kith.Domain;
using Kith.Domain.Pipeline;

namespace Kith.Sample;

/// <summary>The opportunities of the sample network: dates of every stage, people with their parts, contributions, offers, and every way to close.</summary>
internal sealed class Pipeline(SampleRows rows, WorkspaceClock clock, IReadOnlyDictionary<string, Guid> organisations)
{
    private static readonly (string Title, CloseReason Reason, OpportunityState After)[] Ended =
    [
        ("Analytics Consultant", CloseReason.TheyDeclined, OpportunityState.Interview), ("Night-shift Analyst", CloseReason.IDeclined, OpportunityState.Offer),
        ("Data Lead, Heat Networks", CloseReason.NoAnswer, OpportunityState.Applied), ("Planning Analyst", CloseReason.Filled, OpportunityState.Screening),
    ];

    private Opportunity? earlier;

    /// <summary>Gives the openings there are their history, and adds those that are over.</summary>
    internal void Run(IReadOnlyList<Person> people)
    {
        foreach (var (number, opening) in rows.Opportunities.ToList().Index())
        {
            if (opening.State == OpportunityState.Closed)
                (opening.CloseReason, opening.ClosedAfter) = (CloseReason.Other, OpportunityState.Applied);
            Walk(opening, opening.ClosedAfter ?? opening.State, 40 - number);
            for (var part = 0; part < (opening.State < OpportunityState.Applied ? 1 : number % 5); part++)
                Place(opening, people[((number * 3) + part) % people.Count], (DecisionRole)((number + part) % 6));
            Plan(opening);
        }
        foreach (var (number, (title, reason, after)) in Ended.Index())
        {
            var over = Open(title, 20 + number, clock.Today.AddDays(-60));
            (over.State, over.CloseReason, over.ClosedAfter) = (OpportunityState.Closed, reason, after);
            Walk(over, after, 55);
        }
        var second = Open("Head of Grid Data", 3, clock.Today.AddDays(-45));
        (second.State, second.OfferTerms, second.OfferUntil) = (OpportunityState.Offer, "Four days a week, in Delft, from the first of the month.", clock.Today.AddDays(9));
        Walk(second, OpportunityState.Offer, 38);
        Place(second, people[1], DecisionRole.DecisionMaker);
        Reach(people);
        State();
    }

    /// <summary>What depends on the goals, which are written after everything else: the earlier goal's opportunity, and ratings.</summary>
    internal void Aim(KithDb db, Guid goal, Guid? reached, IReadOnlyList<Criterion> criteria)
    {
        foreach (var (number, offer) in rows.Opportunities.Where(o => o.State == OpportunityState.Offer).Index())
            foreach (var criterion in criteria.Where(c => c.GoalId == goal).Skip(number))
                db.Add(new CriterionRating
                {
                    Id = rows.NewId(),
                    CriterionId = criterion.Id,
                    OpportunityId = offer.Id,
                    Score = (criterion.Place + number + 2) % 4,
                    Note = criterion.Place == 0 ? "They showed me the numbers." : null,
                    On = clock.Today.AddDays(-2),
                });
        if (reached is not { } end || earlier is null)
            return;
        db.Attach(earlier).Property(o => o.GoalId).CurrentValue = end;
        foreach (var criterion in criteria.Where(c => c.GoalId == end))
            for (var day = 0; day <= 60; day += 30)
                db.Add(new CriterionRating { Id = rows.NewId(), CriterionId = criterion.Id, OpportunityId = earlier.Id, Day = day, Score = Math.Min(3, 1 + criterion.Place + (day / 30)), On = clock.Today.AddDays(-1400 + day) });
    }

    // Each stage a week after the one before it, the last of them so many days ago at most.
    private void Walk(Opportunity opening, OpportunityState last, int ago)
    {
        var on = clock.Today.AddDays(-ago);
        for (var stage = OpportunityState.Lead; stage <= last; stage++)
        {
            Step(opening, stage, on);
            if (stage == OpportunityState.Lead && (opening.SavedOn is null || opening.SavedOn > on))
                opening.SavedOn = on;
            if (stage == OpportunityState.Applied)
                opening.AppliedOn = on;
            on = on.AddDays(4);
        }
        if (opening.State == OpportunityState.Closed)
            Step(opening, OpportunityState.Closed, on);
    }

    private void Step(Opportunity opening, OpportunityState stage, DateOnly on) =>
        rows.Add(rows.OpportunitySteps, new() { Id = rows.NewId(), OpportunityId = opening.Id, State = stage, On = on });

    private Opportunity Open(string title, int firm, DateOnly saved) => rows.Add(rows.Opportunities, new Opportunity
    {
        Id = rows.NewId(),
        Title = title,
        OrganisationId = organisations[Places.All[firm].Name],
        SavedOn = saved,
    });

    private void Place(Opportunity opening, Person person, DecisionRole role)
    {
        if (!rows.OpportunityPeople.Exists(p => p.OpportunityId == opening.Id && p.PersonId == person.Id))
            rows.Add(rows.OpportunityPeople, new() { Id = rows.NewId(), OpportunityId = opening.Id, PersonId = person.Id, Role = role });
    }

    // What the rule after applying would have left open.
    private void Plan(Opportunity opening)
    {
        if (opening.State == OpportunityState.Offer)
            (opening.OfferTerms, opening.OfferUntil) = ("Full time, two days at home, a team of three.", clock.Today.AddDays(4));
        var since = rows.OpportunitySteps.FindLast(s => s.OpportunityId == opening.Id)!.On;
        if (AskAfter.Next(opening.State, since, []) is not { } due)
            return;
        var asked = rows.OpportunityPeople.Where(p => p.OpportunityId == opening.Id).MinBy(p => AskAfter.Turn(p.Role));
        if (asked is null)
            (opening.NextStep, opening.NextOn) = (AskAfter.FindSomebody, due);
        else
            rows.Add(rows.Loops, new() { Id = rows.NewId(), PersonId = asked.PersonId, Kind = LoopKind.FollowUp, What = AskAfter.What(opening.State, opening.Title), OpenedOn = since, Due = due, OpportunityId = opening.Id });
    }

    // The job the owner has now, found years ago through one person who knew another.
    private void Reach(IReadOnlyList<Person> people)
    {
        earlier = Open("Senior Data Analyst", 10, clock.Today.AddDays(-1500));
        earlier.State = OpportunityState.Accepted;
        Walk(earlier, OpportunityState.Accepted, 1420);
        Place(earlier, people[2], DecisionRole.DecisionMaker);
        Introduce(people[3], people[2], 1450);
        Introduce(people[4], people[3], 1480);
    }

    private void Introduce(Person connector, Person other, int ago)
    {
        var asked = rows.Add(rows.Introductions, new()
        {
            Id = rows.NewId(),
            PersonId = connector.Id,
            OtherId = other.Id,
            Kind = IntroductionKind.Introduction,
            Why = "You know how they plan, and I would like to learn it.",
            CreatedAt = clock.Noon(clock.Today.AddDays(-ago)),
        });
        foreach (var (place, state) in new[] { IntroductionState.Asked, IntroductionState.Made, IntroductionState.Met, IntroductionState.Thanked, IntroductionState.ReportedBack }.Index())
            asked.Advance(state, clock.Today.AddDays(place - ago));
    }

    private void State()
    {
        foreach (var (number, opening) in rows.Opportunities.Where(o => o.State is > OpportunityState.Lead and < OpportunityState.Accepted).Index())
        {
            var proof = rows.Proofs[number % rows.Proofs.Count];
            var claim = rows.Claims.Find(c => c.Id == proof.ClaimId)!;
            var (mission, need) = ("bring wind power ashore", "a forecast that planners trust");
            rows.Add(rows.Contributions, new()
            {
                Id = rows.NewId(),
                OpportunityId = opening.Id,
                ClaimId = claim.Id,
                EvidenceId = proof.EvidenceId,
                Mission = mission,
                Need = need,
                Text = Statement.Draft(mission, need, claim.Text, rows.Evidence.Find(e => e.Id == proof.EvidenceId)!.Title),
            });
        }
    }
}
