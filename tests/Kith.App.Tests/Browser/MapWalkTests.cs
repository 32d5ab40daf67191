using Kith.App.Tests.Fixtures;
using Microsoft.Playwright;

namespace Kith.App.Tests.Browser;

[Collection(typeof(EveryPage))]
public sealed class MapWalkTests(SampleWorld sample)
{
    // Boxes of the names that are seen; a name that covers another's letters cannot be read.
    private const string Overlaps = """
        () => {
          const boxes = [...document.querySelectorAll('.map g[class^=l] text')].filter(t => t.checkVisibility()).map(t => ({ name: t.textContent, ...t.getBoundingClientRect().toJSON() }));
          return [boxes.length, boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom).map(b => `${a.name} / ${b.name}`)).join(', ')];
        }
        """;

    [Fact]
    public async Task It_is_walked_over_with_the_keyboard_and_opens_whom_one_stands_on()
    {
        var page = await Map(Chromium.Desktop);
        await using var browser = page.Context;
        await page.Locator("[data-map]").FocusAsync();
        await page.Locator(".map [data-id]").First.WaitForAsync();

        await page.Keyboard.PressAsync("ArrowRight");
        var right = await Chosen(page);
        right.X.ShouldBeGreaterThan(0);
        (await page.Locator("[data-map-said]").InnerTextAsync()).ShouldContain("strength ");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        (await Chosen(page)).X.ShouldBeLessThan(right.X);
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator(".map .chosen").CountAsync()).ShouldBe(0);
        await page.Keyboard.PressAsync("ArrowUp");
        var chosen = await page.Locator(".map .chosen").GetAttributeAsync("data-id");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync($"**/{chosen}");
    }

    [Fact]
    public async Task Coming_nearer_shows_more_names_and_at_no_size_do_two_overlap()
    {
        var page = await Map(Chromium.Desktop);
        await using var browser = page.Context;
        await page.Locator("[data-map]").HoverAsync();
        await page.Locator(".map [data-id]").First.WaitForAsync();
        var before = 0;
        for (var size = 0; size <= 4; size++)
        {
            (await page.Locator("[data-map]").GetAttributeAsync("data-zoom")).ShouldBe($"{size}");
            var told = (await page.EvaluateAsync(Overlaps))!.Value;
            told[1].GetString().ShouldBeEmpty($"size {size}");
            told[0].GetInt32().ShouldBeGreaterThanOrEqualTo(before);
            before = told[0].GetInt32();
            if (size < 4)
                await page.GetByRole(AriaRole.Button, new() { Name = "Larger" }).ClickAsync();
        }
        before.ShouldBeGreaterThan(180, "nearly everybody has a name once one is near");
        (await page.GetByRole(AriaRole.Button, new() { Name = "Larger" }).IsDisabledAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_finger_chooses_somebody_on_the_phone_and_the_link_leads_to_them()
    {
        var page = await Map(Chromium.Phone);
        await using var browser = page.Context;
        await page.GetByRole(AriaRole.Button, new() { Name = "Larger" }).TapAsync();
        await page.Locator(".map [data-id]").First.WaitForAsync();
        await page.Locator(".map circle.p-h4").First.TapAsync();

        var link = page.Locator("[data-map-said] a").First;
        (await link.InnerTextAsync()).ShouldContain("strength");
        await link.TapAsync();
        await page.WaitForURLAsync("**/people/*");
    }

    [Fact]
    public async Task The_picture_is_taken_away_as_PNG()
    {
        var page = await Map(Chromium.Desktop);
        await using var browser = page.Context;
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "PNG" }).ClickAsync());

        download.SuggestedFilename.ShouldBe("map.png");
        var bytes = await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        bytes[1..4].ShouldBe("PNG"u8.ToArray());
        bytes.Length.ShouldBeGreaterThan(50_000, "an empty sheet weighs less");
    }

    private async Task<IPage> Map(BrowserNewContextOptions size)
    {
        var page = await sample.Open(size, ColorScheme.Light);
        await page.GotoAsync("/insights/map");
        return page;
    }

    private static async Task<(double X, double Y)> Chosen(IPage page)
    {
        var box = (await page.EvaluateAsync("() => { const b = document.querySelector('.map .chosen').getBBox(); return [b.x + b.width / 2, b.y + b.height / 2]; }"))!.Value;
        return (box[0].GetDouble(), box[1].GetDouble());
    }
}
