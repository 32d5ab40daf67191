using Kith.App.Tests.Today;
using Kith.Domain;

namespace Kith.App.Tests.Insights;

/// <summary>A search that is small enough to be counted by hand.</summary>
internal sealed record Story(Guid Ana, Guid Cleo, Guid CleoAgain, Guid DataConf)
{
    internal static async Task<Story> Tell(Desk desk)
    {
        var (ana, ben, cleo, again) = (await desk.Person("Ana Kovač"), await desk.Person("Ben Okafor"), await desk.Person("Cleo Marsh"), await desk.Person("Cleo Marsh-Two"));
        var conference = Ids.New(desk.World.Clock);
        await desk.World.Change(db =>
        {
            db.Add(new Event { Id = conference, Name = "DataConf", Hours = 4, Cost = 40 });
            foreach (var person in new[] { ana, ben })
                db.Add(new Exchange { Id = db.NewId(), PersonId = person, Tactic = Tactic.EventMet, On = desk.Today.AddDays(-100), EventId = conference });
            var asked = new Introduction { Id = db.NewId(), PersonId = ana, OtherId = cleo, Kind = IntroductionKind.Introduction, CreatedAt = db.Clock.GetUtcNow().UtcDateTime };
            asked.Advance(IntroductionState.Asked, desk.Today.AddDays(-70));
            asked.Advance(IntroductionState.Made, desk.Today.AddDays(-60));
            db.AddRange(asked, new Exchange { Id = db.NewId(), PersonId = cleo, Tactic = Tactic.Introduction, On = desk.Today.AddDays(-60) });
            Said(ana, 99, Direction.Out);
            Said(ana, 98, Direction.In);
            Said(ana, 70, Direction.Both, isAsk: true, ready: 80);
            Said(ben, 99, Direction.Out);
            Said(ben, 40, Direction.Out, isAsk: true, ready: 20);
            Said(cleo, 50, Direction.Both);
            Opening("Planner", OpportunityState.Offer, cleo, (OpportunityState.Lead, 55), (OpportunityState.Applied, 45), (OpportunityState.Interview, 20), (OpportunityState.Offer, 5));
            Opening("Analyst", OpportunityState.Interview, null, (OpportunityState.Applied, 30), (OpportunityState.Interview, 10));

            void Said(Guid person, int days, Direction direction, bool isAsk = false, int? ready = null) => db.Add(new Interaction
            {
                Id = db.NewId(),
                PersonId = person,
                Channel = direction == Direction.Both ? Channel.Call : Channel.Mail,
                Direction = direction,
                At = db.Clock.GetUtcNow().UtcDateTime.AddDays(-days),
                IsAsk = isAsk,
                Readiness = ready,
            });

            void Opening(string title, OpportunityState state, Guid? person, params (OpportunityState State, int Days)[] steps)
            {
                var opening = new Opportunity { Id = db.NewId(), Title = title, State = state };
                db.Add(opening);
                foreach (var step in steps)
                    db.Add(new OpportunityStep { Id = db.NewId(), OpportunityId = opening.Id, State = step.State, On = desk.Today.AddDays(-step.Days) });
                if (person is { } who)
                    db.Add(new OpportunityPerson { Id = db.NewId(), PersonId = who, OpportunityId = opening.Id, Role = DecisionRole.DecisionMaker });
            }
        });
        return new(ana, cleo, again, conference);
    }
}
