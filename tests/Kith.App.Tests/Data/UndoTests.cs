using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Strength;
using Kith.History;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Data;

public sealed class UndoTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_was_changed_is_as_it_was(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db => db.Add(Make.Person(db, "Ana Kovač")));
        var batch = await Act(world, "Edited Ana Kovač", async db =>
        {
            var person = await db.People.SingleAsync(Ct);
            (person.FullName, person.CadenceDays, person.Birthday) = ("Ana Horvat", 30, "--03-01");
            db.Add(new PersonTag { Id = db.NewId(), PersonId = person.Id, Value = "alumni" });
        });
        (await world.Ask(db => db.PeopleMatching("alumni horvat").CountAsync(Ct))).ShouldBe(1);

        var undone = await Undo(world, batch);

        undone.Kept.ShouldBeEmpty();
        undone.Reversed.ShouldBe(2);
        var back = await world.Ask(db => db.People.AsNoTracking().SingleAsync(Ct));
        (back.FullName, back.CadenceDays, back.Birthday, back.NextTouch).ShouldBe(("Ana Kovač", null, null, null));
        (await world.Ask(db => db.PeopleMatching("alumni").CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.PeopleMatching("kovac").CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_deleted_is_there_again_and_taking_back_can_be_taken_back(Database database)
    {
        await using var world = await product.Start(database);
        Loop? loop = null;
        await world.Change(db =>
        {
            var person = Make.Person(db, "Ana Kovač");
            loop = new() { Id = db.NewId(), PersonId = person.Id, Kind = LoopKind.PromiseByMe, What = "send the article", Due = new(2026, 5, 1) };
            loop.Snooze(new(2026, 6, 1));
            db.AddRange(person, loop);
        });
        var batch = await Act(world, "Removed a loop", async db => db.Remove(await db.Loops.SingleAsync(Ct)));

        var undone = await Undo(world, batch);

        var back = await world.Ask(db => db.Loops.AsNoTracking().SingleAsync(Ct));
        (back.Id, back.What, back.State, back.SnoozedUntil).ShouldBe((loop!.Id, "send the article", LoopState.Snoozed, new DateOnly(2026, 6, 1)));

        await Undo(world, undone.UndoneBy!.Value);
        (await world.Ask(db => db.Loops.CountAsync(Ct))).ShouldBe(0);
        (await Undo(world, batch)).Reversed.ShouldBe(1);
        (await world.Ask(db => db.Loops.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_touched_later_is_kept_and_reported(Database database)
    {
        await using var world = await product.Start(database);
        var batch = await Act(world, "Added two people", db =>
        {
            db.AddRange(Make.Person(db, "Ana Kovač"), Make.Person(db, "Ben Adler"));
            return Task.CompletedTask;
        });
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        await Act(world, "Met Ana", async db => db.Add(Make.Met(db, await db.People.SingleAsync(p => p.GivenName == "Ana", Ct), db.Clock.GetUtcNow().UtcDateTime)));

        var undone = await Undo(world, batch);

        undone.Kept.ShouldHaveSingleItem().Reason.ShouldBe("something was added to it later");
        (await world.Ask(db => db.People.Select(p => p.GivenName).ToListAsync(Ct))).ShouldBe(["Ana"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_later_edit_wins_over_undo(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db => db.Add(Make.Person(db, "Ana Kovač")));
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        var batch = await Act(world, "Renamed", async db => (await db.People.SingleAsync(Ct)).FullName = "Ana Horvat");
        world.Clock.Pass(TimeSpan.FromMinutes(1));
        await Act(world, "Renamed again", async db => (await db.People.SingleAsync(Ct)).FullName = "Ana Marić");

        (await Undo(world, batch)).Kept.ShouldHaveSingleItem().Reason.ShouldBe("it was changed again later");

        (await world.Ask(db => db.People.Select(p => p.FullName).SingleAsync(Ct))).ShouldBe("Ana Marić");
    }

    [Theory, OnBothDatabases]
    public async Task What_went_to_the_trash_comes_back(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db => db.Add(Make.Person(db, "Ana Kovač")));
        var batch = await Act(world, "Moved Ana to the trash", async db => (await db.People.SingleAsync(Ct)).TrashedAt = db.Clock.GetUtcNow().UtcDateTime);
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0);

        (await Undo(world, batch)).Kept.ShouldBeEmpty();

        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_taken_back_twice(Database database)
    {
        await using var world = await product.Start(database);
        var batch = await Act(world, "Added Ana", db => Task.FromResult(db.Add(Make.Person(db, "Ana Kovač"))));
        await Undo(world, batch);

        (await Should.ThrowAsync<RefusedException>(() => Undo(world, batch))).Code.ShouldBe("batch.undone");
    }

    [Theory, OnBothDatabases]
    public async Task Projections_follow_every_write_and_equal_the_recomputation(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db =>
        {
            var person = Make.Person(db, "Ana Kovač");
            person.CadenceDays = 30;
            db.AddRange(person, Make.Met(db, person, new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc)));
        });
        var batch = await Act(world, "Met Ana", async db => db.Add(Make.Met(db, await db.People.SingleAsync(Ct), new(2026, 2, 9, 9, 0, 0, DateTimeKind.Utc))));

        var met = await world.Ask(db => db.People.AsNoTracking().SingleAsync(Ct));
        (met.Stage, met.LastContact, met.NextTouch).ShouldBe((Stage.Reciprocal, new DateTime(2026, 2, 9, 9, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 3, 11)));
        await Undo(world, batch);

        var back = await world.Ask(db => db.People.AsNoTracking().SingleAsync(Ct));
        (back.Stage, back.LastContact!.Value.Month, back.NextTouch).ShouldBe((Stage.Conversed, 1, new DateOnly(2026, 2, 4)));
        (await world.Ask(db => Projections.Rebuild(db, Ct))).ShouldBe(0);
    }

    private static Task<Guid> Act(World world, string title, Func<KithDb, Task> change) => world.Ask(async db =>
    {
        db.Act(title);
        await change(db);
        await db.SaveChangesAsync(Ct);
        return db.LastBatch!.Value;
    });

    private static Task<UndoBatch.Undone> Undo(World world, Guid batch) => world.Ask(db => UndoBatch.Handle(batch, db, Ct));
}
