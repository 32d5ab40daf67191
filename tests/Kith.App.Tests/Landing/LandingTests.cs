using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Opportunities;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Landing;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Landing;

public sealed class LandingTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Exactly_the_chain_is_thanked_and_told_and_nobody_twice(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (job, people) = await Landed(desk);

        var shown = await desk.Ask((db, clock, _) => ShowLanding.Handle(null, db, clock, Ct));
        shown.Chain.Select(m => m.Name).ShouldBe(["Ana", "Ben", "Cleo"], ignoreOrder: true);
        shown.Chain.Single(m => m.Name == "Ben").Why.ShouldBe("introduced you to Ana");

        var done = await desk.Ask((db, clock, _) => CloseSearch.Thank(new(job), db, clock, Ct));

        (await Open(desk, job)).ShouldBe(
            [(people["Ana"], LoopKind.Thank), (people["Ben"], LoopKind.Thank), (people["Ben"], LoopKind.ReportBack), (people["Cleo"], LoopKind.Thank), (people["Cleo"], LoopKind.ReportBack)], ignoreOrder: true);
        (await desk.Ask((db, clock, _) => CloseSearch.Thank(new(job), db, clock, Ct))).Count.ShouldBe(0);
        await desk.World.Change(db => db.Loops.First(l => l.PersonId == people["Ana"] && l.Kind == LoopKind.Thank).CloseByDecision("Said it at lunch", desk.Today));
        (await desk.Ask((db, clock, _) => CloseSearch.Thank(new(job), db, clock, Ct))).Count.ShouldBe(0, "one that was closed is not opened again");
        await desk.World.Change(db => db.Add(new OpportunityPerson { Id = db.NewId(), OpportunityId = job, PersonId = people["Eva"], Role = DecisionRole.Peer }));
        (await desk.Ask((db, clock, _) => CloseSearch.Thank(new(job), db, clock, Ct))).Count.ShouldBe(1, "only who is new");
        done.Count.ShouldBe(5);
    }

    [Theory, OnBothDatabases]
    public async Task Opening_the_thanks_is_one_act_that_can_be_taken_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (job, _) = await Landed(desk);
        using var ada = await desk.World.SignIn();

        await ada.Submit("/landing", "/landing/thanks");
        (await Open(desk, job)).Count.ShouldBe(5);
        var batch = await desk.World.Ask(db => db.Batches.OrderByDescending(b => b.At).Select(b => b.Id).FirstAsync(Ct));
        await desk.Undo(batch);

        (await Open(desk, job)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Whom_there_was_a_talk_with_gets_a_rhythm_and_nobody_else(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.World.Change(db => db.Add(new Goal { Id = db.NewId(), RoleFamily = "Head of data", CreatedAt = db.Clock.GetUtcNow().UtcDateTime.AddDays(-100) }));
        var (job, people) = await Landed(desk);
        await desk.Talked(people["Ana"], 5);
        await desk.Talked(people["Dan"], 6);
        await desk.Talked(people["Eva"], 6, Direction.Out);
        await desk.World.Change(db => db.People.First(p => p.Id == people["Ben"]).CadenceDays = 30);
        await desk.Talked(people["Ben"], 4);

        var keep = (await desk.Ask((db, clock, _) => ShowLanding.Handle(job, db, clock, Ct))).Keep;
        keep.Select(k => (k.Name, k.Days)).ShouldBe([("Ana", 90), ("Dan", 180)]);

        var done = await desk.Ask((db, _, _) => CloseSearch.Keep(new([.. keep.Select(k => new CloseSearch.Cadence(k.Id, k.Days)), new(people["Ben"], 180)]), db, Ct));

        done.Count.ShouldBe(2);
        (await desk.World.Ask(db => db.People.Where(p => p.CadenceDays != null).OrderBy(p => p.CadenceDays).Select(p => p.CadenceDays!.Value).ToListAsync(Ct))).ShouldBe([30, 90, 180], "who has a rhythm keeps it");
        await desk.Undo(done.Batch!.Value);
        (await desk.World.Ask(db => db.People.CountAsync(p => p.CadenceDays != null, Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_check_is_due_on_its_day_and_stands_beside_the_offer(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Ask((db, clock, _) => Kith.Goals.SetGoal.Handle(new("Head of data", Criteria: "Cuts emissions"), db, clock, Ct));
        var (job, _) = await Landed(desk);
        var criterion = await desk.World.Ask(db => db.Criteria.Select(c => c.Id).SingleAsync(Ct));
        await desk.Ask((db, clock, _) => Kith.Opportunities.ShowOffers.Rate(new(job, [new(criterion, 3)]), db, clock, Ct));
        (await OpportunityDesk.Refused(() => desk.Ask((db, clock, _) => CloseSearch.Check(new(job, 30, [new(criterion, 2)]), db, clock, Ct)))).ShouldBe("landing.early");

        desk.World.Clock.Pass(TimeSpan.FromDays(30));
        (await desk.Ask((db, clock, _) => ShowLanding.Handle(job, db, clock, Ct))).Checks.Select(c => c.IsDue).ShouldBe([true, false, false]);
        await desk.Ask((db, clock, _) => CloseSearch.Check(new(job, 30, [new(criterion, 2, "Less travel than said")]), db, clock, Ct));

        var shown = await desk.Ask((db, clock, _) => ShowLanding.Handle(job, db, clock, Ct));
        shown.Checks[0].IsDue.ShouldBeFalse();
        (shown.Criteria.Single().Marks[0].Score, shown.Criteria.Single().Marks[30].Score).ShouldBe((3, 2));
        (await OpportunityDesk.Refused(() => desk.Ask((db, clock, _) => CloseSearch.Check(new(job, 45, []), db, clock, Ct)))).ShouldBe("landing.day");
    }

    [Theory, OnBothDatabases]
    public async Task The_story_counts_what_happened_in_the_search(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.World.Change(db => db.Add(new Goal { Id = db.NewId(), RoleFamily = "Head of data", CreatedAt = db.Clock.GetUtcNow().UtcDateTime.AddDays(-100) }));
        var (_, people) = await Landed(desk);
        await desk.Met("Fay", 5);
        await desk.Talked(people["Ana"], 5);
        await desk.Talked(people["Ana"], 3);
        await desk.Talked(people["Dan"], 400);

        var story = (await desk.Ask((db, clock, _) => TellStory.Handle(null, db, clock, Ct)))!;

        (story.Weeks, story.People, story.Conversations, story.ConversedWith, story.Asked, story.Made, story.Opportunities, story.Offers).ShouldBe((15, 1, 2, 1, 3, 3, 1, 1));
        story.Tactics.ShouldBe([new(Tactic.EventMet, 1, 0)]);
        (await desk.World.Run("landing", "--json")).Output.ShouldContain("\"conversations\": 2");
        using var ada = await desk.World.SignIn();
        (await ada.Read("/landing/story")).QuerySelector(".lead")!.TextContent.ShouldContain("took 15 weeks");
    }

    [Theory, OnBothDatabases]
    public async Task Before_anything_is_accepted_the_page_says_what_comes(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var lead = await desk.Opening();
        using var ada = await desk.World.SignIn();

        (await ada.Read("/landing")).QuerySelector("h2")!.TextContent.ShouldBe("Nothing is accepted yet");
        (await OpportunityDesk.Refused(() => desk.Ask((db, clock, _) => CloseSearch.Thank(new(lead), db, clock, Ct)))).ShouldBe("opportunity.not-accepted");
        (await desk.World.Run("landing")).Output.ShouldContain("Nothing is accepted yet");
    }

    // Ana decides; Ben introduced the user to her, Cleo to Ben before that, Dan to Ben only afterwards; Eva had no part.
    private static async Task<(Guid Job, Dictionary<string, Guid> People)> Landed(Desk desk)
    {
        var people = new Dictionary<string, Guid>();
        foreach (var name in new[] { "Ana", "Ben", "Cleo", "Dan", "Eva" })
            people[name] = await desk.Person(name);
        var job = await desk.Opening(state: OpportunityState.Offer);
        await desk.Place(job, people["Ana"], DecisionRole.DecisionMaker);
        await Made(desk, people["Ben"], people["Ana"], 10);
        await Made(desk, people["Cleo"], people["Ben"], 20);
        await Made(desk, people["Dan"], people["Ben"], 5);
        await desk.Move(job, OpportunityState.Accepted);
        return (job, people);
    }

    private static Task Made(Desk desk, Guid connector, Guid other, int daysAgo) => desk.World.Change(db =>
    {
        var asked = new Introduction { Id = db.NewId(), PersonId = connector, OtherId = other, Kind = IntroductionKind.Introduction, CreatedAt = db.Clock.GetUtcNow().UtcDateTime };
        asked.Advance(IntroductionState.Asked, desk.Today.AddDays(-daysAgo - 1));
        asked.Advance(IntroductionState.Made, desk.Today.AddDays(-daysAgo));
        db.Add(asked);
    });

    private static async Task<List<(Guid, LoopKind)>> Open(Desk desk, Guid job) =>
        (await desk.World.Ask(db => db.Loops.Where(l => l.OpportunityId == job && l.State == LoopState.Open).Select(l => new { l.PersonId, l.Kind }).ToListAsync(Ct))).ConvertAll(l => (l.PersonId, l.Kind));
}
