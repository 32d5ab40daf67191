using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Data;
using Kith.Domain;
using Kith.Events;
using Kith.Opportunities;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Goals;

public sealed class ListTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Events_to_come_stand_before_those_that_were(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var now = desk.World.Clock.GetUtcNow().UtcDateTime;
        await desk.World.Change(db => db.AddRange(
            new Event { Id = db.NewId(), Name = "No date" },
            new Event { Id = db.NewId(), Name = "Long ago", StartsAt = now.AddDays(-90) },
            new Event { Id = db.NewId(), Name = "Lately", StartsAt = now.AddDays(-2) },
            new Event { Id = db.NewId(), Name = "Far", StartsAt = now.AddDays(40) },
            new Event { Id = db.NewId(), Name = "Near", StartsAt = now.AddDays(2) }));

        var page = await desk.Ask((db, clock, _) => ListEvents.Handle(1, db, clock, Ct));

        page.Rows.Select(e => e.Name).ShouldBe(["Near", "Far", "Lately", "Long ago", "No date"]);
        (await desk.Ask((db, clock, _) => Kith.Today.ShowAgenda.Handle(db, clock, Ct))).Upcoming.Select(e => e.Name).ShouldBe(["Near"]);
    }

    [Theory, OnBothDatabases]
    public async Task An_added_event_keeps_the_hour_it_was_given_in(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var current = new CurrentWorkspace();
        current.Enter(desk.World.Workspace.Id, "Europe/Zurich", null, "Ada");
        var zurich = new WorkspaceClock(desk.World.Clock, current);

        await desk.World.Ask(db => AddEvent.Handle(new("DataConf", new(2030, 7, 1, 18, 0, 0), "example.com/dataconf"), db, zurich, Ct));

        var added = await desk.World.Ask(db => db.Events.AsNoTracking().SingleAsync(Ct));
        (added.StartsAt, added.Url).ShouldBe((new DateTime(2030, 7, 1, 16, 0, 0, DateTimeKind.Utc), "https://example.com/dataconf"));
        (await Should.ThrowAsync<RefusedException>(() => desk.World.Ask(db => AddEvent.Handle(new("Trick", null, "javascript://x"), db, zurich, Ct)))).Code.ShouldBe("address.invalid");
    }

    [Theory, OnBothDatabases]
    public async Task The_opportunity_that_is_furthest_along_stands_first_and_closed_ones_last(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        foreach (var state in new[] { OpportunityState.Lead, OpportunityState.Closed, OpportunityState.Interview })
            await desk.Ask((db, clock, _) => SaveOpportunity.Handle(new($"In {state}", "Harbor & Finch", state), db, clock, Ct));

        var page = await desk.Ask((db, _, _) => ListOpportunities.Handle(1, db, Ct));

        page.Rows.Select(o => (o.State, o.Organisation)).ShouldBe(
            [(OpportunityState.Interview, "Harbor & Finch"), (OpportunityState.Lead, "Harbor & Finch"), (OpportunityState.Closed, "Harbor & Finch")]);
    }

    [Theory, OnBothDatabases]
    public async Task Applying_is_dated_once(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var day = desk.Today;
        var saved = await desk.Ask((db, clock, _) => SaveOpportunity.Handle(new("Head of data", State: OpportunityState.Applied), db, clock, Ct));
        desk.World.Clock.Pass(TimeSpan.FromDays(3));

        foreach (var state in new[] { OpportunityState.Screening, OpportunityState.Applied })
            await desk.Ask((db, clock, _) => SaveOpportunity.Handle(new("Head of data", State: state, Opportunity: saved.Opportunity), db, clock, Ct));

        (await desk.World.Ask(db => db.Opportunities.Select(o => o.AppliedOn).SingleAsync(Ct))).ShouldBe(day);
    }
}
