using Kith.App.Tests.Fixtures;
using Kith.App.Tests.People;
using Kith.Data;
using Kith.Domain;
using Kith.History;
using Kith.People;
using Kith.Research;
using Microsoft.EntityFrameworkCore;
using static Kith.App.Tests.People.PeopleWorld;

namespace Kith.App.Tests.History;

public sealed class TrashTests(Product product)
{
    [Theory, OnBothDatabases]
    public async Task The_trash_tells_when_each_thing_is_erased_and_gives_it_back(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač", Everything);
        var organisation = await world.Ask(db => db.Organisations.Select(o => o.Id).SingleAsync(Ct));
        await world.Do((db, clock) => TrashPeople.Handle(new([ana]), db, clock, Ct));
        await world.Do((db, _) => EditOrganisation.Trash(organisation, db, Ct));

        var trash = await world.Do((db, clock) => ShowTrash.Handle(null, db, clock, Ct));

        trash.Total.ShouldBe(2);
        trash.Items.Select(i => (i.Id, i.IsOrganisation)).ShouldBe([(organisation, true), (ana, false)]);
        trash.Items[0].ErasedOn.ShouldBe(world.Clock.Today.AddDays(30));
        (await world.Do((db, _) => ShowTrash.Restore(ana, db, Ct))).Name.ShouldBe("Ana Kovač");
        await world.Do((db, _) => ShowTrash.Restore(organisation, db, Ct));
        (await world.Do((db, clock) => ShowPerson.Handle(new(ana), db, clock, Ct))).Loops.Count.ShouldBe(1);
        (await Should.ThrowAsync<RefusedException>(() => world.Do((db, _) => ShowTrash.Restore(ana, db, Ct)))).Code.ShouldBe("trash.unknown");
    }

    [Theory, OnBothDatabases]
    public async Task Erasing_a_person_leaves_no_row_and_no_name_behind(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač", Everything);
        await world.Do((db, clock) => LogInteraction.Handle(new(ana, Channel.Call, Direction.Both, Note: "About the port"), db, clock, Ct));
        await world.Do((db, clock) => EditPerson.Handle(new(ana, "Ana Kovač", Notes: "Likes tea"), db, clock, Ct));
        var ben = await world.Add("Ben Finch", Everything);
        (await Should.ThrowAsync<RefusedException>(() => world.Do((db, _) => EraseForGood.Handle(ana, db, Ct)))).Code.ShouldBe("trash.unknown");
        await world.Do((db, clock) => TrashPeople.Handle(new([ana]), db, clock, Ct));

        await world.Do((db, _) => EraseForGood.Handle(ana, db, Ct));

        foreach (var rows in await world.Ask(Counts))
            rows.ShouldBe(1, "only Ben's are left");
        (await world.Ask(db => db.People.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).Select(p => p.Id).ToListAsync(Ct))).ShouldBe([ben]);
        (await world.Ask(db => db.Changes.CountAsync(c => c.PersonId == ana, Ct))).ShouldBe(0);
        (await world.Ask(db => db.Batches.CountAsync(b => b.Title.Contains("Ana"), Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Erasing_an_organisation_keeps_the_people_who_were_there(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač", Everything);
        var organisation = await world.Ask(db => db.Organisations.Select(o => o.Id).SingleAsync(Ct));
        await world.Change(db => db.Add(new Opportunity { Id = db.NewId(), Title = "Head of data", OrganisationId = organisation }));
        await world.Do((db, _) => EditOrganisation.Trash(organisation, db, Ct));

        await world.Do((db, _) => EraseForGood.Handle(organisation, db, Ct));

        (await world.Do((db, clock) => ShowPerson.Handle(new(ana), db, clock, Ct))).Headline.ShouldBeNull();
        (await world.Ask(db => db.Opportunities.Select(o => o.OrganisationId).SingleAsync(Ct))).ShouldBeNull();
        (await world.Ask(db => db.Organisations.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task After_thirty_days_the_trash_is_emptied_by_itself_and_not_before(Database database)
    {
        await using var world = await product.Start(database);
        var neighbour = await world.AddWorkspace("Ben's network");
        var ana = await world.Add("Ana Kovač", Everything);
        await world.Do((db, clock) => TrashPeople.Handle(new([ana]), db, clock, Ct));
        await world.Change(db => db.Add(new Person { Id = db.NewId(), FullName = "Cara Holm", TrashedAt = db.Clock.GetUtcNow().UtcDateTime }), neighbour);

        world.Clock.Pass(TimeSpan.FromDays(29));
        (await world.Do((db, clock) => EmptyTrash.Handle(db, clock, Ct))).ShouldBe(0);
        world.Clock.Pass(TimeSpan.FromDays(2));

        await Eventually.IsSo(() => world.Ask(db => InTrash(db, 0)), world);
        await Eventually.IsSo(() => world.Ask(db => InTrash(db, 0), neighbour), world);
    }

    private static async Task<bool> InTrash(KithDb db, int count) =>
        await db.People.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).CountAsync(p => p.TrashedAt != null, Ct) == count;

    private static async Task<int[]> Counts(KithDb db) =>
    [
        await db.Emails.CountAsync(Ct), await db.Phones.CountAsync(Ct), await db.Urls.CountAsync(Ct), await db.Addresses.CountAsync(Ct),
        await db.Tags.CountAsync(Ct), await db.Sources.CountAsync(Ct), await db.Positions.CountAsync(Ct), await db.Exchanges.CountAsync(Ct),
        await db.Interactions.CountAsync(Ct), await db.Loops.CountAsync(Ct), await db.Findings.CountAsync(Ct),
    ];
}
