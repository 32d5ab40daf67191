using System.Globalization;
using Deque.AxeCore.Commons;
using Kith.App.Tests.Fixtures;
using Microsoft.Playwright;

namespace Kith.App.Tests.Browser;

[Collection(typeof(EveryPage))]
public sealed class EveryPageTests(SampleWorld sample)
{
    // Colours depend on the theme and the rest on the size, so two views show both themes and both sizes. Named in KITH_SCREENSHOTS, all four are kept.
    public static TheoryData<bool, ColorScheme> Views
    {
        get
        {
            var views = new TheoryData<bool, ColorScheme> { { false, ColorScheme.Light }, { true, ColorScheme.Dark } };
            if (Screenshots is not null)
            {
                views.Add(false, ColorScheme.Dark);
                views.Add(true, ColorScheme.Light);
            }
            return views;
        }
    }

    private static readonly string axe = new BundledAxeScriptProvider().GetScript();

    // A folder that receives a picture of each page, to be looked at.
    private static string? Screenshots => Environment.GetEnvironmentVariable("KITH_SCREENSHOTS") is { Length: > 0 } folder ? folder : null;

    [Theory, MemberData(nameof(Views))]
    public async Task Every_page_is_accessible_fits_the_screen_and_breaks_no_policy(bool phone, ColorScheme theme)
    {
        var page = await sample.Open(phone ? Chromium.Phone : Chromium.Desktop, theme);
        await using var browser = page.Context;
        var problems = new List<string>();
        page.Console += (_, message) =>
        {
            // The browser reports the 404 of the page that is meant to be missing.
            if (message.Type is "error" or "warning" && !page.Url.EndsWith("/nothing-here", StringComparison.Ordinal) && !page.Url.EndsWith("/c/nothing", StringComparison.Ordinal) && !page.Url.EndsWith("/f/nothing", StringComparison.Ordinal))
                problems.Add($"{page.Url}: console: {message.Text}");
        };
        page.PageError += (_, error) => problems.Add($"{page.Url}: script: {error}");
        foreach (var (number, path) in (await sample.Pages()).Where(IsWanted).Index())
        {
            await page.GotoAsync(path);
            (await page.Locator("h1").CountAsync()).ShouldBe(1, path);
            problems.AddRange((await Violations(page)).Select(violation => $"{path}: {violation}"));
            var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (wider > 0)
                problems.Add($"{path}: {wider} px wider than the screen");
            await Keep(page, $"{number:00}{path}", phone, theme);
        }

        problems.ShouldBeEmpty();
    }

    // Asked in the page itself, which has no frames: Deque's own call opens a further page for each answer, and that took most of the time.
    private static async Task<string[]> Violations(IPage page)
    {
        await page.EvaluateAsync(axe);
        return await page.EvaluateAsync<string[]>("""
            () => axe.run({ resultTypes: ['violations'] }).then(result =>
              result.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`))
            """);
    }

    // A beginning of addresses named in KITH_PAGES narrows the look to these; without it every page is visited.
    private static bool IsWanted(string path) => Environment.GetEnvironmentVariable("KITH_PAGES") is not { Length: > 0 } begin || begin.Split(',').Any(b => path.StartsWith(b, StringComparison.Ordinal));

    private static async Task Keep(IPage page, string path, bool phone, ColorScheme theme)
    {
        if (Screenshots is not { } folder)
            return;
        var name = string.Join('-', path.Split(['/', '?', '=', '&'], StringSplitOptions.RemoveEmptyEntries).Select(part => Guid.TryParse(part, CultureInfo.InvariantCulture, out _) ? "one" : part));
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.{(phone ? "phone" : "desktop")}.{theme.ToString().ToLowerInvariant()}.png"), FullPage = phone });
    }
}
