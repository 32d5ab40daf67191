using System.Net;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Accounts;

public sealed class SignInTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [OnBothDatabases("/people?q=ana", "/people?q=ana"), OnBothDatabases("https://evil.example/", "/"), OnBothDatabases("//evil.example", "/"), OnBothDatabases("/\\evil.example", "/"), OnBothDatabases("javascript:alert(1)", "/")]
    public async Task Signing_in_leads_back_to_where_one_wanted_to_go_but_never_to_another_site(Database database, string wanted, string next)
    {
        await using var world = await product.Start(database);
        await Owner.Create(world);

        using var answer = await world.Client.Submit($"/sign-in?returnUrl={Uri.EscapeDataString(wanted)}", "sign-in", ("Form.User", Owner.Email), ("Form.Password", Owner.Password));

        new Uri(world.Address, answer.Headers.Location!).ShouldBe(new Uri(world.Address, next));
    }

    [Theory]
    [OnBothDatabases(Owner.Email), OnBothDatabases("ben@example.com")]
    public async Task A_wrong_password_is_told_like_an_unknown_name(Database database, string user)
    {
        await using var world = await product.Start(database);
        await Owner.Create(world);

        using var answer = await world.Client.Submit("/sign-in", "sign-in", ("Form.User", user), ("Form.Password", "not the password"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("That name and password do not go together.");
    }

    [Theory, OnBothDatabases]
    public async Task Ten_wrong_passwords_close_the_account_for_a_while_even_to_the_right_one(Database database)
    {
        await using var world = await product.Start(database);
        await Owner.Create(world);
        for (var i = 0; i < 10; i++)
        {
            using var guesser = Owner.From(world, $"127.0.1.{i + 1}");
            await guesser.Submit("/sign-in", "sign-in", ("Form.User", Owner.Email), ("Form.Password", $"guess number {i}"));
        }

        using var answer = await world.Client.Submit("/sign-in", "sign-in", ("Form.User", Owner.Email), ("Form.Password", Owner.Password));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("There were too many wrong tries.");
    }

    [Theory, OnBothDatabases]
    public async Task More_than_ten_tries_a_minute_from_one_address_must_wait(Database database)
    {
        await using var world = await product.Start(database);
        await Owner.Create(world);
        for (var i = 0; i < 10; i++)
            (await Guess(world)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        using var answer = await Guess(world);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("There were too many tries in a minute.");
        (await world.Client.GetAsync(new Uri("/sign-in", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK, "looking is free");
    }

    [Theory, OnBothDatabases]
    public async Task A_form_without_its_token_changes_nothing(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        using var answer = await visitor.PostAsync(new Uri("/sign-out", UriKind.Relative), new FormUrlEncodedContent([]), Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("This page was out of date");
        (await visitor.GetAsync(new Uri("/more", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task The_API_takes_a_change_from_a_session_only_with_a_token(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();
        var ana = await Ana(world);

        using var forged = await visitor.PostAsync(new Uri("/api/interactions", UriKind.Relative), Call(ana), Ct);
        using var proven = await visitor.Call(HttpMethod.Post, "/api/interactions", new { person = ana, channel = "call", direction = "both" });

        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await forged.Content.ReadAsStringAsync(Ct)).ShouldContain("token.missing");
        proven.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await world.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Two_owners_of_one_installation_do_not_meet(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await Ana(world);
        using var neighbour = await world.SignIn(await world.AddWorkspace("Ben's network"));

        using var answer = await neighbour.Call(HttpMethod.Post, "/api/interactions", new { person = ana, channel = "call", direction = "both" });

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await world.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_request_of_more_than_a_megabyte_is_not_read(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        using var answer = await visitor.Call(HttpMethod.Post, "/api/interactions", new { note = new string('x', 1_100_000) });

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static async Task<Guid> Ana(World world)
    {
        await world.Change(db => db.Add(new Person { Id = db.NewId(), FullName = "Ana Finch" }));
        return await world.Ask(db => db.People.Select(person => person.Id).SingleAsync(Ct));
    }

    private static System.Net.Http.Json.JsonContent Call(Guid person) => System.Net.Http.Json.JsonContent.Create(new { person, channel = "call", direction = "both" });

    private static Task<HttpResponseMessage> Guess(World world) =>
        world.Client.Submit("/sign-in", "sign-in", ("Form.User", "nobody@example.com"), ("Form.Password", "a guess of somebody"));
}
