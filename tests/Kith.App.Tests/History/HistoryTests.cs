using Kith.App.Tests.Fixtures;
using Kith.App.Tests.People;
using Kith.History;
using Kith.People;
using static Kith.App.Tests.People.PeopleWorld;

namespace Kith.App.Tests.History;

public sealed class HistoryTests(Product product)
{
    [Theory, OnBothDatabases]
    public async Task The_history_tells_who_did_what_and_what_was_taken_back(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač");
        var tagged = await world.Do((db, _) => TagPeople.Handle(new([ana], "alumni"), db, Ct));
        await world.Do((db, _) => UndoBatch.Handle(tagged.Batch!.Value, db, Ct));

        var shown = await world.Do((db, clock) => ShowHistory.Handle(null, db, clock, Ct));

        shown.Batches.Select(b => b.Title).ShouldBe(["Took back: Tagged Ana Kovač \"alumni\"", "Tagged Ana Kovač \"alumni\"", "Change"]);
        shown.Batches[0].TakesBack.ShouldBeTrue();
        shown.Batches[1].UndoneAt.ShouldNotBeNull();
        (shown.Batches[1].Who, shown.Total).ShouldBe(("test", 3));
    }

    [Theory, OnBothDatabases]
    public async Task What_an_undo_kept_is_written_into_the_history(Database database)
    {
        await using var world = await product.Start(database);
        var added = await world.Do((db, clock) => AddPerson.Handle(new("Ana Kovač", "ana@example.com"), db, clock, Ct));
        var person = await world.Do((db, clock) => ShowPerson.Handle(new(added.Person), db, clock, Ct));
        await world.Do((db, clock) => EditPerson.Handle(new(added.Person, "Ana Horvat", Emails: [new(person.Emails!.Single().Row, "ana@example.com")]), db, clock, Ct));

        var undone = await world.Do((db, _) => UndoBatch.Handle(added.Batch, db, Ct));

        undone.Kept.ShouldHaveSingleItem().Noun.ShouldBe("Person");
        (await world.Do((db, clock) => ShowHistory.Handle(null, db, clock, Ct))).Batches[0].Title.ShouldBe("Took back: Added Ana Kovač. Kept 1 × person: it was changed again later");
    }

    [Theory, OnBothDatabases]
    public async Task The_history_comes_in_pages_at_a_constant_cost(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač");
        for (var i = 0; i < 60; i++)
            await world.Do((db, _) => SetCadence.Handle(new([ana], i % 2 == 0 ? 30 : 60), db, Ct));

        var second = await world.Do((db, clock) => ShowHistory.Handle(2, db, clock, Ct));

        (second.Total, second.Batches.Count).ShouldBe((61, 11));
        (await QueryCount.Of(() => world.Do((db, clock) => ShowHistory.Handle(1, db, clock, Ct)))).ShouldBe(2);
    }
}
