using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Kith.People;
using static Kith.App.Tests.People.PeopleWorld;

namespace Kith.App.Tests.People;

public sealed class BrowsePeopleTests(Product product)
{
    [Theory, OnBothDatabases]
    public async Task A_page_has_twenty_five_rows_and_says_how_many_there_are(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db => db.AddRange(Enumerable.Range(0, 120).Select(i => new Person { Id = db.NewId(), FullName = $"Person {i:D3}" })));

        var second = await world.Do((db, clock) => BrowsePeople.Handle(new(Page: 2), db, clock, Ct));
        var third = await world.Do((db, clock) => BrowsePeople.Handle(new(Page: 3), db, clock, Ct));

        (second.From, second.To, second.Total).ShouldBe((26, 50, 120));
        second.Rows[0].Name.ShouldBe("Person 025");
        (third.From, third.To, third.Rows.Count).ShouldBe((51, 75, 25));
    }

    [Theory, OnBothDatabases]
    public async Task Strong_ties_come_first_and_those_without_contact_last(Database database)
    {
        await using var world = await product.Start(database);
        await world.Add("Ana Never");
        await world.Add("Ben Long", (db, p) => db.Add(Met(db, p, -400)));
        await world.Add("Cara Fresh", (db, p) => db.Add(Met(db, p, -2)));

        var byStrength = await world.Do((db, clock) => BrowsePeople.Handle(new(Sort: "strength"), db, clock, Ct));
        var byContact = await world.Do((db, clock) => BrowsePeople.Handle(new(Sort: "contact"), db, clock, Ct));
        var byName = await world.Do((db, clock) => BrowsePeople.Handle(new(), db, clock, Ct));

        byStrength.Rows.Select(r => r.Name).ShouldBe(["Cara Fresh", "Ben Long", "Ana Never"]);
        byContact.Rows.Select(r => r.Name).ShouldBe(["Cara Fresh", "Ben Long", "Ana Never"]);
        byName.Rows.Select(r => r.Name).ShouldBe(["Cara Fresh", "Ben Long", "Ana Never"]);
    }

    [Theory, OnBothDatabases]
    public async Task Views_and_filters_leave_the_right_people(Database database)
    {
        await using var world = await product.Start(database);
        await world.Add("Ana Waiting", Everything);
        await world.Add("Ben Overdue", (db, p) =>
        {
            p.CadenceDays = 30;
            db.Add(Met(db, p, -60));
        });
        await world.Add("Cara Dormant", (db, p) => db.Add(Met(db, p, -1500)));
        await world.Add("Dan Aimed", (db, p) =>
        {
            var organisation = new Organisation { Id = db.NewId(), Name = "Aim", NameKey = "aim" };
            var goal = new Goal { Id = db.NewId(), RoleFamily = "Head of data" };
            db.AddRange(organisation, goal, new TargetOrganisation { Id = db.NewId(), GoalId = goal.Id, OrganisationId = organisation.Id },
                new Position { Id = db.NewId(), PersonId = p.Id, OrganisationId = organisation.Id, IsCurrent = true });
        });

        (await Names(world, new(View: "unfollowed"))).ShouldBe(["Ana Waiting"]);
        (await Names(world, new(View: "losing"))).ShouldBe(["Ben Overdue"]);
        (await Names(world, new(View: "targets"))).ShouldBe(["Dan Aimed"]);
        (await Names(world, new(Stage: "dormant"))).ShouldBe(["Cara Dormant"]);
        (await Names(world, new(Stage: "identified"))).ShouldBe(["Dan Aimed"]);
        (await Names(world, new(Stage: "conversed"))).ShouldBe(["Ben Overdue", "Ana Waiting"]);
        (await Names(world, new(Tag: "alumni"))).ShouldBe(["Ana Waiting"]);
        (await Names(world, new(Q: "overd", View: "losing"))).ShouldBe(["Ben Overdue"]);
        (await Names(world, new(Q: "ana", View: "losing"))).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_search_counts_all_it_finds_and_pages_through_the_likeliest(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db => db.AddRange(Enumerable.Range(0, 230).Select(i => new Person { Id = db.NewId(), FullName = $"Ana {i:D3}" })));

        var last = await world.Do((db, clock) => BrowsePeople.Handle(new(Q: "ana", Page: 8), db, clock, Ct));

        (last.Total, last.From, last.To).ShouldBe((230, 176, 200));
        (await QueryCount.Of(() => world.Do((db, clock) => BrowsePeople.Handle(new(Q: "ana"), db, clock, Ct)))).ShouldBeInRange(1, 5);
    }

    private static async Task<IEnumerable<string>> Names(World world, PeopleView view) =>
        (await world.Do((db, clock) => BrowsePeople.Handle(view, db, clock, Ct))).Rows.Select(r => r.Name);

    private static Interaction Met(Kith.Data.KithDb db, Person person, int days) =>
        new() { Id = db.NewId(), PersonId = person.Id, Channel = Channel.Meeting, Direction = Direction.Both, At = db.Clock.GetUtcNow().UtcDateTime.AddDays(days) };
}
