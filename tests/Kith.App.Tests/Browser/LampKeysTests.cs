using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Audiences;
using Kith.Goals;

namespace Kith.App.Tests.Browser;

public sealed class LampKeysTests(Product product, Chromium chromium)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task The_list_is_valued_with_the_keyboard_alone_and_without_script(bool phone)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var desk = await Desk.Of(product, Database.Sqlite);
        await desk.Ask((db, clock, _) => SetGoal.Handle(new("Head of data", Targets: ["Lumen", "Tidewater"]), db, clock, ct));
        var options = phone ? Chromium.Phone : Chromium.Desktop;
        options.JavaScriptEnabled = false;
        var page = await desk.World.SignIn(chromium, options);
        await using var browser = page.Context;
        await page.GotoAsync("/lamp");

        await page.GetByLabel("Motivation: how much you want Tidewater").FocusAsync();
        await page.Keyboard.PressAsync("3");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("2");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Save the values" }).PressAsync("Enter");

        (await page.Locator(".table .who a > span:last-child").AllInnerTextsAsync()).ShouldBe(["Tidewater", "Lumen"]);
        var first = (await desk.Ask((db, _, _) => ShowLamp.Handle(1, db, ct)))!.Rows[0];
        (first.Name, first.Motivation, first.Posting).ShouldBe(("Tidewater", 3, 2));
    }
}
