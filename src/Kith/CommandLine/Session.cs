using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.CommandLine;

/// <summary>One verb at work: the services of the product, inside the workspace.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;
    private readonly HeldFolder held;

    private Session(ServiceProvider services, HeldFolder held, Terminal terminal)
    {
        (this.services, this.held) = (services, held);
        scope = services.CreateAsyncScope();
        Terminal = terminal;
    }

    /// <summary>Where the answer goes.</summary>
    internal Terminal Terminal { get; }

    internal KithDb Db => Get<KithDb>();

    internal WorkspaceClock Clock => Get<WorkspaceClock>();

    /// <summary>Anything else a handler asks for.</summary>
    internal T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Brings the database up to date and enters the workspace, making one where there is none.</summary>
    internal static async Task<Session> Open(Storage storage, Terminal terminal, TimeProvider clock, CancellationToken ct)
    {
        var services = new ServiceCollection().AddLogging().AddKith(storage).AddSingleton(clock).BuildServiceProvider();
        var session = new Session(services, HeldFolder.Share(storage), terminal);
        try
        {
            await services.Migrate(ct);
            session.Get<CurrentWorkspace>().Enter(await session.Workspace(ct), "command line");
            await TieMeasure.KeepUp(session.Db, session.Clock, ct);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
        held.Dispose();
    }

    // The first workspace is the owner's; what others share the installation with it is not the command line's to choose.
    private async Task<Workspace> Workspace(CancellationToken ct)
    {
        if (await Db.Workspaces.AsNoTracking().OrderBy(w => w.CreatedAt).ThenBy(w => w.Id).FirstOrDefaultAsync(ct) is { } first)
            return first;
        var clock = Get<TimeProvider>();
        var made = new Workspace
        {
            Id = Ids.New(clock),
            Name = "My network",
            TimeZone = TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "UTC",
            CreatedAt = clock.GetUtcNow().UtcDateTime,
            StrengthAsOf = clock.GetUtcNow().UtcDateTime,
        };
        Db.Add(made);
        await Db.SaveChangesAsync(ct);
        Db.ChangeTracker.Clear();
        return made;
    }
}
