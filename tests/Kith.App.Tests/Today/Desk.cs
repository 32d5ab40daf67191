using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Domain;
using Kith.Today;
using Microsoft.Extensions.DependencyInjection;

namespace Kith.App.Tests.Today;

/// <summary>A user's desk: a small network and the acts of a day, each in a scope of its own as a request would be.</summary>
internal sealed class Desk(World world) : IAsyncDisposable
{
    internal World World => world;

    internal DateOnly Today => world.Clock.Today;

    internal async Task<T> Ask<T>(Func<KithDb, WorkspaceClock, CurrentGoal, Task<T>> act)
    {
        await using var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentWorkspace>().Enter(world.Workspace, "Ada");
        return await act(
            scope.ServiceProvider.GetRequiredService<KithDb>(), scope.ServiceProvider.GetRequiredService<WorkspaceClock>(), scope.ServiceProvider.GetRequiredService<CurrentGoal>());
    }

    internal Task<IReadOnlyList<ShowToday.Row>> Rows(int limit = 7) =>
        Ask((db, clock, goal) => ShowToday.Handle(new(limit), db, goal, clock, TestContext.Current.CancellationToken));

    internal async Task<string[]> Names() => [.. (await Rows()).Select(r => r.Person.Name.Full)];

    internal async Task<Guid> Person(string name, Action<Person>? more = null, bool isSelf = false)
    {
        var id = Ids.New(world.Clock);
        await world.Change(db =>
        {
            var person = new Person { Id = id, FullName = name, GivenName = name.Split(' ')[0], CreatedAt = db.Clock.GetUtcNow().UtcDateTime, IsSelf = isSelf };
            more?.Invoke(person);
            db.Add(person);
        });
        return id;
    }

    /// <summary>Somebody met so many days ago whom nobody has followed up.</summary>
    internal async Task<(Guid Person, Guid Loop)> Met(string name, int daysAgo, Tactic tactic = Tactic.EventMet)
    {
        var (person, loop) = (await Person(name), Ids.New(world.Clock));
        await world.Change(db =>
        {
            var exchange = new Exchange { Id = db.NewId(), PersonId = person, Tactic = tactic, On = Today.AddDays(-daysAgo) };
            db.AddRange(exchange, Loop.ForExchange(loop, exchange));
        });
        return (person, loop);
    }

    internal async Task<Guid> Open(Guid person, LoopKind kind, int dueIn, string? what = null)
    {
        var id = Ids.New(world.Clock);
        await world.Change(db => db.Add(new Loop { Id = id, PersonId = person, Kind = kind, What = what, OpenedOn = Today.AddDays(-3), Due = Today.AddDays(dueIn) }));
        return id;
    }

    /// <summary>A contact so many days ago.</summary>
    internal Task Talked(Guid person, int daysAgo, Direction direction = Direction.Both) => world.Change(db => db.Add(
        new Interaction { Id = db.NewId(), PersonId = person, Channel = Channel.Call, Direction = direction, At = db.Clock.GetUtcNow().UtcDateTime.AddDays(-daysAgo) }));

    internal async Task<Guid> Works(Guid person, string organisation)
    {
        var id = await world.Ask(db => Task.FromResult(db.Organisations.Where(o => o.NameKey == Folding.Fold(organisation)).Select(o => o.Id).FirstOrDefault()));
        var at = id == Guid.Empty ? Ids.New(world.Clock) : id;
        await world.Change(db =>
        {
            if (id == Guid.Empty)
                db.Add(new Organisation { Id = at, Name = organisation, NameKey = Folding.Fold(organisation), CreatedAt = db.Clock.GetUtcNow().UtcDateTime });
            db.Add(new Position { Id = db.NewId(), PersonId = person, OrganisationId = at, Title = "Head of data", IsCurrent = true });
        });
        return at;
    }

    internal async Task Undo(Guid batch) => await world.Ask(db => Kith.History.UndoBatch.Handle(batch, db, TestContext.Current.CancellationToken));

    internal static async Task<Desk> Of(Product product, Database database) => new(await product.Start(database));

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
