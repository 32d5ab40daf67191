using System.Text.Json;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.People;
using Kith.Domain;
using Kith.Domain.Forecast;
using Kith.Goals;
using static Kith.App.Tests.People.PeopleWorld;

namespace Kith.App.Tests.Goals;

public sealed class ForecastGoalTests(Product product)
{
    [Theory, OnBothDatabases]
    public async Task A_new_search_is_forecast_by_what_is_usual_and_says_so(Database database)
    {
        await using var world = await product.Start(database);
        (await world.Do((db, clock) => ForecastGoal.Handle(new(), db, clock, Ct))).ShouldBeNull();
        await world.Do((db, clock) => SetGoal.Handle(new("Head of data", Deadline: clock.Today.AddDays(200), WeeklyHours: 5), db, clock, Ct));

        var forecast = (await world.Do((db, clock) => ForecastGoal.Handle(new(), db, clock, Ct)))!;

        forecast.IsThin.ShouldBeTrue();
        forecast.ByDate!.Value.ShouldBeInRange(0.001, 0.9);
        forecast.Landing.ShouldBe(forecast.Landing.OrderBy(w => w ?? int.MaxValue));
        using var visitor = await world.SignIn();
        var page = await visitor.Read("/goal?more=5");
        page.QuerySelector(".forecast")!.TextContent.ShouldContain("There is too little of this search yet");
        page.QuerySelector(".forecast svg title")!.TextContent.ShouldContain("by your date");
        page.QuerySelector(".forecast [role=status]")!.TextContent.ShouldContain("With 5 more requests a week");
    }

    [Theory, OnBothDatabases]
    public async Task What_the_user_did_since_the_goal_was_set_is_counted(Database database)
    {
        await using var world = await product.Start(database);
        await world.Do((db, clock) => SetGoal.Handle(new("Head of data", Deadline: clock.Today.AddDays(300), Targets: ["Acme"]), db, clock, Ct));
        var acme = (await world.Do((db, clock) => ShowGoal.Handle(db, clock, Ct)))!.Targets[0].Organisation.Id;
        world.Clock.Pass(TimeSpan.FromDays(35));
        for (var i = 0; i < 12; i++)
            await world.Add($"Person {i}", (db, person) =>
            {
                var at = db.Clock.GetUtcNow().UtcDateTime;
                db.Add(new Interaction { Id = db.NewId(), PersonId = person.Id, Channel = Channel.Message, Direction = Direction.Out, At = at.AddDays(-30 + i) });
                if (i < 4)
                    db.Add(new Interaction { Id = db.NewId(), PersonId = person.Id, Channel = Channel.Mail, Direction = Direction.In, At = at.AddDays(-26 + i) });
                if (i == 0)
                    db.Add(new Position { Id = db.NewId(), PersonId = person.Id, OrganisationId = acme, Title = "Head of Operations", IsCurrent = true });
            });

        var forecast = (await world.Do((db, clock) => ForecastGoal.Handle(new(4), db, clock, Ct)))!;

        (forecast.WeeksSeen, forecast.IsThin).ShouldBe((5, false));
        forecast.Steps[(int)FunnelStep.DecisionMaker].Rate.ShouldBeGreaterThan(Belief.UsualDeciders);
        forecast.ByDateIf!.Value.ShouldBeGreaterThan(forecast.ByDate!.Value);
        var said = await world.Run("goal", "--json");
        using var json = JsonDocument.Parse(said.Output);
        json.RootElement.GetProperty("forecast").GetProperty("holdsBack").GetString().ShouldNotBeNullOrEmpty();
        json.RootElement.GetProperty("forecast").GetProperty("steps").GetArrayLength().ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task The_budget_of_the_week_counts_people_since_Monday(Database database)
    {
        await using var world = await product.Start(database);
        await world.Do((db, clock) => SetGoal.Handle(new("Head of data", Deadline: clock.Today.AddDays(300), Targets: ["Acme"]), db, clock, Ct));
        var acme = (await world.Do((db, clock) => ShowGoal.Handle(db, clock, Ct)))!.Targets[0].Organisation.Id;
        while (world.Clock.Today.DayOfWeek != DayOfWeek.Tuesday)
            world.Clock.Pass(TimeSpan.FromDays(1));
        (string Name, int DaysAgo, Direction[] Directions, bool Decides)[] people =
        [
            ("Asked", 1, [Direction.Out], false), ("Answered", 0, [Direction.Out, Direction.In], false), ("Met who decides", 0, [Direction.Both], true),
            ("Wrote unasked", 0, [Direction.In], false), ("Last week", 2, [Direction.Both], true),
        ];
        foreach (var (name, daysAgo, directions, decides) in people)
            await world.Add(name, (db, person) =>
            {
                foreach (var direction in directions)
                    db.Add(new Interaction { Id = db.NewId(), PersonId = person.Id, Channel = Channel.Call, Direction = direction, At = db.Clock.GetUtcNow().UtcDateTime.AddDays(-daysAgo) });
                if (decides)
                    db.Add(new Position { Id = db.NewId(), PersonId = person.Id, OrganisationId = acme, Title = "Head of Operations", IsCurrent = true });
            });

        var week = (await world.Do((db, clock) => ForecastGoal.Handle(new(), db, clock, Ct)))!.Week;

        (week.Requests.Of, week.Conversations.Of, week.DecisionMakers.Of).ShouldBe((3, 2, 1));
        week.Conversations.Planned.ShouldBeGreaterThan(week.DecisionMakers.Planned);
    }
}
