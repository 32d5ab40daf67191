using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Kith.History;
using Kith.People;
using Microsoft.EntityFrameworkCore;
using static Kith.App.Tests.People.PeopleWorld;

namespace Kith.App.Tests.People;

public sealed class BulkTests(Product product)
{
    [Theory, OnBothDatabases]
    public async Task Tagging_many_people_is_one_act_that_can_be_taken_back(Database database)
    {
        await using var world = await product.Start(database);
        Guid[] people = [await world.Add("Ana Kovač"), await world.Add("Ben Finch"), await world.Add("Cara Holm")];
        await world.Do((db, _) => TagPeople.Handle(new([people[0]], "alumni"), db, Ct));

        var tagged = await world.Do((db, _) => TagPeople.Handle(new(people, "  alumni "), db, Ct));

        tagged.Count.ShouldBe(2);
        (await world.Ask(db => db.Tags.CountAsync(Ct))).ShouldBe(3);
        await world.Do((db, _) => UndoBatch.Handle(tagged.Batch!.Value, db, Ct));
        (await world.Ask(db => db.Tags.Select(t => t.PersonId).ToListAsync(Ct))).ShouldBe([people[0]]);
    }

    [Theory, OnBothDatabases]
    public async Task Removing_a_tag_leaves_those_without_it_alone(Database database)
    {
        await using var world = await product.Start(database);
        Guid[] people = [await world.Add("Ana Kovač"), await world.Add("Ben Finch")];
        await world.Do((db, _) => TagPeople.Handle(new([people[0]], "alumni"), db, Ct));

        (await world.Do((db, _) => TagPeople.Handle(new(people, "alumni", Remove: true), db, Ct))).Count.ShouldBe(1);

        (await world.Ask(db => db.Tags.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.PeopleMatching("alumni").CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_cadence_sets_the_next_touch_and_only_presets_are_taken(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač");

        await world.Do((db, _) => SetCadence.Handle(new([ana], 30), db, Ct));

        (await world.Ask(db => db.People.Select(p => p.NextTouch).SingleAsync(Ct))).ShouldBe(world.Clock.Today.AddDays(30));
        (await Should.ThrowAsync<RefusedException>(() => world.Do((db, _) => SetCadence.Handle(new([ana], 31), db, Ct)))).Code.ShouldBe("cadence.unknown-preset");
        (await world.Do((db, _) => SetCadence.Handle(new([ana], 0), db, Ct))).Count.ShouldBe(1);
        (await world.Ask(db => db.People.Select(p => p.NextTouch).SingleAsync(Ct))).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Follow_ups_rest_with_a_reason_and_promises_stay_open(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač", Everything);
        await world.Do((db, clock) => OpenLoop.Handle(new(ana, LoopKind.PromiseByMe, "send the article"), db, clock, Ct));

        (await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => LetFollowUpsRest.Handle(new([ana], " "), db, clock, Ct)))).Code.ShouldBe("loop.reason-missing");
        var rested = await world.Do((db, clock) => LetFollowUpsRest.Handle(new([ana], "only connected"), db, clock, Ct));

        rested.Count.ShouldBe(1);
        var loops = await world.Ask(db => db.Loops.AsNoTracking().ToListAsync(Ct));
        loops.Single(l => l.Kind == LoopKind.FollowUp).Decision.ShouldBe("only connected");
        loops.Single(l => l.Kind == LoopKind.PromiseByMe).State.ShouldBe(LoopState.Open);
        await world.Do((db, _) => UndoBatch.Handle(rested.Batch!.Value, db, Ct));
        (await world.Ask(db => db.Loops.CountAsync(l => l.State == LoopState.Open, Ct))).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task People_in_the_trash_are_gone_from_lists_until_it_is_taken_back(Database database)
    {
        await using var world = await product.Start(database);
        Guid[] people = [await world.Add("Ana Kovač", Everything), await world.Add("Ben Finch")];

        var trashed = await world.Do((db, clock) => TrashPeople.Handle(new(people), db, clock, Ct));

        (await world.Do((db, clock) => ListPeople.Handle(new(), db, clock, Ct))).ShouldBeEmpty();
        (await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => ShowPerson.Handle(new(people[0]), db, clock, Ct)))).Code.ShouldBe("person.unknown");
        (await world.Do((db, _) => UndoBatch.Handle(trashed.Batch!.Value, db, Ct))).Reversed.ShouldBe(2);
        (await world.Do((db, clock) => ListPeople.Handle(new(), db, clock, Ct))).Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Enter_in_a_field_of_the_bar_does_what_was_filled_in(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač", Everything);

        await world.Do((db, clock) => BulkAct.Do(new() { Ids = [ana], Act = "", Reason = "met once" }, db, clock, Ct));

        (await world.Ask(db => db.Loops.Select(l => l.Decision).SingleAsync(Ct))).ShouldBe("met once");
        await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => BulkAct.Do(new() { Ids = [ana], Act = "", Reason = "x", Tag = "y" }, db, clock, Ct)));
        await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => BulkAct.Do(new() { Act = "trash" }, db, clock, Ct)));
    }
}
