using System.Text.Json;
using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Ranking;
using Kith.Goals;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Today;

public sealed class ShowTodayTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_empty_network_has_nothing_to_do(Database database)
    {
        await using var desk = await Desk.Of(product, database);

        (await desk.Rows()).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_was_met_and_not_followed_up_comes_with_the_reason(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (person, loop) = await desk.Met("Ana Kovač", 2, Tactic.CardReceived);
        var harbor = await desk.Works(person, "Harbor & Finch");

        var row = (await desk.Rows()).Single();

        (row.Action, row.Person.Id, row.Person.Headline).ShouldBe((ActionKind.FollowUp, person, "Head of data, Harbor & Finch"));
        (row.Loop!.Id, row.Organisation!.Id, row.Due).ShouldBe((loop, harbor, desk.Today));
        row.Reasons[0].Text.ShouldBe("you got their card 2 days ago; nobody has followed up");
        row.Minutes.ShouldBeGreaterThan(0);
    }

    [Theory, OnBothDatabases]
    public async Task Promises_that_are_due_come_and_later_ones_wait(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        var ben = await desk.Person("Ben Okafor");
        await desk.Open(ana, LoopKind.PromiseByMe, dueIn: -1, what: "the article");
        await desk.Open(ben, LoopKind.PromiseByThem, dueIn: 4, what: "a name");

        var row = (await desk.Rows()).Single();

        (row.Action, row.Person.Name.Full, row.Loop!.What).ShouldBe((ActionKind.KeepPromise, "Ana Kovač", "the article"));
    }

    [Theory, OnBothDatabases]
    public async Task The_fresh_exchange_stands_above_the_connections_of_years_ago(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Met("Old One", 900, Tactic.LinkedInConnection);
        await desk.Met("Fresh One", 1, Tactic.LinkedInConnection);
        await desk.Met("Cool One", 40, Tactic.LinkedInConnection);

        (await desk.Names()).ShouldBe(["Fresh One", "Cool One", "Old One"]);
    }

    [Theory, OnBothDatabases]
    public async Task People_at_targets_of_the_active_goal_are_suggested_until_it_is_paused(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        await desk.Works(ana, "Harbor & Finch");
        await desk.Works(await desk.Person("Ben Okafor"), "Elsewhere");
        var goal = await desk.Ask((db, clock, _) => SetGoal.Handle(new("Head of data", Targets: ["Harbor & Finch"]), db, clock, Ct));

        var row = (await desk.Rows()).Single();
        (row.Action, row.Person.Id).ShouldBe((ActionKind.ReachOut, ana));
        row.Reasons.ShouldContain(r => r.Code == "target");

        await desk.Ask((db, clock, _) => ChangeGoalState.Handle(new(goal.Goal, GoalState.Paused), db, clock, Ct));
        (await desk.Rows()).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_who_was_written_to_last_week_is_not_suggested_again(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        await desk.Works(ana, "Harbor & Finch");
        await desk.Ask((db, clock, _) => SetGoal.Handle(new("Head of data", Targets: ["Harbor & Finch"]), db, clock, Ct));
        await desk.Talked(ana, 5, Direction.Out);

        (await desk.Rows()).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_cadence_that_ran_out_comes_and_the_one_that_is_later_by_its_own_period_first(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var yearly = await desk.Person("Yearly Tie", p => p.CadenceDays = 365);
        var weekly = await desk.Person("Weekly Tie", p => p.CadenceDays = 7);
        await desk.Talked(yearly, 395);
        await desk.Talked(weekly, 14);

        (await desk.Names()).ShouldBe(["Weekly Tie", "Yearly Tie"]);
        (await desk.Rows())[0].Due.ShouldBe(desk.Today.AddDays(-7));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_in_the_trash_nobody_quiet_and_not_oneself(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        foreach (var (name, change) in new (string, Action<Person>)[]
        {
            ("Trashed", p => p.TrashedAt = desk.World.Clock.GetUtcNow().UtcDateTime),
            ("Quiet", p => p.QuietUntil = desk.Today.AddDays(1)),
            ("Quiet no more", p => p.QuietUntil = desk.Today),
        })
            await desk.Open(await desk.Person(name, change), LoopKind.Thank, dueIn: 0);
        await desk.Open(await desk.Person("Myself", isSelf: true), LoopKind.Thank, dueIn: 0);

        (await desk.Names()).ShouldBe(["Quiet no more"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_person_with_several_things_open_comes_once_and_the_others_are_told(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (person, _) = await desk.Met("Ana Kovač", 1);
        await desk.Open(person, LoopKind.PromiseByMe, dueIn: 0, what: "the article");

        var row = (await desk.Rows()).Single();

        new[] { row.Loop! }.Concat(row.Known.Loops).Select(l => l.Kind).ShouldBe([LoopKind.FollowUp, LoopKind.PromiseByMe], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task Programs_read_the_agreed_shape(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (person, _) = await desk.Met("Ana Kovač", 2);
        await desk.Works(person, "Harbor & Finch");

        var row = JsonSerializer.SerializeToElement(await desk.Rows(), JsonSerializerOptions.Web)[0];

        row.EnumerateObject().Select(p => p.Name).ShouldBe(["action", "person", "organisation", "loop", "score", "reasons", "due", "minutes"]);
        row.GetProperty("person").GetProperty("name").GetProperty("full").GetString().ShouldBe("Ana Kovač");
        row.GetProperty("reasons")[0].EnumerateObject().Select(p => p.Name).ShouldBe(["code", "text", "weight"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_follow_up_rate_counts_an_exchange_once_its_window_is_over(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (soon, _) = await desk.Met("Soon", 100);
        await desk.Talked(soon, 99);
        var (week, _) = await desk.Met("Week", 100);
        await desk.Talked(week, 95);
        await desk.Met("Never", 100);
        await desk.Met("Fresh", 1);
        await desk.Met("Last week", 5);
        await Answer(desk);

        var shown = await desk.Ask((db, clock, _) => db.FollowUps(clock, Ct));

        (shown.Mine.H48, shown.Mine.D7, shown.Mine.Ever).ShouldBe((new(1, 4), new(2, 3), new(2, 3)));
        shown.Mine.Ever.AllowsPercent.ShouldBeFalse();
        shown.Mine.MedianHours!.Value.ShouldBe((21 + 117) / 2.0, 0.1, "a day and five days, from noon of the day they met to nine in the morning");
    }

    [Theory, OnBothDatabases]
    public async Task The_others_follow_up_by_turning_to_the_user_after_the_exchange(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        foreach (var (name, wrote) in new[] { ("Soon", 99), ("Late", 60), ("Before", 120) })
        {
            var (person, _) = await desk.Met(name, 100);
            await desk.Talked(person, wrote, Direction.In);
        }

        var shown = await desk.Ask((db, clock, _) => db.FollowUps(clock, Ct));

        (shown.Theirs.H48, shown.Theirs.D7, shown.Theirs.Ever).ShouldBe((new(1, 3), new(1, 3), new(2, 3)));
        (shown.Mine.Ever, shown.Mine.MedianHours).ShouldBe((new(0, 3), null));
    }

    // What the importer does: contacts close the loops they answer.
    private static Task<int> Answer(Desk desk) => desk.World.Ask(async db =>
    {
        foreach (var loop in await db.Loops.ToListAsync(Ct))
            if (await db.Interactions.FirstOrDefaultAsync(i => i.PersonId == loop.PersonId, Ct) is { } contact)
                loop.CloseOnEvidence(contact.Id, DateOnly.FromDateTime(contact.At));
        return await db.SaveChangesAsync(Ct);
    });
}
