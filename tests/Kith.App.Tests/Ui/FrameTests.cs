using AngleSharp.Html.Parser;
using Kith.App.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Kith.App.Tests.Ui;

public sealed class FrameTests(Product product, Chromium chromium)
{
    [Fact]
    public async Task The_palette_opens_with_a_key_finds_a_page_and_goes_there()
    {
        await using var world = await product.Start(Database.Sqlite);
        var page = await world.SignIn(chromium);
        await using var browser = page.Context;
        await page.GotoAsync("/more");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("impo");
        await Expect(page.Locator("#palette li")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/import");
    }

    [Fact]
    public async Task Letters_move_through_rows_until_they_are_turned_off()
    {
        await using var world = await product.Start(Database.Sqlite);
        var page = await world.SignIn(chromium);
        await using var browser = page.Context;
        await page.GotoAsync("/more");
        var rows = page.Locator("main [data-row] a");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(rows.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(rows.Nth(0)).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("?");
        await page.Locator("[data-keys-toggle]").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await rows.Nth(0).FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(rows.Nth(0)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_first_visit_loads_at_most_80_KiB()
    {
        await using var world = await product.Start(Database.Sqlite);
        var html = await world.Client.GetStringAsync(new Uri("/welcome", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await new HtmlParser().ParseDocumentAsync(html);
        var files = page.QuerySelectorAll("link[rel=icon], link[rel=stylesheet], script")
            .Select(element => "/" + (element.GetAttribute("href") ?? element.GetAttribute("src"))).ToList();

        var sizes = new List<long>();
        foreach (var file in files.Prepend("/welcome"))
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, file);
            ask.Headers.AcceptEncoding.ParseAdd("gzip, br");
            using var answer = await world.Client.SendAsync(ask, TestContext.Current.CancellationToken);
            sizes.Add((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
        }

        sizes.Count.ShouldBe(5);
        sizes.ShouldAllBe(size => size > 0);
        sizes.Sum().ShouldBeLessThanOrEqualTo(80 * 1024);
    }

    [Fact]
    public async Task The_phone_has_the_bar_and_nothing_wider_than_the_screen()
    {
        await using var world = await product.Start(Database.Sqlite);
        var page = await world.SignIn(chromium, Chromium.Phone);
        await using var browser = page.Context;
        await page.GotoAsync("/more");

        await Expect(page.Locator(".bar a")).ToHaveCountAsync(5);
        await Expect(page.Locator(".bar [aria-current=page]")).ToHaveTextAsync("More");
        await Expect(page.Locator(".rail")).ToBeHiddenAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
    }
}
