using Kith.App.Tests.Fixtures;
using Kith.App.Tests.People;
using Kith.Audiences;
using Kith.Domain;
using Kith.History;
using Kith.Research;
using Microsoft.EntityFrameworkCore;
using static Kith.App.Tests.People.PeopleWorld;

namespace Kith.App.Tests.Research;

public sealed class OrganisationTests(Product product)
{
    [Theory, OnBothDatabases]
    public async Task An_organisation_shows_who_is_there_now_and_who_was(Database database)
    {
        await using var world = await product.Start(database);
        var harbor = await Added(world, "Harbor & Finch");
        await world.Add("Ana Now", (db, p) => db.Add(At(db, p, harbor, true)));
        await world.Add("Ben Then", (db, p) => db.Add(At(db, p, harbor, false)));
        await world.Add("Cara Gone", (db, p) =>
        {
            p.TrashedAt = new(2029, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            db.Add(At(db, p, harbor, true));
        });
        await world.Change(db => db.AddRange(
            new Opportunity { Id = db.NewId(), Title = "Head of data", OrganisationId = harbor },
            new Finding { Id = db.NewId(), OrganisationId = harbor, Kind = FindingKind.Follows, Fact = "You follow it", Source = "Company Follows.csv", On = new(2026, 2, 1) }));

        var shown = await world.Do((db, clock) => ShowOrganisation.Handle(harbor, db, clock, Ct));

        shown.People.Select(p => (p.Name, p.Current)).ShouldBe([("Ana Now", true), ("Ben Then", false)]);
        shown.Opportunities.ShouldHaveSingleItem().Title.ShouldBe("Head of data");
        shown.FollowedSince.ShouldBe(new DateOnly(2026, 2, 1));
        (shown.HasGoal, shown.IsTarget).ShouldBe((false, false));
    }

    [Theory, OnBothDatabases]
    public async Task A_target_belongs_to_the_active_goal_and_can_be_taken_off(Database database)
    {
        await using var world = await product.Start(database);
        var harbor = await Added(world, "Harbor & Finch");
        (await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => SetTarget.Handle(new(harbor, Motivation: 3), db, clock, Ct)))).Code.ShouldBe("goal.missing");
        await world.Change(db => db.AddRange(
            new Goal { Id = db.NewId(), RoleFamily = "Old", State = GoalState.GivenUp, CreatedAt = db.Clock.GetUtcNow().UtcDateTime },
            new Goal { Id = db.NewId(), RoleFamily = "Head of data", CreatedAt = db.Clock.GetUtcNow().UtcDateTime }));

        await world.Do((db, clock) => SetTarget.Handle(new(harbor, Motivation: 3), db, clock, Ct));

        (await world.Do((db, clock) => ShowOrganisation.Handle(harbor, db, clock, Ct))).Motivation.ShouldBe(3);
        (await world.Do((db, _) => ListOrganisations.Handle(new(View: "targets"), db, Ct))).Organisations.ShouldHaveSingleItem().Motivation.ShouldBe(3);
        await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => SetTarget.Handle(new(harbor, Motivation: 4), db, clock, Ct)));
        var off = await world.Do((db, clock) => SetTarget.Handle(new(harbor, Remove: true), db, clock, Ct));
        (await world.Do((db, clock) => ShowOrganisation.Handle(harbor, db, clock, Ct))).IsTarget.ShouldBeFalse();
        await world.Do((db, _) => UndoBatch.Handle(off.Batch!.Value, db, Ct));
        (await world.Do((db, clock) => ShowOrganisation.Handle(harbor, db, clock, Ct))).Motivation.ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_counts_people_and_finds_by_the_start_of_a_word(Database database)
    {
        await using var world = await product.Start(database);
        var (harbor, quay) = (await Added(world, "Harbor & Finch"), await Added(world, "Quay Labs"));
        await world.Add("Ana Now", (db, p) => db.AddRange(At(db, p, quay, true), At(db, p, quay, true)));
        await world.Add("Ben Then", (db, p) => db.Add(At(db, p, harbor, false)));

        var byPeople = await world.Do((db, _) => ListOrganisations.Handle(new(Sort: "people"), db, Ct));

        byPeople.Organisations.Select(o => (o.Name, o.People)).ShouldBe([("Quay Labs", 1), ("Harbor & Finch", 0)]);
        byPeople.Total.ShouldBe(2);
        (await world.Do((db, _) => ListOrganisations.Handle(new("FIN"), db, Ct))).Organisations.ShouldHaveSingleItem().Name.ShouldBe("Harbor & Finch");
        (await world.Do((db, _) => ListOrganisations.Handle(new("inch"), db, Ct))).Organisations.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Two_hundred_colleagues_cost_as_many_queries_as_one(Database database)
    {
        await using var world = await product.Start(database);
        var (small, large) = (await Added(world, "Small"), await Added(world, "Large"));
        await world.Add("Ana Now", (db, p) => db.Add(At(db, p, small, true)));
        await world.Change(db =>
        {
            foreach (var i in Enumerable.Range(0, 200))
            {
                var person = new Person { Id = db.NewId(), FullName = $"Person {i}" };
                db.AddRange(person, At(db, person, large, true));
            }
        });

        var one = await QueryCount.Of(() => world.Do((db, clock) => ShowOrganisation.Handle(small, db, clock, Ct)));
        var many = await QueryCount.Of(() => world.Do((db, clock) => ShowOrganisation.Handle(large, db, clock, Ct)));

        many.ShouldBe(one);
        many.ShouldBeInRange(1, 6);
        (await QueryCount.Of(() => world.Do((db, _) => ListOrganisations.Handle(new(), db, Ct)))).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_renamed_organisation_renames_what_people_do(Database database)
    {
        await using var world = await product.Start(database);
        var harbor = await Added(world, "Harbor & Finch");
        await Added(world, "Quay Labs");
        await world.Add("Ana Now", (db, p) => db.Add(At(db, p, harbor, true)));

        await world.Do((db, clock) => EditOrganisation.Handle(new(harbor, "Harbor Finch Group", "harborfinch.example"), db, clock, Ct));

        (await world.Ask(db => db.People.Select(p => p.Headline).SingleAsync(Ct))).ShouldBe("Harbor Finch Group");
        (await world.Do((db, clock) => ShowOrganisation.Handle(harbor, db, clock, Ct))).Website.ShouldBe("https://harborfinch.example");
        (await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => EditOrganisation.Handle(new(harbor, "QUAY labs"), db, clock, Ct)))).Code.ShouldBe("organisation.exists");
        (await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => EditOrganisation.Handle(new(null, "&"), db, clock, Ct)))).Code.ShouldBe("organisation.name");
    }

    [Theory, OnBothDatabases]
    public async Task A_finding_needs_a_fact_and_a_source(Database database)
    {
        await using var world = await product.Start(database);
        var harbor = await Added(world, "Harbor & Finch");

        await world.Do((db, clock) => AddFinding.Handle(new(harbor, null, "Opens an office in Rijeka", "https://news.example/1"), db, clock, Ct));

        var finding = (await world.Do((db, clock) => ShowOrganisation.Handle(harbor, db, clock, Ct))).Findings.ShouldHaveSingleItem();
        (finding.Fact, finding.On).ShouldBe(("Opens an office in Rijeka", world.Clock.Today));
        await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => AddFinding.Handle(new(harbor, null, "A fact", " "), db, clock, Ct)));
        (await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => AddFinding.Handle(new(null, null, "A fact", "A friend"), db, clock, Ct)))).Code.ShouldBe("finding.about");
    }

    private static async Task<Guid> Added(World world, string name) =>
        (await world.Do((db, clock) => EditOrganisation.Handle(new(null, name), db, clock, Ct))).Organisation;

    private static Position At(Kith.Data.KithDb db, Person person, Guid organisation, bool now) =>
        new() { Id = db.NewId(), PersonId = person.Id, OrganisationId = organisation, IsCurrent = now };
}
