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
        await Parallel.ForEachAsync(await sample.Pages(), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, async (path, _) =>
        {
            var page = await sample.Open(Chromium.Desktop, ColorScheme.Light);
            var first = await Bytes(page, path);
            await Bytes(page, "/more");
            var second = await Bytes(page, path);
            if (first is 0 or > FirstVisit || second is 0 or > SecondVisit)
                over.Add($"{path}: {first} bytes, then {second}");
            await page.Context.CloseAsync();
        });

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
    private static async Task<long> Bytes(IPage page, string path)
    {
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        long bytes = 0;
        network.Event("Network.loadingFinished").OnEvent += (_, loaded) => Interlocked.Add(ref bytes, (long)loaded!.Value.GetProperty("encodedDataLength").GetDouble());
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await network.DetachAsync();
        return Interlocked.Read(ref bytes);
    }
}
