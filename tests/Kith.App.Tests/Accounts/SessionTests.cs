using System.Net;
using Kith.App.Tests.Fixtures;

namespace Kith.App.Tests.Accounts;

public sealed class SessionTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Somebody_who_is_signed_in_sees_the_frame_with_their_name(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        (await visitor.Read("/more")).QuerySelector(".rail-user-name")!.TextContent.ShouldBe(world.Workspace.Name);
    }

    [Theory, OnBothDatabases]
    public async Task Signing_out_ends_the_session(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        var left = await visitor.Submit("/more", "/sign-out");

        left.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        (await visitor.GetAsync(new Uri("/more", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
