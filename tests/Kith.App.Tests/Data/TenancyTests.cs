using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kith.App.Tests.Data;

public sealed class TenancyTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_workspace_sees_only_its_own_rows(Database database)
    {
        await using var world = await product.Start(database);
        var other = await world.AddWorkspace("Ben's network");
        await world.Change(db => db.Add(Make.Person(db, "Ana Kovač")));
        await world.Change(db => db.Add(Make.Person(db, "Ben Adler")), other);

        (await world.Ask(db => db.People.Select(p => p.FullName).ToListAsync(Ct))).ShouldBe(["Ana Kovač"]);
        (await world.Ask(db => db.People.Select(p => p.FullName).ToListAsync(Ct), other)).ShouldBe(["Ben Adler"]);
        (await world.Ask(db => db.PeopleMatching("ben").CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Changes.CountAsync(Ct), other)).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_row_cannot_refer_to_a_row_of_another_workspace(Database database)
    {
        await using var world = await product.Start(database);
        var other = await world.AddWorkspace("Ben's network");
        var theirs = Guid.Empty;
        await world.Change(db => theirs = Add(db, "Ben Adler"), other);

        await Should.ThrowAsync<DbUpdateException>(() => world.Change(db => db.Add(
            new Exchange { Id = db.NewId(), PersonId = theirs, Tactic = Tactic.CardGiven })));
    }

    [Theory, OnBothDatabases]
    public async Task A_row_of_another_workspace_cannot_be_written(Database database)
    {
        await using var world = await product.Start(database);
        var other = await world.AddWorkspace("Ben's network");

        await Should.ThrowAsync<InvalidOperationException>(() => world.Change(db =>
        {
            var person = Make.Person(db, "Ana Kovač");
            person.WorkspaceId = other.Id;
            db.Add(person);
        }));
    }

    [Fact]
    public async Task On_PostgreSQL_the_database_itself_holds_the_wall()
    {
        await using var world = await product.Start(Database.Postgres);
        await world.Change(db => db.Add(Make.Person(db, "Ana Kovač")));
        await using var connection = new NpgsqlConnection(world.Postgres!.ForApp);
        await connection.OpenAsync(Ct);

        (await Scalar(connection, "SELECT count(*) FROM people")).ShouldBe(0L);
        await Scalar(connection, $"SELECT set_config('app.workspace', '{world.Workspace.Id}', false)");
        (await Scalar(connection, "SELECT count(*) FROM people")).ShouldBe(1L);
        await Scalar(connection, $"SELECT set_config('app.workspace', '{Guid.AllBitsSet}', false)");
        (await Scalar(connection, "WITH gone AS (DELETE FROM people RETURNING 1) SELECT count(*) FROM gone")).ShouldBe(0L);
    }

    [Fact]
    public async Task On_PostgreSQL_every_table_of_a_workspace_has_the_wall()
    {
        await using var world = await product.Start(Database.Postgres);
        await using var connection = new NpgsqlConnection(world.Postgres!.ForApp);
        await connection.OpenAsync(Ct);

        var open = await Scalar(connection, """
            SELECT coalesce(string_agg(c.relname, ', '), '') FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            """);

        // Accounts and the job queue are read before a workspace is entered.
        open!.ToString()!.Split(", ").Order().ShouldBe(["AspNetUsers", "outbox"], ignoreOrder: true);
    }

    private static Guid Add(KithDb db, string name)
    {
        var person = Make.Person(db, name);
        db.Add(person);
        return person.Id;
    }

    private static async Task<object?> Scalar(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }
}
