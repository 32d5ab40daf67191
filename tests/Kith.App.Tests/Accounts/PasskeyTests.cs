using System.Text.RegularExpressions;
using Kith.App.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Kith.App.Tests.Accounts;

public sealed partial class PasskeyTests(Product product, Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_passkey_sets_the_installation_up_and_later_signs_in_without_a_name(Database database)
    {
        await using var world = await product.Start(database);
        var page = await Browser(world);
        await using var browser = page.Context;
        await SetUp(page, world);
        await page.GotoAsync("/more");
        await page.ClickAsync(".rail-user button");
        await page.WaitForURLAsync(SignInAddress());

        await page.ClickAsync("[data-passkey]");
        await page.WaitForURLAsync(url => !SignInAddress().IsMatch(url));

        await page.GotoAsync("/more");
        (await page.TextContentAsync(".rail-user-name")).ShouldBe("Ada Harbor");
        (await world.Ask(db => db.Users.SingleAsync(Ct))).PasswordHash.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_passkey_answer_that_was_used_once_is_refused_with_or_without_its_cookie(Database database)
    {
        await using var world = await product.Start(database);
        var page = await Browser(world);
        await using var browser = page.Context;
        await SetUp(page, world);
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in");
        var sent = "";
        IReadOnlyList<BrowserContextCookiesResult> before = [];
        await page.RouteAsync("**/sign-in*", async route =>
        {
            if (route.Request.Method == "POST") (sent, before) = (route.Request.PostData!, await page.Context.CookiesAsync());
            await route.ContinueAsync();
        });
        await page.ClickAsync("[data-passkey]");
        await page.WaitForURLAsync(url => !SignInAddress().IsMatch(url));

        (await Replay(world, sent, before)).ShouldBe(400);
        (await Replay(world, sent, [.. before.Where(cookie => !cookie.Name.Contains("TwoFactor", StringComparison.Ordinal))])).ShouldBe(400);
    }

    [Theory, OnBothDatabases]
    public async Task A_further_passkey_can_be_added_renamed_and_removed_but_not_the_last_one(Database database)
    {
        await using var world = await product.Start(database);
        var (page, device) = await Device(world);
        await using var browser = page.Context;
        await SetUp(page, world);
        (await Names(page)).ShouldBe(["First passkey"]);
        (await page.IsVisibleAsync("form[action='/passkeys/remove']")).ShouldBeFalse();

        // The one in use says that it has a passkey already, so another device steps in.
        await Authenticator(page, "usb", replaced: device);
        await page.FillAsync("#new-passkey", "Phone");
        await page.ClickAsync("[data-passkey]");
        await page.WaitForSelectorAsync(".toast");
        (await Names(page)).ShouldBe(["First passkey", "Phone"], ignoreOrder: true);

        var phone = page.Locator("#passkeys ~ ul li", new() { HasText = "Phone" });
        await phone.Locator("summary").ClickAsync();
        await phone.Locator("input[name=name]").FillAsync("Old phone");
        await phone.Locator("form[action='/passkeys/rename'] button").ClickAsync();
        await page.WaitForSelectorAsync(".toast");
        await page.Locator("#passkeys ~ ul li", new() { HasText = "Old phone" }).Locator("form[action='/passkeys/remove'] button").ClickAsync();
        await page.WaitForSelectorAsync(".toast:has-text('Removed')");
        (await Names(page)).ShouldBe(["First passkey"]);
    }

    [Fact]
    public async Task The_browser_finds_nothing_on_our_pages_that_the_content_policy_forbids()
    {
        await using var world = await product.Start(Database.Sqlite);
        var page = await world.SignIn(chromium);
        await using var browser = page.Context;
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync("/more");
        // By a link, so that it is the framework's script that fetches and shows the page.
        await page.ClickAsync(".rail a[href='/settings']");
        await page.WaitForURLAsync("**/settings");
        await page.WaitForSelectorAsync("[data-passkey]", new() { State = WaitForSelectorState.Visible });
        await page.FillAsync("[name='Form.Name']", "Ada H.");
        await page.ClickAsync("form:has([name='Form.Name']) button[type=submit]");
        await page.WaitForSelectorAsync(".toast");

        complaints.ShouldBeEmpty();
    }

    private async Task<IPage> Browser(World world) => (await Device(world)).Page;

    private async Task<(IPage Page, ICDPSession Device)> Device(World world)
    {
        var options = Chromium.Desktop;
        options.BaseURL = new UriBuilder(world.Address) { Host = "localhost" }.Uri.AbsoluteUri;
        var page = await chromium.Open(options);
        return (page, await Authenticator(page));
    }

    private static async Task<ICDPSession> Authenticator(IPage page, string transport = "internal", ICDPSession? replaced = null)
    {
        if (replaced is not null) await replaced.SendAsync("WebAuthn.disable");
        var session = replaced ?? await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = transport,
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
            },
        });
        return session;
    }

    private static async Task SetUp(IPage page, World world)
    {
        await page.GotoAsync("/welcome");
        await page.FillAsync("[name='Form.Code']", Owner.Code(world));
        await page.FillAsync("[name='Form.Name']", "Ada Harbor");
        await page.ClickAsync("[data-passkey]");
        await page.WaitForURLAsync("**/goal/edit?first=1");
    }

    private static async Task<IReadOnlyList<string>> Names(IPage page)
    {
        await page.GotoAsync("/settings");
        return await page.Locator("#passkeys ~ ul li b").AllTextContentsAsync();
    }

    private static async Task<int> Replay(World world, string form, IReadOnlyList<BrowserContextCookiesResult> cookies)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = world.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new StringContent(form, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded")),
        };
        request.Headers.Host = $"localhost:{world.Address.Port}";
        request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        using var answer = await client.SendAsync(request, Ct);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("That passkey was not accepted.");
        return (int)answer.StatusCode;
    }

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignInAddress();
}
