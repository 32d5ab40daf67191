using Kith.CommandLine;
using Kith.Data;
using Kith.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kith.App.Tests.Fixtures;

/// <summary>One running installation: its address, its clock, its database and its command line.</summary>
public sealed class World : IAsyncDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";

    private readonly WebApplication app;
    private readonly Func<Task> clear;

    private World(Storage storage, PostgresDatabase? postgres, WebApplication app, TestClock clock, Journal journal, Func<Task> clear)
    {
        (Storage, Postgres, this.app, Clock, Journal, this.clear) = (storage, postgres, app, clock, journal, clear);
        Address = new(app.Urls.Single());
        Client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    /// <summary>Where it keeps its data.</summary>
    public Storage Storage { get; }

    /// <summary>Its database where that is PostgreSQL.</summary>
    public PostgresDatabase? Postgres { get; }

    /// <summary>The time it is in this world.</summary>
    public TestClock Clock { get; }

    /// <summary>What it complained about.</summary>
    public Journal Journal { get; }

    /// <summary>The workspace that <see cref="Ask"/> and <see cref="Change"/> work in.</summary>
    public Workspace Workspace { get; private set; } = null!;

    /// <summary>Where it is served.</summary>
    public Uri Address { get; }

    /// <summary>The parts of the running installation.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>A visitor with a cookie jar, who is shown redirects instead of following them.</summary>
    public HttpClient Client { get; }

    /// <summary>Reads from the database, as seen from the workspace or from another one.</summary>
    public async Task<T> Ask<T>(Func<KithDb, Task<T>> question, Workspace? within = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentWorkspace>().Enter(within ?? Workspace, "test");
        return await question(scope.ServiceProvider.GetRequiredService<KithDb>());
    }

    /// <summary>Puts rows into the workspace, or into another one, and saves.</summary>
    public Task Change(Action<KithDb> change, Workspace? within = null) => Ask(
        async db =>
        {
            change(db);
            return await db.SaveChangesAsync();
        },
        within);

    /// <summary>Makes a further workspace beside the first.</summary>
    public async Task<Workspace> AddWorkspace(string name)
    {
        var workspace = new Workspace { Id = Ids.New(Clock), Name = name, CreatedAt = Clock.GetUtcNow().UtcDateTime, StrengthAsOf = Clock.GetUtcNow().UtcDateTime };
        await Change(db => db.Workspaces.Add(workspace), workspace);
        return workspace;
    }

    /// <summary>Runs a verb on the same data, as it would run in a shell.</summary>
    public async Task<Outcome> Run(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await Root.Run([.. words, "--data", Storage.Folder], output, error, name => name == "KITH_POSTGRES" ? Storage.Postgres : null, Clock);
        return new(exit, output.ToString(), error.ToString());
    }

    /// <summary>Stops the installation and deletes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await clear();
    }

    internal static WebApplication Build(Storage storage, Journal journal, TimeProvider clock) => Hosting.Build(storage, AnyPort, services =>
        services.AddSingleton(clock).AddLogging(logging => logging.ClearProviders().AddProvider(journal)));

    internal static async Task<World> Start(Storage storage, PostgresDatabase? postgres, Func<Task> clear)
    {
        var clock = new TestClock();
        var journal = new Journal();
        var app = Build(storage, journal, clock);
        await app.Services.Migrate(CancellationToken.None);
        await app.StartAsync();
        var world = new World(storage, postgres, app, clock, journal, clear);
        world.Workspace = await world.AddWorkspace("Ada's network");
        return world;
    }
}

/// <summary>What a verb printed and how it ended.</summary>
public sealed record Outcome(int Exit, string Output, string Error);
