using System.Net;
using Kith.Accounts;
using Kith.App.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kith.App.Tests.Accounts;

public sealed class FirstRunTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Before_anybody_has_an_account_every_page_leads_to_the_first_one(Database database)
    {
        await using var world = await product.Start(database);

        foreach (var path in new[] { "/", "/people", "/sign-in" })
            (await world.Client.GetAsync(new Uri(path, UriKind.Relative), Ct)).Headers.Location!.OriginalString.ShouldEndWith("/welcome", customMessage: path);
    }

    [Theory, OnBothDatabases]
    public async Task The_set_up_code_makes_the_owner_and_signs_them_in(Database database)
    {
        await using var world = await product.Start(database);

        using var answer = await Owner.SetUp(world);

        answer.Headers.Location!.OriginalString.ShouldEndWith("/goal/edit?first=1");
        (await world.Client.Read("/more")).QuerySelector(".rail-user-name")!.TextContent.ShouldBe("Ada Harbor");
        var account = await world.Ask(db => db.Users.SingleAsync(Ct));
        account.WorkspaceId.ShouldBe(world.Workspace.Id, "the command line made this workspace before anybody signed in");
        (await world.Ask(db => db.Workspaces.Select(w => w.TimeZone).SingleAsync(Ct))).ShouldBe("Europe/Berlin");
    }

    [Theory, OnBothDatabases]
    public async Task A_wrong_code_makes_nobody_an_owner(Database database)
    {
        await using var world = await product.Start(database);

        using var answer = await Owner.SetUp(world, code: "AAAA-2222");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        page.ShouldContain("That is not the set-up code.");
        page.ShouldContain(Owner.Email, customMessage: "what was typed stays");
        page.ShouldNotContain(Owner.Password);
        (await world.Ask(db => db.Users.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_short_password_leaves_the_code_good_for_another_try(Database database)
    {
        await using var world = await product.Start(database);

        (await Owner.SetUp(world, password: "harbor")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await Owner.SetUp(world)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnBothDatabases]
    public async Task The_code_is_spent_with_the_first_account(Database database)
    {
        await using var world = await product.Start(database);
        var code = Owner.Code(world);
        await Owner.Create(world);

        world.Services.GetRequiredService<FirstRun>().Accepts(code).ShouldBeFalse();
        (await FirstRun.CodeOf(world.Services, Ct)).ShouldBeNull();
        (await world.Client.GetAsync(new Uri("/welcome", UriKind.Relative), Ct)).Headers.Location!.OriginalString.ShouldEndWith("/sign-in");
    }

    [Theory, OnBothDatabases]
    public async Task The_code_may_be_typed_in_small_letters_and_without_the_dash(Database database)
    {
        await using var world = await product.Start(database);

        (await Owner.SetUp(world, code: Owner.Code(world).Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant())).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnBothDatabases]
    public async Task From_beyond_the_machine_the_first_page_only_explains(Database database)
    {
        await using var world = await product.Start(database);
        world.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        using var answer = await world.Client.GetAsync(new Uri("/welcome", UriKind.Relative), Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        page.ShouldContain("Kith is waiting for its owner");
        page.ShouldNotContain("<form");
    }
}
