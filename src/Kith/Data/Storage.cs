using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kith.Data;

/// <summary>Where an installation keeps its data.</summary>
/// <param name="Folder">The data folder: database, keys, files on their way in.</param>
/// <param name="Postgres">Connection string of PostgreSQL, or null for SQLite in the folder.</param>
public sealed record Storage(string Folder, string? Postgres = null)
{
    /// <summary>Path of the SQLite file.</summary>
    public string SqliteFile => Path.Combine(Folder, "kith.db");

    /// <summary>Folder of uploaded files that are not imported yet.</summary>
    public string Incoming => Path.Combine(Folder, "incoming");

    /// <summary>Folder of the keys that protect cookies.</summary>
    public string Keys => Path.Combine(Folder, "keys");

    /// <summary>Makes the folders, readable by their owner only.</summary>
    public void Prepare()
    {
        foreach (var folder in new[] { Folder, Incoming, Keys })
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

/// <summary>Wires the database into the host.</summary>
public static class StorageRegistration
{
    /// <summary>Adds <see cref="KithDb"/>, pooled, scoped to the current workspace.</summary>
    public static IServiceCollection AddKithDb(this IServiceCollection services, Storage storage)
    {
        services.AddSingleton(storage);
        services.Configure<IdentityOptions>(Accounts);
        services.AddScoped<CurrentWorkspace>();
        services.AddScoped<WorkspaceClock>();
        services.AddScoped<CurrentGoal>();
        return storage.Postgres is null
            ? services.AddPooledDbContextFactory<SqliteDb>(o => Sqlite(o, storage)).AddScoped(Scoped<SqliteDb>)
            : services.AddPooledDbContextFactory<PostgresDb>(o => Postgres(o, storage.Postgres)).AddScoped(Scoped<PostgresDb>);
    }

    /// <summary>Brings the database up to the newest schema, making it where it is missing.</summary>
    public static async Task Migrate(this IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<Storage>();
        storage.Prepare();
        var db = scope.ServiceProvider.GetRequiredService<KithDb>();
        // A write-ahead log lets people read while an import writes; the mode stays with the file.
        if (db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
        // Migrating locks the database for writing even where nothing is to do; a verb that only reads must not wait for an import.
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
            return;
        await db.Database.MigrateAsync(ct);
        await db.TellStatistics(ct);
    }

    // The identity tables take their shape from these options wherever the model is built: page, verb or migration.
    private static void Accounts(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    private static DbContextOptionsBuilder<T> Design<T>()
        where T : KithDb
    {
        var options = new DbContextOptionsBuilder<T>();
        options.UseApplicationServiceProvider(new ServiceCollection().Configure<IdentityOptions>(Accounts).BuildServiceProvider());
        return options;
    }

    /// <summary>Opens an SQLite file outside of the host: without a workspace, so no row of one is seen.</summary>
    internal static SqliteDb Open(Storage storage) => new((DbContextOptions<SqliteDb>)Sqlite(Design<SqliteDb>(), storage).Options);

    internal static DbContextOptionsBuilder Sqlite(DbContextOptionsBuilder options, Storage storage) =>
        Quiet(options).UseSqlite($"Data Source={storage.SqliteFile}").UseSnakeCaseNamingConvention().AddInterceptors(new SqliteConnections(), new ChangeLog());

    internal static DbContextOptionsBuilder Postgres(DbContextOptionsBuilder options, string connection) =>
        Quiet(options).UseNpgsql(connection).UseSnakeCaseNamingConvention().AddInterceptors(new PostgresConnections(), new ChangeLog());

    // A search takes hits in any order on purpose: they are ranked afterwards.
    private static DbContextOptionsBuilder Quiet(DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(w => w.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    private static KithDb Scoped<T>(IServiceProvider scope)
        where T : KithDb =>
        scope.GetRequiredService<IDbContextFactory<T>>().CreateDbContext()
            .For(scope.GetRequiredService<CurrentWorkspace>(), scope.GetRequiredService<TimeProvider>());

    internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
    {
        public SqliteDb CreateDbContext(string[] args) => Open(new("."));
    }

    internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
    {
        public PostgresDb CreateDbContext(string[] args) => new((DbContextOptions<PostgresDb>)Postgres(Design<PostgresDb>(), "Host=localhost").Options);
    }
}
