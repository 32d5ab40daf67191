using System.Net;
using Kith.App.Tests.Fixtures;

namespace Kith.App.Tests.Accounts;

public sealed class HeaderTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [OnBothDatabases("/sign-in"), OnBothDatabases("/more"), OnBothDatabases("/settings"), OnBothDatabases("/nonsense"), OnBothDatabases("/api/nonsense"), OnBothDatabases("/healthz"), OnBothDatabases("/kith.css")]
    public async Task Every_answer_tells_the_browser_to_trust_nothing_foreign(Database database, string path)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), Ct);

        var policy = Only(answer, "Content-Security-Policy");
        policy.ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        Only(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Only(answer, "Referrer-Policy").ShouldBe("same-origin");
        Only(answer, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Only(answer, "Permissions-Policy").ShouldContain("camera=()");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task No_page_stays_in_a_cache(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        foreach (var path in new[] { "/more", "/settings", "/nonsense" })
            (await visitor.GetAsync(new Uri(path, UriKind.Relative), Ct)).Headers.CacheControl!.NoStore.ShouldBeTrue(path);
    }

    [Theory, OnBothDatabases]
    public async Task The_session_cookie_is_out_of_reach_for_scripts_and_other_sites(Database database)
    {
        await using var world = await product.Start(database);
        await Owner.Create(world);

        using var answer = await world.Client.Submit("/sign-in", "sign-in", ("Form.User", Owner.Email), ("Form.Password", Owner.Password));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("kith-session=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldContain("expires=");
    }

    [Theory, OnBothDatabases]
    public async Task A_page_that_does_not_exist_says_so_within_the_frame(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        using var answer = await visitor.GetAsync(new Uri("/nonsense", UriKind.Relative), Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("There is nothing here");
    }

    [Theory, OnBothDatabases]
    public async Task A_missing_operation_is_a_problem_document(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        using var answer = await visitor.GetAsync(new Uri("/api/nonsense", UriKind.Relative), Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    private static string Only(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).ShouldHaveSingleItem();
}
