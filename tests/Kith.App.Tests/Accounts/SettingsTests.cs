using System.Net;
using Kith.App.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Accounts;

public sealed class SettingsTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_changed_name_zone_and_country_hold_from_the_next_page_on(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        using var answer = await visitor.Submit("/settings", "settings", ("Form.Name", "Ada H. Harbor"), ("Form.TimeZone", "Pacific/Auckland"), ("Form.Country", "NZ"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await visitor.Read("/settings");
        page.QuerySelector(".rail-user-name")!.TextContent.ShouldBe("Ada H. Harbor");
        page.QuerySelector("#zone")!.GetAttribute("value").ShouldBe("Pacific/Auckland");
        page.QuerySelector("#country option[selected]")!.TextContent.ShouldBe("New Zealand");
        page.QuerySelector(".toast")!.TextContent.ShouldContain("Saved your settings.");
    }

    [Theory]
    [OnBothDatabases("", "UTC", "DE", "Say what you are called."), OnBothDatabases("Ada", "Moon/Crater", "DE", "Choose a time zone"), OnBothDatabases("Ada", "UTC", "XX", "Choose a country")]
    public async Task What_makes_no_sense_is_refused_with_a_sentence(Database database, string name, string zone, string country, string sentence)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        using var answer = await visitor.Submit("/settings", "settings", ("Form.Name", name), ("Form.TimeZone", zone), ("Form.Country", country));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain(sentence);
        (await world.Ask(db => db.Workspaces.Select(w => w.TimeZone).SingleAsync(Ct))).ShouldBe("UTC");
    }

    [Theory, OnBothDatabases]
    public async Task A_changed_password_is_the_one_that_works(Database database)
    {
        await using var world = await product.Start(database);
        await Owner.SetUp(world);

        using var wrong = await world.Client.Submit("/settings", "password", ("Change.Current", "not the password"), ("Change.Wanted", "finch over the water"));
        using var changed = await world.Client.Submit("/settings", "password", ("Change.Current", Owner.Password), ("Change.Wanted", "finch over the water"));

        (await wrong.Content.ReadAsStringAsync(Ct)).ShouldContain("That is not your current password.");
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var visitor = Owner.From(world, "127.0.0.3");
        (await visitor.Submit("/sign-in", "sign-in", ("Form.User", Owner.Email), ("Form.Password", Owner.Password))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.Submit("/sign-in", "sign-in", ("Form.User", Owner.Email), ("Form.Password", "finch over the water"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnBothDatabases]
    public async Task Signing_out_everywhere_reaches_the_other_devices_within_a_minute(Database database)
    {
        await using var world = await product.Start(database);
        using var laptop = await world.SignIn();
        using var phone = await world.SignIn();

        await laptop.Submit("/settings", "/sign-out/everywhere");
        world.Clock.Pass(TimeSpan.FromSeconds(61));

        (await laptop.GetAsync(new Uri("/more", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await phone.GetAsync(new Uri("/more", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnBothDatabases]
    public async Task A_session_lives_on_while_it_is_used_and_ends_after_thirty_idle_days(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        world.Clock.Pass(TimeSpan.FromDays(20));
        (await visitor.GetAsync(new Uri("/more", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        world.Clock.Pass(TimeSpan.FromDays(20));
        (await visitor.GetAsync(new Uri("/more", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        world.Clock.Pass(TimeSpan.FromDays(31));
        (await visitor.GetAsync(new Uri("/more", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnBothDatabases]
    public async Task The_theme_can_be_chosen_without_script(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        await visitor.Submit("/settings", "/settings/theme", ("theme", "dark"));

        (await visitor.Read("/settings")).DocumentElement.GetAttribute("data-theme").ShouldBe("dark");
    }
}
