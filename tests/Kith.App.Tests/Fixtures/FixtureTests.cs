using Npgsql;

namespace Kith.App.Tests.Fixtures;

public sealed class FixtureTests(Product product, Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_product_connects_as_a_role_that_row_level_security_binds()
    {
        var database = await product.Postgres.CreateDatabase();

        (await Ask(database.ForApp, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")).ShouldBe(false);
        (await Ask(database.ForSetUp, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).ShouldBe(true);
    }

    [Fact]
    public async Task The_product_may_set_up_its_own_tables_and_trigram_search()
    {
        var database = await product.Postgres.CreateDatabase();

        await Ask(database.ForApp, "CREATE EXTENSION pg_trgm; CREATE TABLE people (name text)");

        (await Ask(database.ForApp, "SELECT similarity('Harbor', 'Harbour') > 0.3")).ShouldBe(true);
    }

    [Fact]
    public async Task A_copied_database_starts_with_the_same_rows_and_then_goes_its_own_way()
    {
        var first = await product.Postgres.CreateDatabase();
        await Ask(first.ForApp, "CREATE TABLE people (name text); INSERT INTO people VALUES ('Ada')");

        var second = await product.Postgres.CreateDatabase(copyOf: first);
        await Ask(second.ForApp, "INSERT INTO people VALUES ('Ben')");

        (await Ask(first.ForApp, "SELECT count(*) FROM people")).ShouldBe(1L);
        (await Ask(second.ForApp, "SELECT count(*) FROM people")).ShouldBe(2L);
    }

    [Fact]
    public async Task A_page_opens_at_the_size_of_a_phone()
    {
        var page = await chromium.Open(Chromium.Phone);
        await using var browser = page.Context;

        await page.GotoAsync("data:text/html,<meta name=viewport content=width=device-width><h1>Kith</h1>");

        (await page.TextContentAsync("h1")).ShouldBe("Kith");
        (await page.EvaluateAsync<int>("innerWidth")).ShouldBe(390);
    }

    // Without pooling, so that a template has no open connection when it is copied.
    private static async Task<object?> Ask(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }
}
