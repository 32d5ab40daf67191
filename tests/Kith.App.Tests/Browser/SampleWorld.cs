using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Kith.App.Tests.Browser;

/// <summary>An installation with the sample data in it, shared by the tests that only look.</summary>
public sealed class SampleWorld(Product product, Chromium chromium) : IAsyncDisposable
{
    private readonly Lazy<Task<World>> started = new(() => Start(product));

    /// <summary>The addresses of every page a signed-in user can open, with rows behind each.</summary>
    public async Task<IReadOnlyList<string>> Pages()
    {
        var world = await started.Value;
        var person = await world.Ask(db => db.Loops.Where(l => l.State == LoopState.Open).OrderBy(l => l.Id).Select(l => l.PersonId).FirstAsync());
        var organisation = await world.Ask(db => db.Targets.OrderBy(t => t.Id).Select(t => t.OrganisationId).FirstAsync());
        var opportunity = await world.Ask(db => db.Opportunities.OrderBy(o => o.Id).Select(o => o.Id).FirstAsync());
        return
        [
            "/", "/people", "/people?q=a", "/people?q=zzzz", "/people/new", $"/people/{person}", $"/people/{person}/edit", "/organisations", $"/organisations/{organisation}",
            "/goal", "/goal/edit", "/goal/edit?first=1", "/import", "/import?first=1", "/capture", "/events", "/opportunities", $"/opportunities/{opportunity}", "/history", "/trash", "/settings", "/more", "/nothing-here",
        ];
    }

    /// <summary>The running installation.</summary>
    public Task<World> World => started.Value;

    /// <summary>A signed-in browser of that size and theme.</summary>
    public async Task<IPage> Open(BrowserNewContextOptions size, ColorScheme theme)
    {
        size.ColorScheme = theme;
        size.ReducedMotion = ReducedMotion.Reduce;
        size.Locale = "en-GB";
        return await (await World).SignIn(chromium, size);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
            await (await started.Value).DisposeAsync();
    }

    private static async Task<World> Start(Product product)
    {
        var world = await product.Start(Database.Sqlite);
        (await world.Run("sample")).Exit.ShouldBe(0);
        return world;
    }
}

/// <summary>The tests that look at every page, one after the other in one installation.</summary>
[CollectionDefinition]
public sealed class EveryPage : ICollectionFixture<SampleWorld>;
