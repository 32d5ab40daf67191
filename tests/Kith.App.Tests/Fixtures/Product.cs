using Kith.App.Tests.Fixtures;
using Kith.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

[assembly: AssemblyFixture(typeof(Product))]

namespace Kith.App.Tests.Fixtures;

/// <summary>Starts worlds: installations of the product, each with a database of its own that nobody else sees.</summary>
public sealed class Product : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kith-test-");
    private readonly Lazy<Task<Storage>> sqlite;
    private readonly Lazy<Task<PostgresDatabase>> postgres;
    private int worlds;

    /// <summary>Makes nothing yet: what a test run does not use is never started.</summary>
    public Product()
    {
        QueryCount.Listen();
        sqlite = new(MigrateSqlite);
        postgres = new(MigratePostgres);
    }

    /// <summary>The server behind the worlds on PostgreSQL.</summary>
    public PostgresServer Postgres { get; } = new();

    /// <summary>Starts an empty installation with one workspace, served on a port of its own.</summary>
    public async Task<World> Start(Database database)
    {
        var storage = new Storage(NewFolder());
        storage.Prepare();
        PostgresDatabase? own = null;
        if (database == Database.Sqlite)
            File.Copy((await sqlite.Value).SqliteFile, storage.SqliteFile);
        else
            storage = storage with { Postgres = (own = await Postgres.CreateDatabase(copyOf: await postgres.Value)).ForApp };
        return await World.Start(storage, own, async () =>
        {
            Directory.Delete(storage.Folder, recursive: true);
            if (own is not null) await Postgres.Drop(own);
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Postgres.DisposeAsync();
        folder.Delete(recursive: true);
    }

    // Migrating takes far longer than copying, so each database is migrated once and copied for every world.
    private async Task<Storage> MigrateSqlite()
    {
        var storage = new Storage(NewFolder());
        await Migrate(storage);
        SqliteConnection.ClearAllPools();
        return storage;
    }

    private async Task<PostgresDatabase> MigratePostgres()
    {
        var database = await Postgres.CreateDatabase();
        await Migrate(new(NewFolder(), database.ForApp));
        NpgsqlConnection.ClearAllPools();
        return database;
    }

    private static async Task Migrate(Storage storage)
    {
        await using var app = World.Build(storage, new(), TimeProvider.System);
        await app.Services.Migrate(CancellationToken.None);
    }

    private string NewFolder() => Path.Combine(folder.FullName, Interlocked.Increment(ref worlds).ToString("D4", System.Globalization.CultureInfo.InvariantCulture));
}
