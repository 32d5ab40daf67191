using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Goals;
using Kith.Opportunities;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Goals;

public sealed class GoalTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_goal_is_told_as_it_was_set(Database database)
    {
        await using var desk = await Desk.Of(product, database);

        await Set(desk, new("Head of data", "manufacturing", "Zürich", desk.Today.AddDays(200), 5, "A signed offer", "People I learn from ***\n\nLittle travel", ["Harbor & Finch", "Elm Street Labs", "harbor finch"]));

        var goal = (await Show(desk))!;
        (goal.RoleFamily, goal.Field, goal.Place, goal.DaysLeft, goal.WeeklyHours, goal.State).ShouldBe(("Head of data", "manufacturing", "Zürich", 200, 5, GoalState.Active));
        goal.Criteria.Select(c => (c.Text, c.Weight)).ShouldBe([("People I learn from", 3), ("Little travel", 2)]);
        goal.Targets.Select(t => t.Organisation.Name).ShouldBe(["Elm Street Labs", "Harbor & Finch"]);
    }

    [Theory, OnBothDatabases]
    public async Task Changing_the_goal_keeps_the_marks_of_the_targets_that_stay(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var first = await Set(desk, new("Head of data", Targets: ["Harbor & Finch", "Elm Street Labs"]));
        await desk.Ask((db, clock, _) => Kith.Audiences.SetTarget.Handle(new(Name: "Harbor & Finch", Motivation: 3, Goal: first.Goal), db, clock, Ct));

        var second = await Set(desk, new("Director of data", Targets: ["Harbor & Finch", "Tidewater"]));

        (second.Goal, second.IsNew).ShouldBe((first.Goal, false));
        (await Show(desk))!.Targets.Select(t => (t.Organisation.Name, t.Motivation)).ShouldBe([("Harbor & Finch", 3), ("Tidewater", null)]);
        await desk.Undo(second.Batch!.Value);
        (await Show(desk))!.Targets.Select(t => t.Organisation.Name).ShouldBe(["Harbor & Finch", "Elm Street Labs"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_counts_are_those_of_the_history(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await Set(desk, new("Head of data", Targets: ["Harbor & Finch"]));
        var (ana, loop) = await desk.Met("Ana Kovač", 20);
        await desk.Works(ana, "Harbor & Finch");
        await desk.Met("Ben Okafor", 20);
        await desk.Open(ana, LoopKind.PromiseByMe, dueIn: 3);
        await desk.Talked(ana, 3);
        var oneSided = await desk.Person("Cleo Marsh");
        await desk.Talked(oneSided, 20, Direction.Out);
        await desk.Ask((db, clock, _) => Kith.Today.DoAction.Handle(new(ana, loop, Channel.Mail, Direction.Out), db, clock, Ct));

        var counts = (await Show(desk))!.Counts;

        counts.ShouldBe(new(1, 1, 1, 1, 2, 1, new(2, 1)));
    }

    [Theory, OnBothDatabases]
    public async Task A_goal_can_be_paused_reached_and_taken_up_again(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var goal = (await Set(desk, new("Head of data"))).Goal;

        await Move(desk, goal, GoalState.Paused);
        (await Show(desk))!.State.ShouldBe(GoalState.Paused);
        (await desk.Ask((_, _, current) => current.Get(Ct))).ShouldBeNull();

        var reached = await Move(desk, goal, GoalState.Reached);
        (await Show(desk)).ShouldBeNull();

        await desk.Undo(reached.Batch!.Value);
        await Move(desk, goal, GoalState.Active);
        (await desk.Ask((_, _, current) => current.Get(Ct)))!.Id.ShouldBe(goal);
    }

    [Theory, OnBothDatabases]
    public async Task Only_one_goal_is_active(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var first = (await Set(desk, new("Head of data"))).Goal;
        await Move(desk, first, GoalState.GivenUp);
        var second = await Set(desk, new("Teacher"));

        await Move(desk, first, GoalState.Active);

        second.IsNew.ShouldBeTrue();
        (await desk.World.Ask(db => db.Goals.Where(g => g.State == GoalState.Active).Select(g => g.Id).ToListAsync(Ct))).ShouldBe([first]);
    }

    [Theory, OnBothDatabases]
    public async Task A_goal_without_a_role_or_with_a_date_that_is_over_is_refused(Database database)
    {
        await using var desk = await Desk.Of(product, database);

        (await Should.ThrowAsync<RefusedException>(() => Set(desk, new(" ")))).Message.ShouldBe("Say which kind of role you want.");
        (await Should.ThrowAsync<RefusedException>(() => Set(desk, new("Head of data", Deadline: desk.Today)))).Code.ShouldBe("goal.past");
        (await Should.ThrowAsync<RefusedException>(() => Set(desk, new("Head of data", WeeklyHours: 0)))).Code.ShouldBe("input.invalid");
    }

    [Theory, OnBothDatabases]
    public async Task What_LinkedIn_knows_seeds_the_goal(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Works(await desk.Person("Ana Kovač"), "Elm Street Labs");
        await desk.World.Change(db => db.AddRange(
            Wanted(db.NewId(), FindingKind.WantedRole, "Head of data"),
            Wanted(db.NewId(), FindingKind.WantedPlace, "Zürich"),
            Wanted(db.NewId(), FindingKind.WantedOrganisation, "Harbor & Finch"),
            Wanted(db.NewId(), FindingKind.Follows, "Tidewater")));

        (await desk.Ask((db, _, _) => SuggestGoal.Handle(db, Ct))).ShouldBe(new("Head of data", null, "Zürich"));
        (await desk.Ask((db, _, _) => SuggestGoal.Organisations(db, Ct))).ShouldBe(["Harbor & Finch", "Tidewater", "Elm Street Labs"]);
    }

    private static Finding Wanted(Guid id, FindingKind kind, string fact) => new() { Id = id, Kind = kind, Fact = fact, Source = "Job Seeker Preferences.csv" };

    private static Task<SetGoal.Done> Set(Desk desk, SetGoal.Command command) => desk.Ask((db, clock, _) => SetGoal.Handle(command, db, clock, Ct));

    private static Task<ShowGoal.Shown?> Show(Desk desk) => desk.Ask((db, clock, _) => ShowGoal.Handle(db, clock, Ct));

    [Theory, OnBothDatabases]
    public async Task The_end_of_a_goal_closes_what_served_it_and_leaves_what_is_owed_to_people(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var goal = (await Set(desk, new("Head of data"))).Goal;
        var offer = (await desk.Ask((db, clock, _) => SaveOpportunity.Handle(new("Head of data", "Harbor & Finch", OpportunityState.Offer), db, clock, Ct))).Opportunity;
        var lead = (await desk.Ask((db, clock, _) => SaveOpportunity.Handle(new("Team lead", Notes: "Not urgent"), db, clock, Ct))).Opportunity;
        var ana = await desk.Person("Ana Kovač");
        var promise = await desk.Open(ana, LoopKind.PromiseByMe, 3, "the article");
        var (run, step) = await Run(desk, ana);

        var done = await desk.Ask((db, clock, _) => ChangeGoalState.Handle(new(goal, GoalState.Reached, "Signed with Harbor & Finch", offer), db, clock, Ct));

        (done.Opportunities, done.Sequences).ShouldBe((1, 1));
        (await desk.World.Ask(db => db.Opportunities.Where(o => o.Id == offer).Select(o => o.State).SingleAsync(Ct))).ShouldBe(OpportunityState.Accepted);
        (await desk.World.Ask(db => db.Opportunities.Where(o => o.Id == lead).Select(o => o.Notes).SingleAsync(Ct))).ShouldBe("Not urgent\nClosed because the goal was reached.");
        (await desk.World.Ask(db => db.SequenceRuns.Where(r => r.Id == run).Select(r => r.State).SingleAsync(Ct))).ShouldBe(RunState.Stopped);
        (await desk.World.Ask(db => db.Loops.Where(l => l.Id == step).Select(l => l.Decision).SingleAsync(Ct))).ShouldBe("The goal was reached.");
        (await desk.World.Ask(db => db.Loops.Where(l => l.Id == promise).Select(l => l.State).SingleAsync(Ct))).ShouldBe(LoopState.Open);
        (await Show(desk)).ShouldBeNull();
        var ended = (await desk.Ask((db, _, _) => ListGoals.Handle(db, Ct))).Single();
        (ended.State, ended.EndedOn, ended.Ending).ShouldBe((GoalState.Reached, desk.Today, "Signed with Harbor & Finch"));

        await desk.Undo(done.Batch!.Value);
        (await Show(desk))!.State.ShouldBe(GoalState.Active);
        (await desk.World.Ask(db => db.Opportunities.Where(o => o.Id == lead).Select(o => o.State).SingleAsync(Ct))).ShouldBe(OpportunityState.Lead);
        (await desk.World.Ask(db => db.Loops.Where(l => l.Id == step).Select(l => l.State).SingleAsync(Ct))).ShouldBe(LoopState.Open);
    }

    [Theory, OnBothDatabases]
    public async Task Of_several_goals_one_is_active_and_an_ended_one_can_be_taken_up_again(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var first = (await Set(desk, new("Head of data"))).Goal;
        var second = (await Set(desk, new("Programme manager", AsNew: true))).Goal;
        await desk.Ask((db, clock, _) => ChangeGoalState.Handle(new(second, GoalState.GivenUp, "Too much travel"), db, clock, Ct));

        (await desk.Ask((db, _, _) => ListGoals.Handle(db, Ct))).Select(g => (g.Id, g.State)).ShouldBe([(first, GoalState.Paused), (second, GoalState.GivenUp)]);
        await Move(desk, second, GoalState.Active);

        var again = (await desk.Ask((db, _, _) => ListGoals.Handle(db, Ct)))[0];
        (again.Id, again.EndedOn, again.Ending).ShouldBe((second, null, null));
    }

    [Theory, OnBothDatabases]
    public async Task Only_an_open_opportunity_of_a_reached_goal_can_be_the_accepted_one(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var goal = (await Set(desk, new("Head of data"))).Goal;
        var lead = (await desk.Ask((db, clock, _) => SaveOpportunity.Handle(new("Team lead"), db, clock, Ct))).Opportunity;

        foreach (var command in new ChangeGoalState.Command[] { new(goal, GoalState.GivenUp, Accepted: lead), new(goal, GoalState.Reached, Accepted: goal) })
            (await Should.ThrowAsync<RefusedException>(() => desk.Ask((db, clock, _) => ChangeGoalState.Handle(command, db, clock, Ct)))).Code.ShouldBe("goal.accepted-unknown");
    }

    [Fact]
    public async Task The_page_says_what_an_end_closes_before_it_is_done()
    {
        await using var world = await product.Start(Database.Sqlite);
        var desk = new Desk(world);
        await Set(desk, new("Head of data"));
        await desk.Ask((db, clock, _) => SaveOpportunity.Handle(new("Team lead", "Harbor & Finch"), db, clock, Ct));
        await desk.Met("Ana Kovač", 1);
        using var ada = await world.SignIn();

        var page = await ada.Read("/goal/end?to=given-up");
        page.Body!.TextContent.ShouldContain("The open opportunity is closed.");
        page.Body.TextContent.ShouldContain("1 promise, thank-you or follow-up stays open");
        var sent = await ada.Submit("/goal/end?to=given-up", "end", ("Form.Ending", "Too much travel"));

        sent.Headers.Location!.ToString().ShouldEndWith("/goals");
        (await ada.Read("/goals")).Body!.TextContent.ShouldContain("Too much travel");
        (await ada.Read("/goal")).Body!.TextContent.ShouldContain("Earlier goals");
        await ada.Submit("/goal/edit?new=1&step=4", "goal", ("Form.RoleFamily", "Programme manager"), ("Form.Go", "save"));
        (await desk.Ask((db, _, _) => ListGoals.Handle(db, Ct))).Select(g => g.RoleFamily).ShouldBe(["Programme manager", "Head of data"]);
    }

    private static async Task<(Guid Run, Guid Step)> Run(Desk desk, Guid person)
    {
        var (run, step) = (Ids.New(desk.World.Clock), Ids.New(desk.World.Clock));
        await desk.World.Change(db => db.AddRange(
            new SequenceRun { Id = run, PersonId = person, Name = "3B7", Steps = "0 first: Write", StartedAt = db.Clock.GetUtcNow().UtcDateTime },
            new Loop { Id = step, PersonId = person, Kind = LoopKind.SequenceStep, RunId = run, Step = 0, OpenedOn = desk.Today }));
        return (run, step);
    }

    private static Task<ChangeGoalState.Done> Move(Desk desk, Guid goal, GoalState state) => desk.Ask((db, clock, _) => ChangeGoalState.Handle(new(goal, state), db, clock, Ct));
}
