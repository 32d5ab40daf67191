using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kith.Data;
using Kith.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Cookie = System.Net.Cookie;

namespace Kith.App.Tests.Fixtures;

/// <summary>Visits a world as somebody who is signed in, and does there what a browser does: fills forms and calls the API.</summary>
public static class Visits
{
    /// <summary>A visitor with a cookie jar who is signed in as the owner of the workspace, or of another one.</summary>
    public static async Task<HttpClient> SignIn(this World world, Workspace? workspace = null)
    {
        var jar = new CookieContainer();
        jar.Add(world.Address, await world.Session(workspace));
        return new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = world.Address };
    }

    /// <summary>A browser that is signed in as the owner of the workspace.</summary>
    public static async Task<IPage> SignIn(this World world, Chromium chromium, BrowserNewContextOptions? options = null)
    {
        options ??= Chromium.Desktop;
        // By name, because passkeys do not work on a bare address.
        options.BaseURL = new UriBuilder(world.Address) { Host = "localhost" }.Uri.AbsoluteUri;
        var page = await chromium.Open(options);
        var session = await world.Session();
        await page.Context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Domain = "localhost", Path = "/", HttpOnly = true }]);
        return page;
    }

    /// <summary>The cookie of somebody who owns the workspace; the account is made when it has none.</summary>
    public static async Task<Cookie> Session(this World world, Workspace? workspace = null)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var account = await world.Account(services, workspace ?? world.Workspace);
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = world.Clock.GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new() { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan }, IdentityConstants.ApplicationScheme);
        return new(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket)) { HttpOnly = true };
    }

    /// <summary>Reads a page.</summary>
    public static async Task<IHtmlDocument> Read(this HttpClient visitor, string path)
    {
        var html = await visitor.GetStringAsync(new Uri(path, UriKind.Relative));
        return await new HtmlParser().ParseDocumentAsync(html);
    }

    /// <summary>Opens a page, fills one of its forms and sends it: the form of that name, or the one with that action.</summary>
    public static async Task<HttpResponseMessage> Submit(this HttpClient visitor, string path, string form, params (string Field, string? Value)[] fields)
    {
        var page = await visitor.Read(path);
        var found = page.Forms.FirstOrDefault(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form || f.GetAttribute("action") == form)
            ?? throw new ShouldAssertException($"{path} has no form {form}: {page.Body?.TextContent}");
        var hidden = found.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(input => (Field: input.Name ?? "", Value: (string?)input.Value));
        var all = hidden.Where(h => fields.All(f => f.Field != h.Field)).Concat(fields).Select(f => KeyValuePair.Create(f.Field, f.Value ?? ""));
        var target = found.GetAttribute("action") is { Length: > 0 } action ? action : path;
        return await visitor.PostAsync(new Uri(target, UriKind.Relative), new FormUrlEncodedContent(all));
    }

    /// <summary>Sends JSON as a page's own script does: with the antiforgery token of a page.</summary>
    public static async Task<HttpResponseMessage> Call(this HttpClient visitor, HttpMethod method, string path, object? body = null, string page = "/more")
    {
        var token = (await visitor.Read(page)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("X-CSRF-TOKEN", token);
        return await visitor.SendAsync(request);
    }

    private static async Task<Account> Account(this World world, IServiceProvider services, Workspace workspace)
    {
        var db = services.GetRequiredService<KithDb>();
        if (await db.Users.FirstOrDefaultAsync(a => a.WorkspaceId == workspace.Id) is { } known) return known;
        var account = new Account { Id = Ids.New(world.Clock), WorkspaceId = workspace.Id, UserName = workspace.Name };
        (await services.GetRequiredService<UserManager<Account>>().CreateAsync(account)).Succeeded.ShouldBeTrue();
        return account;
    }
}
