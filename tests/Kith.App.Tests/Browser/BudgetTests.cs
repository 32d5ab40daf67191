using System.Collections.Concurrent;
using Kith.App.Tests.Fixtures;
using Microsoft.Playwright;

namespace Kith.App.Tests.Browser;

[Collection(typeof(EveryPage))]
public sealed class BudgetTests(SampleWorld sample)
{
    private const int FirstVisit = 80 * 1024;
    private const int SecondVisit = 10 * 1024;
    private const int Queries = 8;

    [Fact]
    public async Task Every_page_loads_within_80_KiB_the_first_time_and_10_KiB_the_second()
    {
        var over = new ConcurrentBag<string>();
        // Most of the time a page waits for the network to be silent; several can wait together.
        var pages = new ConcurrentQueue<string>(await sample.Pages());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var page = await sample.Open(Chromium.Desktop, ColorScheme.Light);
            await using var browser = page.Context;
            while (pages.TryDequeue(out var path))
            {
                var first = await Bytes(page, path, isFirst: true);
                await page.GotoAsync("/more", new() { WaitUntil = WaitUntilState.NetworkIdle });
                var second = await Bytes(page, path, isFirst: false);
                if (first is 0 or > FirstVisit || second is 0 or > SecondVisit)
                    over.Add($"{path}: {first} bytes, then {second}");
            }
        }));

        over.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_asks_the_database_at_most_8_times()
    {
        var world = await sample.World;
        using var visitor = await world.SignIn();
        await visitor.GetAsync(new Uri("/more", UriKind.Relative), TestContext.Current.CancellationToken);
        var over = new List<string>();
        foreach (var path in await sample.Pages())
        {
            var statements = await QueryCount.Statements(world, () => visitor.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
            // An address that is no card's is known for that without asking.
            if (statements.Count > Queries || (statements.Count == 0 && path is not ("/c/nothing" or "/f/nothing")))
                over.Add($"{path}: {statements.Count} statements\n{string.Join("\n---\n", statements)}");
        }

        over.ShouldBeEmpty();
    }

    // What crosses the wire, headers included, as the browser's own network panel counts it.
    private static async Task<long> Bytes(IPage page, string path, bool isFirst)
    {
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        if (isFirst)
            await network.SendAsync("Network.clearBrowserCache");
        long bytes = 0;
        network.Event("Network.loadingFinished").OnEvent += (_, loaded) => Interlocked.Add(ref bytes, (long)loaded!.Value.GetProperty("encodedDataLength").GetDouble());
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await network.DetachAsync();
        return Interlocked.Read(ref bytes);
    }
}
