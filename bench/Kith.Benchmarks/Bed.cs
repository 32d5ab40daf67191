using System.Data.Common;
using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kith.Benchmarks;

/// <summary>A fresh installation in a temporary folder, on SQLite there or on a private PostgreSQL, with one workspace; gone afterwards.</summary>
internal sealed class Bed : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Guid workspace;

    private readonly PostgresDatabase? database;

    private Bed(Storage storage, ServiceProvider services, Guid workspace, PostgresDatabase? database) =>
        (Storage, this.services, this.workspace, this.database) = (storage, services, workspace, database);

    internal Storage Storage { get; }

    internal static async Task<Bed> Make(CancellationToken ct, PostgresServer? postgres = null)
    {
        var database = postgres is null ? null : await postgres.CreateDatabase();
        var storage = new Storage(Directory.CreateTempSubdirectory("kith-bench-").FullName, database?.ForApp);
        var services = new ServiceCollection().AddLogging().AddKith(storage).BuildServiceProvider();
        await services.Migrate(ct);
        var id = Ids.New(TimeProvider.System);
        var bed = new Bed(storage, services, id, database);
        await bed.Within(async (db, _) =>
        {
            db.Add(new Workspace { Id = id, Name = "Bench" });
            await db.SaveChangesAsync(ct);
            return 0;
        });
        return bed;
    }

    /// <summary>A connection that sees all rows, of whatever workspace.</summary>
    internal async Task<DbConnection> Connect(CancellationToken ct)
    {
        DbConnection connection = database is null ? new SqliteConnection($"Data Source={Storage.SqliteFile}") : new NpgsqlConnection(database.ForSetUp);
        await connection.OpenAsync(ct);
        return connection;
    }

    /// <summary>Does something as a request would: in a scope of its own, inside the workspace.</summary>
    internal async Task<T> Within<T>(Func<KithDb, IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentWorkspace>().Enter(workspace, "UTC", null, "bench");
        return await act(scope.ServiceProvider.GetRequiredService<KithDb>(), scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Storage.Folder, recursive: true);
    }
}
