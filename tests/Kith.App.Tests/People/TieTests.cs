using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Domain;
using Kith.People;
using Microsoft.EntityFrameworkCore;
using static Kith.App.Tests.People.PeopleWorld;

namespace Kith.App.Tests.People;

public sealed class TieTests(Product product)
{
    [Theory, OnBothDatabases]
    public async Task The_list_and_the_page_of_a_person_tell_the_same_strength_with_its_reasons(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await Weekly(world, "Ana Kovač", 20, 7);
        await Weekly(world, "Ben Overdue", 2, 200);

        var page = await world.Do((db, clock) => ShowPerson.Handle(new(ana), db, clock, Ct));
        var list = await world.Do((db, clock) => BrowsePeople.Handle(new(Sort: "strength"), db, clock, Ct));

        page.StrengthReasons.Select(r => r.Code).ShouldBe(["answers", "steady", "recent", "long", "habits"], ignoreOrder: true);
        page.StrengthReasons.ShouldContain(r => r.Text == "in touch in 13 of the last 13 weeks");
        page.StageEvidence.ShouldBe(["you turned to them on 20 days, last yesterday", "they turned to you on 20 days, last yesterday"]);
        list.Rows.Select(r => r.Name).ShouldBe(["Ana Kovač", "Ben Overdue"]);
        list.Rows[0].Strength.ShouldBe(page.Strength);
        page.Strength.ShouldBeGreaterThan(50);
        list.Rows[1].Strength.ShouldBeLessThan(page.Strength);
    }

    [Theory, OnBothDatabases]
    public async Task Strengths_are_measured_anew_once_a_day_with_what_the_user_keeps_up(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await Weekly(world, "Ana Kovač", 20, 7);
        var before = await Strength(world, ana);

        (await world.Do((db, clock) => TieMeasure.KeepUp(db, clock, Ct))).ShouldBeFalse();
        world.Clock.Pass(TimeSpan.FromDays(60));
        // The product may have been quicker: it looks once an hour.
        await world.Do((db, clock) => TieMeasure.KeepUp(db, clock, Ct));

        (await Strength(world, ana)).ShouldBeLessThan(before);
        (await world.Ask(db => db.Workspaces.SingleAsync(Ct))).TiesKnown.ShouldBe(1);
        (await world.Ask(db => Projections.Drift(db, Ct))).ShouldBe(0);
        (await world.Do((db, clock) => TieMeasure.KeepUp(db, clock, Ct))).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task One_more_contact_strengthens_one_tie_at_once_and_moves_no_other(Database database)
    {
        await using var world = await product.Start(database);
        var (ana, ben) = (await Weekly(world, "Ana Kovač", 4, 30), await Weekly(world, "Ben Overdue", 4, 30));
        var before = await Strength(world, ana);
        before.ShouldBe(await Strength(world, ben));

        await world.Do((db, clock) => LogInteraction.Handle(new(ana, Channel.Meeting, Direction.Both), db, clock, Ct));

        (await Strength(world, ana)).ShouldBeGreaterThan(before);
        (await Strength(world, ben)).ShouldBe(before);
        (await world.Ask(db => Projections.Drift(db, Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_silence_longer_than_the_rhythm_shows_under_losing_touch_until_the_tie_is_over(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await Weekly(world, "Ana Kovač", 10, 10);
        (await Losing(world)).ShouldBeEmpty();

        world.Clock.Pass(TimeSpan.FromDays(30));
        (await Losing(world)).ShouldBe(["Ana Kovač"]);
        (await world.Do((db, clock) => ShowPerson.Handle(new(ana), db, clock, Ct))).Drift.ShouldBe("Losing touch: usually in contact every 10 days, now silent for 31.");

        world.Clock.Pass(TimeSpan.FromDays(120));
        (await Losing(world)).ShouldBeEmpty();
        (await world.Do((db, clock) => ShowPerson.Handle(new(ana), db, clock, Ct))).Drift.ShouldBeNull();
    }

    // In contact both ways every so many days, the last time yesterday.
    private static Task<Guid> Weekly(World world, string name, int times, int days) => world.Add(name, (db, person) =>
        db.AddRange(Enumerable.Range(0, times).Select(i => new Interaction
        {
            Id = db.NewId(),
            PersonId = person.Id,
            Channel = Channel.Mail,
            Direction = Direction.Both,
            At = db.Clock.GetUtcNow().UtcDateTime.AddDays(-1 - (i * days)),
        })));

    private static async Task<int> Strength(World world, Guid person) => (await world.Ask(db => db.People.SingleAsync(p => p.Id == person, Ct))).Strength!.Value;

    private static async Task<IEnumerable<string>> Losing(World world) =>
        (await world.Do((db, clock) => BrowsePeople.Handle(new(View: "losing"), db, clock, Ct))).Rows.Select(r => r.Name);
}
