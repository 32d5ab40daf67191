using System.Text.Json;
using Kith.App.Tests.CommandLine;
using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Exporting;

/// <summary>An archive holds a whole workspace, and a workspace made from it is the same.</summary>
public sealed class ArchiveTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [OnBothDatabases(Database.Sqlite), OnBothDatabases(Database.Postgres)]
    public async Task What_an_archive_brings_makes_the_same_archive_on_whichever_database(Database from, Database to)
    {
        await using var world = await product.Start(from);
        await world.Run("sample");
        await world.Json("goal", "set", "--role", "Head of data", "--target", "Harbor & Finch");

        var archive = await world.Export();

        await using var other = await product.Start(to);
        var imported = await other.Json("import", archive);
        imported["people"]!.GetValue<int>().ShouldBeGreaterThan(100);
        Archives.Files(await other.Export()).ShouldBe(Archives.Files(archive));
        (await other.Json("doctor"))["healthy"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [OnBothDatabases(Database.Sqlite), OnBothDatabases(Database.Postgres)]
    public async Task Every_column_of_every_noun_is_in_the_archive_and_comes_back(Database from, Database to)
    {
        await using var world = await product.Start(from);
        await world.Ask(async db =>
        {
            await EveryColumn.Fill(db, Ct);
            return true;
        });

        var archive = await world.Export();

        var missing = await world.Ask(db => Task.FromResult(EveryColumn.InOrder(db).SelectMany(noun =>
        {
            var rows = Archives.Rows(archive, $"{noun.GetTableName()}.jsonl");
            return noun.GetProperties().Select(p => p.Name).Where(name => !rows.Any(r => r.ContainsKey(JsonNamingPolicy.CamelCase.ConvertName(name)))).Select(name => $"{noun.ClrType.Name}.{name}");
        }).Where(column => !column.EndsWith(".WorkspaceId", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList()));
        missing.ShouldBe(["Person.DriftFrom", "Person.DriftUntil", "Person.Headline", "Person.LastContact", "Person.NextTouch", "Person.SearchText", "Person.SortName", "Person.Stage", "Person.Strength"]);
        Archives.Rows(archive, "workspace.jsonl").Single().ToJsonString().ShouldBe("""{"country":"NZ","name":"Ada\u0027s \u0022other\u0022 network","timeZone":"Pacific/Auckland"}""");

        await using var other = await product.Start(to);
        (await other.Run("import", archive, "--kind", "archive")).Exit.ShouldBe(0);
        Archives.Files(await other.Export()).ShouldBe(Archives.Files(archive));
        (await other.Ask(db => db.Workspaces.SingleAsync(Ct))).TimeZone.ShouldBe("Pacific/Auckland");
    }

    [Theory, OnBothDatabases]
    public async Task The_archive_is_written_as_it_is_documented(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db =>
        {
            var ana = new Person { Id = db.NewId(), FullName = "Ana Kovač", QuietUntil = new(2030, 4, 1), CreatedAt = new(2030, 3, 6, 9, 0, 0, 7, DateTimeKind.Utc) };
            db.Add(ana);
            db.Add(new Interaction { Id = db.NewId(), PersonId = ana.Id, Channel = Channel.Meeting, Direction = Direction.Both, At = new(2030, 3, 5, 8, 30, 0, DateTimeKind.Utc) });
            db.Add(new Exchange { Id = db.NewId(), PersonId = ana.Id, Tactic = Tactic.LinkedInConnection });
        });

        var files = Archives.Files(await world.Export()).ToDictionary(f => f.Name, f => f.Text);

        var ana = await world.Ask(db => db.People.SingleAsync(Ct));
        files["people.jsonl"].ShouldBe($$"""{"id":"{{ana.Id}}","createdAt":"2030-03-06T09:00:00.007Z","fullName":"Ana Kovač","isSelf":false,"quietUntil":"2030-04-01"}""" + "\n");
        files["interactions.jsonl"].ShouldContain("""
            ,"at":"2030-03-05T08:30:00.000Z","channel":"meeting","direction":"both","isAsk":false,"personId":"
            """);
        files["exchanges.jsonl"].ShouldContain("""
            "tactic":"linked-in-connection"
            """);
        files["manifest.json"].ShouldContain("""
            {"format":"kith-archive","version":1,"files":[{"name":"workspace.jsonl"
            """);
        files.Keys.ShouldNotContain(name => name.Contains("outbox", StringComparison.Ordinal) || name.Contains("user", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Another_workspace_of_the_installation_is_not_in_the_archive(Database database)
    {
        await using var world = await product.Start(database);
        var other = await world.AddWorkspace("Ben's network");
        await world.Change(db => db.Add(new Person { Id = db.NewId(), FullName = "Ada Harbor" }));
        await world.Change(db => db.Add(new Person { Id = db.NewId(), FullName = "Ben Finch" }), other);

        Archives.Rows(await world.Export(), "people.jsonl").Select(p => p.Text("fullName")).ShouldBe(["Ada Harbor"]);
    }

    [Theory, OnBothDatabases]
    public async Task An_act_of_the_archived_history_can_be_taken_back_in_the_new_workspace(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db => db.Add(new Person { Id = db.NewId(), FullName = "Ada Harbor" }));
        var (person, tag) = await world.Ask(async db =>
        {
            var ada = await db.People.SingleAsync(Ct);
            var tag = new PersonTag { Id = db.NewId(), PersonId = ada.Id, Value = "sailing" };
            db.Add(tag);
            await db.SaveChangesAsync(Ct);
            db.Act("Removed a tag");
            db.Remove(tag);
            await db.SaveChangesAsync(Ct);
            return (ada.Id, db.LastBatch!.Value);
        });
        var archive = await world.Export();
        await using var other = await product.Start(database);
        (await other.Run("import", archive)).Exit.ShouldBe(0);

        (await other.Run("undo", tag.ToString())).Exit.ShouldBe(0);

        (await other.Ask(db => db.Tags.SingleAsync(Ct))).ShouldSatisfyAllConditions(t => t.Value.ShouldBe("sailing"), t => t.PersonId.ShouldBe(person));
    }

    [Theory, OnBothDatabases]
    public async Task An_archive_made_while_somebody_writes_is_of_one_moment(Database database)
    {
        await using var world = await product.Start(database);
        await world.Run("sample");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var writer = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                    await world.Change(db =>
                    {
                        var late = new Person { Id = db.NewId(), FullName = "Late Comer" };
                        db.AddRange(late, new PersonTag { Id = db.NewId(), PersonId = late.Id, Value = "late" });
                    });
            },
            Ct);

        var archive = await world.Export();

        await stop.CancelAsync();
        await writer;
        var people = Archives.Rows(archive, "people.jsonl").Where(p => p.Text("fullName") == "Late Comer").Select(p => p.Text("id"));
        var tags = Archives.Rows(archive, "tags.jsonl").Where(t => t.Text("value") == "late").Select(t => t.Text("personId"));
        tags.ShouldBe(people, ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task More_rows_than_fit_in_memory_at_a_time_come_back_in_their_order(Database database)
    {
        await using var world = await product.Start(database);
        const int Many = 4_321;
        await world.Ask(async db =>
        {
            await db.Insert([.. Enumerable.Range(0, Many).Select(n => new Person { Id = db.NewId(), FullName = $"Person {n}" })], Ct);
            return await Projections.Rebuild(db, Ct);
        });
        var archive = await world.Export();
        Archives.Rows(archive, "people.jsonl").Count.ShouldBe(Many);

        await using var other = await product.Start(database);
        (await other.Json("import", archive))["people"]!.GetValue<int>().ShouldBe(Many);

        Archives.Files(await other.Export()).ShouldBe(Archives.Files(archive));
    }
}
