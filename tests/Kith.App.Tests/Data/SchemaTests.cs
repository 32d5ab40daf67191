using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Data;

public sealed class SchemaTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_migrations_hold_the_whole_model(Database database)
    {
        await using var world = await product.Start(database);

        (await world.Ask(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse("run bin/migration NAME");
    }

    [Theory, OnBothDatabases]
    public async Task Instants_keep_their_milliseconds_and_days_their_date(Database database)
    {
        await using var world = await product.Start(database);
        var at = new DateTime(2026, 3, 1, 23, 59, 59, 123, DateTimeKind.Utc);
        await world.Change(db =>
        {
            var person = Make.Person(db, "Ana Kovač");
            person.QuietUntil = new(2026, 2, 28);
            db.AddRange(person, Make.Met(db, person, at));
        });

        var read = await world.Ask(db => db.Interactions.AsNoTracking().SingleAsync(Ct));
        read.At.ShouldBe(at);
        read.At.Kind.ShouldBe(DateTimeKind.Utc);
        (await world.Ask(db => db.People.Select(p => p.QuietUntil).SingleAsync(Ct))).ShouldBe(new DateOnly(2026, 2, 28));
        (await world.Ask(db => db.Interactions.CountAsync(i => i.At > at.AddMilliseconds(-1) && i.At <= at, Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task SQLite_is_durable_patient_and_checks_its_references()
    {
        await using var world = await product.Start(Database.Sqlite);

        (await world.Ask(db => Pragma(db, "synchronous"))).ShouldBe("2");
        (await world.Ask(db => Pragma(db, "foreign_keys"))).ShouldBe("1");
        (await world.Ask(db => Pragma(db, "busy_timeout"))).ShouldBe("5000");
        (await world.Ask(db => Pragma(db, "journal_mode"))).ShouldBe("wal");
    }

    [Theory, OnBothDatabases]
    public async Task People_are_found_by_the_beginnings_of_words_in_any_case_and_without_marks(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db =>
        {
            var person = Make.Person(db, "Łucja Müller-O'Brien");
            var organisation = new Organisation { Id = db.NewId(), Name = "Harbor & Finch", NameKey = "harbor finch" };
            db.AddRange(person, organisation, new Position { Id = db.NewId(), PersonId = person.Id, OrganisationId = organisation.Id, Title = "Head of Data", IsCurrent = true });
            db.Add(new PersonTag { Id = db.NewId(), PersonId = person.Id, Value = "alumni" });
        });

        foreach (var query in new[] { "lucja", "MULL", "o'br", "harb dat", "alum", "luc:* | x", "müller-o", "\"lucja" })
            (await world.Ask(db => db.PeopleMatching(query).CountAsync(Ct))).ShouldBe(query.Contains('|') ? 0 : 1, query);
        (await world.Ask(db => db.PeopleMatching("ucja").CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.PeopleMatching(" - ").CountAsync(Ct))).ShouldBe(1, "a text without a word is no question");
    }

    private static async Task<string> Pragma(Kith.Data.KithDb db, string name)
    {
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (await command.ExecuteScalarAsync(Ct))!.ToString()!;
    }
}
