using System.Net;
using System.Text.Json.Nodes;
using Kith.App.Tests.Fixtures;

namespace Kith.App.Tests.Accounts;

public sealed class UserVerbTests(Product product)
{
    [Theory, OnBothDatabases]
    public async Task A_forgotten_password_is_replaced_on_the_machine_itself(Database database)
    {
        await using var world = await product.Start(database);
        await Owner.Create(world);

        var set = JsonNode.Parse((await world.Run("user", "password", Owner.Email, "--json")).Output)!;

        set["name"]!.GetValue<string>().ShouldBe(Owner.Email);
        (await world.Client.Submit("/sign-in", "sign-in", ("Form.User", Owner.Email), ("Form.Password", Owner.Password))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await world.Client.Submit("/sign-in", "sign-in", ("Form.User", Owner.Email), ("Form.Password", set["password"]!.GetValue<string>()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnBothDatabases]
    public async Task The_command_line_tells_who_can_sign_in(Database database)
    {
        await using var world = await product.Start(database);
        await Owner.Create(world);

        var user = JsonNode.Parse((await world.Run("user", "--json")).Output)!.AsArray().ShouldHaveSingleItem()!;

        user["name"]!.GetValue<string>().ShouldBe(Owner.Email);
        user["called"]!.GetValue<string>().ShouldBe("Ada Harbor");
        user["password"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_gets_a_password_who_has_no_account(Database database)
    {
        await using var world = await product.Start(database);

        var outcome = await world.Run("user", "password", "ben@example.com");

        outcome.Exit.ShouldBe(1);
        outcome.Error.ShouldContain("Nobody signs in as");
    }
}
