using Kith.App.Tests.Fixtures;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Kith.App.Tests.Fixtures;

/// <summary>The system's Chromium, started when the first test opens a page and shared by all of them.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    // Nothing of the browser's own may call out or compete for the processor while a page is measured.
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-proxy-server",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> started = new(Start);

    /// <summary>Opens a page in a profile of its own: no cookies, storage or cache of another test.</summary>
    public async Task<IPage> Open(BrowserNewContextOptions? options = null)
    {
        var (_, browser) = await started.Value;
        var context = await browser.NewContextAsync(options ?? Desktop);
        return await context.NewPageAsync();
    }

    /// <summary>A laptop's window.</summary>
    public static BrowserNewContextOptions Desktop => new() { ViewportSize = new() { Width = 1440, Height = 900 } };

    /// <summary>A phone held upright.</summary>
    public static BrowserNewContextOptions Phone => new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true };

    /// <summary>Closes the browser, if it was ever started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated || !started.Value.IsCompletedSuccessfully) return;
        var (playwright, browser) = await started.Value;
        await browser.CloseAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> Start()
    {
        if (!File.Exists(Program)) throw new InvalidOperationException("Chromium is missing: install with: apt-get install chromium");
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Quiet }));
    }
}
