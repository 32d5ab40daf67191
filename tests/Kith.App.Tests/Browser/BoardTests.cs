using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Opportunities;
using Kith.App.Tests.Today;
using Kith.Domain;
using Microsoft.Playwright;

namespace Kith.App.Tests.Browser;

public sealed class BoardTests(Product product, Chromium chromium)
{
    [Fact]
    public async Task A_card_is_dragged_to_another_column()
    {
        await using var desk = await Desk.Of(product, Database.Sqlite);
        var opening = await desk.Opening();
        var page = await desk.World.SignIn(chromium);
        await using var browser = page.Context;
        await page.GotoAsync("/opportunities");
        await page.Locator($"[data-card='{opening}'][draggable=true]").WaitForAsync();

        await page.Locator($"[data-card='{opening}']").DragToAsync(page.Locator("[data-stage=Interview]"));

        await page.Locator($"[data-stage=Interview] [data-card='{opening}']").WaitForAsync();
        (await desk.Show(opening)).State.ShouldBe(OpportunityState.Interview);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.Locator($"[data-stage=Lead] [data-card='{opening}']").WaitForAsync();
    }

    [Fact]
    public async Task A_card_is_moved_with_the_arrow_keys_and_the_move_is_announced()
    {
        await using var desk = await Desk.Of(product, Database.Sqlite);
        var opening = await desk.Opening();
        var page = await desk.World.SignIn(chromium);
        await using var browser = page.Context;
        await page.GotoAsync("/opportunities");
        await page.Locator($"[data-card='{opening}'][draggable=true]").WaitForAsync();

        await page.Locator($"[data-card='{opening}'] [data-title]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Locator($"[data-stage=Applied] [data-card='{opening}']").WaitForAsync();
        await page.Locator("[data-says]", new() { HasText = "Moved Head of Data to Applied." }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        (await page.EvaluateAsync<string>("document.activeElement?.closest('[data-card]')?.dataset.card ?? ''")).ShouldBe(opening.ToString(), "the focus stays on the card");

        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Locator($"[data-stage=Lead] [data-card='{opening}']").WaitForAsync();
        (await desk.Show(opening)).State.ShouldBe(OpportunityState.Lead);
    }

    [Fact]
    public async Task Without_script_a_button_moves_the_card()
    {
        await using var desk = await Desk.Of(product, Database.Sqlite);
        var opening = await desk.Opening();
        var options = Chromium.Phone;
        options.JavaScriptEnabled = false;
        var page = await desk.World.SignIn(chromium, options);
        await using var browser = page.Context;
        await page.GotoAsync("/opportunities");

        await page.GetByRole(AriaRole.Button, new() { Name = "Move Head of Data to Applied" }).PressAsync("Enter");

        (await desk.Show(opening)).State.ShouldBe(OpportunityState.Applied);
    }
}
