using System.Net;
using System.Text.RegularExpressions;
using Kith.App.Tests.Fixtures;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Kith.App.Tests.Accounts;

public sealed partial class DoorTests(Product product)
{
    // Everything a stranger may reach. A new entry here is a decision about security.
    private static readonly string[] open =
    [
        "/healthz", "/sign-in", "/sign-out", "/welcome", "/passkeys/request", "/passkeys/first",
        // The card of a hand-out: whoever has its address may see it, save it and write back.
        "/c/01890000-0000-7000-8000-000000000000/", "/c/01890000-0000-7000-8000-000000000000", "/c/01890000-0000-7000-8000-000000000000/vcard", "/c/01890000-0000-7000-8000-000000000000/photo",
        // A feedback link: whoever has its address may answer once.
        "/f/01890000-0000-7000-8000-000000000000/", "/f/01890000-0000-7000-8000-000000000000",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_stranger_is_sent_to_the_door_from_every_address_that_is_not_open(Database database)
    {
        await using var world = await product.Start(database);
        await world.Session();
        var addresses = Addresses(world).ToList();
        addresses.Count.ShouldBeGreaterThan(10);

        var leaks = new List<string>();
        foreach (var (method, path) in addresses.Where(address => !open.Contains(address.Path)))
        {
            using var answer = await world.Client.SendAsync(new(method, path), Ct);
            var sentAway = answer.StatusCode == HttpStatusCode.Unauthorized || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal));
            if (!sentAway) leaks.Add($"{method} {path}: {answer.StatusCode}");
        }

        leaks.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_stranger_learns_from_an_address_that_does_not_exist_as_much_as_from_one_that_does(Database database)
    {
        await using var world = await product.Start(database);
        await world.Session();

        (await world.Client.GetAsync(new Uri("/nonsense", UriKind.Relative), Ct)).Headers.Location!.OriginalString.ShouldBe("/sign-in?returnUrl=%2Fnonsense");
        (await world.Client.GetAsync(new Uri("/api/nonsense", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnBothDatabases]
    public async Task The_API_refuses_a_stranger_with_a_problem_document(Database database)
    {
        await using var world = await product.Start(database);

        using var answer = await world.Client.PostAsync(new Uri("/api/interactions", UriKind.Relative), null, Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    private static IEnumerable<(HttpMethod Method, string Path)> Addresses(World world) =>
        from endpoint in world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        let path = "/" + Parameter().Replace(endpoint.RoutePattern.RawText ?? "", "01890000-0000-7000-8000-000000000000").TrimStart('/')
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        select (new HttpMethod(method), path);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
