using System.Text.RegularExpressions;
using Kith.App.Tests.Accounts;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Importing;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kith.App.Tests.Browser;

/// <summary>The main job, as somebody does it who has just started the product for the first time.</summary>
public sealed class NewcomerTests(Product product, Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_newcomer_sets_a_goal_imports_their_export_and_does_the_first_thing_of_today(bool phone)
    {
        await using var world = await product.Start(Database.Sqlite);
        var options = phone ? Chromium.Phone : Chromium.Desktop;
        options.BaseURL = new UriBuilder(world.Address) { Host = "localhost" }.Uri.AbsoluteUri;
        options.TimezoneId = "Europe/Berlin";
        var page = await chromium.Open(options);
        await using var browser = page.Context;

        await page.GotoAsync("/");
        await page.GetByLabel("Set-up code").FillAsync(Owner.Code(world));
        await page.GetByLabel("Your name").FillAsync("Ada Harbor");
        await page.GetByLabel("Password").FillAsync(Owner.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue", Exact = true }).ClickAsync();

        await page.GetByLabel("The role").FillAsync("Head of data");
        await Next(page);
        await page.GetByLabel("Hours a week").FillAsync("3");
        await Next(page);
        await page.GetByLabel("How will you know that you are there?").FillAsync("A signed offer");
        await Next(page);
        await page.GetByLabel("Organisations you would like to work for").FillAsync("Harbor & Finch");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the goal" }).ClickAsync();

        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "Basic_LinkedInDataExport.zip", MimeType = "application/zip", Buffer = Zip(world.Clock.Today) });
        await page.Locator("main form[enctype] button[type=submit]").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("What is in the file");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Imported", new() { Timeout = 60_000 });
        await Expect(page.GetByText("Download the list of what was left out")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.GetByRole(AriaRole.Link, new() { Name = "Go to Today" }).First.ClickAsync();

        var first = page.Locator("details.action").First;
        await Expect(first).ToContainTextAsync("Ana Kovač");
        await Expect(first).ToContainTextAsync("target");
        await Expect(page.Locator("details.action").Nth(1)).ToContainTextAsync("Ben Adler");
        await first.Locator("summary").First.ClickAsync();
        await first.Locator("button.primary").ClickAsync();

        await Expect(page.Locator(".toast")).ToContainTextAsync("Ana Kovač");
        await Expect(page.Locator("details.action").First).ToContainTextAsync("Ben Adler");
        (await world.Ask(db => db.Loops.CountAsync(l => l.EvidenceId != null, Ct))).ShouldBe(1);
        (await world.Ask(db => db.People.Where(p => p.GivenName == "Ana").Select(p => p.Stage).SingleAsync(Ct))).ShouldBe(Kith.Domain.Strength.Stage.Contacted);
        (await world.Ask(db => db.Workspaces.Select(w => w.TimeZone).SingleAsync(Ct))).ShouldBe("Europe/Berlin");

        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(page.Locator("details.action").First).ToContainTextAsync("Ana Kovač");
        (await world.Ask(db => db.Loops.CountAsync(l => l.State == LoopState.Open, Ct))).ShouldBe(2);
        (await world.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(0);
        await Expect(page).ToHaveURLAsync(new Regex("/$"));
    }

    private static Task Next(IPage page) => page.Locator("button.primary", new() { HasText = "Next" }).ClickAsync();

    private static byte[] Zip(DateOnly today) => new Export().Connections(
        $"Ana,Kovač,{Export.Url("ana-kovac")},ana@example.com,Harbor & Finch,Head of Analytics,{Written(today.AddDays(-3))}",
        $"Ben,Adler,{Export.Url("ben-adler")},,Initrode,Product Manager,{Written(today.AddDays(-20))}",
        "Cleo,Short,row").Zip();

    private static string Written(DateOnly day) => day.ToString("dd MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
