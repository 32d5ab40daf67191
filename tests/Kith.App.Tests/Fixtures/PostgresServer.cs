using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Kith.App.Tests.Fixtures;

/// <summary>A private PostgreSQL that starts when the first test asks for a database and is gone after the last.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly Lazy<Task<Cluster>> cluster = new(Cluster.Start);
    private int databases;

    /// <summary>Makes an empty database, or a copy of one made before, owned by the role the product runs as.</summary>
    public async Task<PostgresDatabase> CreateDatabase(PostgresDatabase? copyOf = null)
    {
        var server = await cluster.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"kith_{Interlocked.Increment(ref databases)}");
        var template = copyOf is null ? "template1" : new NpgsqlConnectionStringBuilder(copyOf.ForSetUp).Database;
        await server.Execute($"CREATE DATABASE {name} OWNER {Cluster.AppRole} TEMPLATE {template}");
        return new(server.Connection(Cluster.AppRole, name), server.Connection(Cluster.SuperUser, name));
    }

    /// <summary>Deletes a database, whoever is still connected.</summary>
    public async Task Drop(PostgresDatabase database)
    {
        await using (var pooled = new NpgsqlConnection(database.ForApp)) NpgsqlConnection.ClearPool(pooled);
        await (await cluster.Value).Execute($"DROP DATABASE {new NpgsqlConnectionStringBuilder(database.ForSetUp).Database} WITH (FORCE)");
    }

    /// <summary>Stops the server, if it was ever started, and deletes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        if (cluster.IsValueCreated && cluster.Value.IsCompletedSuccessfully) await (await cluster.Value).Stop();
    }

    private sealed class Cluster(string directory, Process server)
    {
        public const string SuperUser = "postgres";
        public const string AppRole = "kith_app";

        // Ends the server when the tests' end of the pipe closes, so that even a killed test run leaves nothing behind.
        private const string Keeper = """
            "$@" >"$0/log" 2>&1 & server=$!
            cat >/dev/null
            kill -QUIT "$server" 2>/dev/null; wait "$server"; rm -rf "$0"
            """;

        public static async Task<Cluster> Start()
        {
            var programs = Directory.Exists("/usr/lib/postgresql")
                ? Directory.EnumerateFiles("/usr/lib/postgresql", "initdb", SearchOption.AllDirectories).Max()
                : null;
            var bin = Path.GetDirectoryName(programs)
                ?? throw new InvalidOperationException("PostgreSQL is missing: install with: apt-get install postgresql");
            var directory = Directory.CreateTempSubdirectory("kith-pg-").FullName;
            var data = Path.Combine(directory, "data");
            if (Environment.UserName == "root") await Command.Run("chown", SuperUser, directory);
            await Command.Run(AsOwner([Path.Combine(bin, "initdb"), "-D", data, "-U", SuperUser, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]));

            // A socket in the private directory: no port to race for, and no other user of the machine can connect.
            var keeper = Command.Start(AsOwner(["sh", "-c", Keeper, directory, Path.Combine(bin, "postgres"), "-D", data, "-k", directory,
                "-c", "listen_addresses=", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=200"]));
            var cluster = new Cluster(directory, keeper);
            await cluster.UntilReady();
            await cluster.Execute($"CREATE ROLE {AppRole} LOGIN NOSUPERUSER NOBYPASSRLS");
            return cluster;
        }

        public string Connection(string role, string database) =>
            new NpgsqlConnectionStringBuilder { Host = directory, Username = role, Database = database, Timeout = 30 }.ConnectionString;

        public async Task Execute(string sql)
        {
            await using var connection = new NpgsqlConnection(Connection(SuperUser, "postgres") + ";Pooling=false");
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        public async Task Stop()
        {
            NpgsqlConnection.ClearAllPools();
            server.StandardInput.Close();
            await server.WaitForExitAsync();
            server.Dispose();
        }

        private async Task UntilReady()
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await Execute("SELECT 1");
                    return;
                }
                catch (NpgsqlException unready) when (attempt == 300)
                {
                    throw new InvalidOperationException("PostgreSQL did not start: " + await File.ReadAllTextAsync(Path.Combine(directory, "log")), unready);
                }
                catch (NpgsqlException)
                {
                    await Task.Delay(100);
                }
            }
        }

        // PostgreSQL refuses to run as root; Debian's package brings the user.
        private static string[] AsOwner(string[] command) => Environment.UserName == "root"
            ? ["setpriv", "--reuid", SuperUser, "--regid", SuperUser, "--init-groups", "--", .. command]
            : command;
    }
}

/// <summary>Two ways into one database: as the product, and as the superuser who may look past row-level security.</summary>
public sealed record PostgresDatabase(string ForApp, string ForSetUp);
