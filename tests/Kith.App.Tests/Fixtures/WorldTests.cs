using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kith.App.Tests.Fixtures;

public sealed class WorldTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_installation_answers_that_it_is_well(Database database)
    {
        await using var world = await product.Start(database);

        (await world.Client.GetStringAsync(new Uri("/healthz", UriKind.Relative), Ct)).ShouldBe("ok");
    }

    [Theory, OnBothDatabases]
    public async Task Every_file_a_page_links_to_has_content(Database database)
    {
        await using var world = await product.Start(database);

        foreach (var name in Directory.EnumerateFiles(Path.Combine(Architecture.Code.Root, "src/Kith/wwwroot")).Select(Path.GetFileName))
            (await world.Client.GetByteArrayAsync(new Uri("/" + name, UriKind.Relative), Ct)).ShouldNotBeEmpty(name);
    }

    [Theory, OnBothDatabases]
    public async Task Worlds_do_not_share_data(Database database)
    {
        await using var one = await product.Start(database);
        await using var other = await product.Start(database);

        await one.Change(db => db.Add(Ada(db)));

        (await one.Ask(db => db.People.Select(person => person.FullName).ToListAsync(Ct))).ShouldBe(["Ada Harbor"]);
        (await other.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_sees_into_another_workspace(Database database)
    {
        await using var world = await product.Start(database);
        var neighbour = await world.AddWorkspace("Ben's network");
        await world.Change(db => db.Add(Ada(db)));

        (await world.Ask(db => db.People.CountAsync(Ct), neighbour)).ShouldBe(0);
        (await world.Ask(db => db.Batches.CountAsync(Ct), neighbour)).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_row_cannot_refer_to_another_workspace(Database database)
    {
        await using var world = await product.Start(database);
        var neighbour = await world.AddWorkspace("Ben's network");
        await world.Change(db => db.Add(Ada(db)));
        var ada = await world.Ask(db => db.People.Select(person => person.Id).SingleAsync(Ct));

        await Should.ThrowAsync<DbUpdateException>(() => world.Change(db => db.Add(new PersonEmail { Id = db.NewId(), PersonId = ada, Value = "ada@example.com" }), neighbour));
    }

    [Fact]
    public async Task PostgreSQL_itself_guards_every_table_that_belongs_to_a_workspace()
    {
        await using var world = await product.Start(Database.Postgres);
        await world.Change(db => db.Add(Ada(db)));

        (await Column(world.Postgres!.ForSetUp, """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relkind = 'r' AND a.attname = 'workspace_id' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            """)).ShouldBe(["outbox", "AspNetUsers"], ignoreOrder: true, "these two are read before a workspace is known; any other table needs a policy");
        (await Column(world.Postgres.ForSetUp, "SELECT full_name FROM people")).ShouldBe(["Ada Harbor"]);
        (await Column(world.Postgres.ForApp, "SELECT full_name FROM people")).ShouldBeEmpty();
        (await Should.ThrowAsync<PostgresException>(() => Column(world.Postgres.ForApp, $"""
            INSERT INTO tags (workspace_id, id, person_id, value) SELECT '{world.Workspace.Id}', gen_random_uuid(), gen_random_uuid(), 'x'
            """))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory, OnBothDatabases]
    public async Task The_migrations_hold_the_whole_model(Database database)
    {
        await using var world = await product.Start(database);

        (await world.Ask(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse("run bin/migration");
    }

    [Theory, OnBothDatabases]
    public async Task A_wrong_verb_is_wrong_usage(Database database)
    {
        await using var world = await product.Start(database);

        var outcome = await world.Run("frobnicate");

        outcome.Exit.ShouldBe(2);
        outcome.Error.ShouldNotBeEmpty();
        outcome.Output.ShouldBeEmpty();
    }

    private static Person Ada(Kith.Data.KithDb db) => new() { Id = db.NewId(), FullName = "Ada Harbor" };

    private static async Task<List<string>> Column(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var found = new List<string>();
        while (await reader.ReadAsync(Ct)) found.Add(reader.GetString(0));
        return found;
    }
}
