using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kith.App.Tests.CommandLine;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Audiences;

public sealed class VerbTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_list_is_brought_in_valued_shown_and_taken_back_from_the_command_line(Database database)
    {
        await using var world = await product.Start(database);
        (await world.Run("lamp")).Error.ShouldContain("Set a goal first");
        await world.Run("goal", "set", "--role", "Head of data");
        var file = Path.Combine(world.Storage.Folder, "targets.csv");
        await File.WriteAllTextAsync(file, "name,motivation\nLumen,2\nTidewater,x\n", Ct);

        var came = await world.Run("lamp", "import", file, "--json");
        await world.Json("lamp", "set", "Quay Labs", "--motivation", "3", "--posting", "1");

        came.Exit.ShouldBe(1, "a line was left out");
        came.Document()["issues"]![0]!["line"]!.GetValue<int>().ShouldBe(3);
        var board = await world.Json("lamp");
        board["rows"]!.AsArray().Select(r => r!.Text("name")).ShouldBe(["Quay Labs", "Lumen"]);
        board["gaps"]![0]!.GetValue<string>().ShouldBe("No advocate at 2 of your top 2");
        (await world.Run("lamp")).Output.ShouldContain("Quay Labs");
        await world.Json("undo", came.Document().Text("batch"));
        (await world.Json("lamp"))["total"]!.GetValue<int>().ShouldBe(1);
        await world.Json("lamp", "set", "QUAY labs", "--remove");
        (await world.Json("lamp"))["total"]!.GetValue<int>().ShouldBe(0);
        (await world.Run("lamp", "set", "Lumen", "--motivation", "4")).Error.ShouldContain("0 to 3");
    }

    [Theory, OnBothDatabases]
    public async Task An_audience_is_set_shown_and_removed_and_a_role_noted_from_the_command_line(Database database)
    {
        await using var world = await product.Start(database);
        var desk = new Desk(world);
        await desk.Works(await desk.Person("Ana Kovač"), "Lumen");

        await world.Json("audience", "set", "Champions", "--titles", "data", "--role", "champion");
        (await world.Json("audience", "show", "champions"))["people"]![0]!["score"]!.GetValue<int>().ShouldBe(50);
        (await world.Json("audience", "role", "lumen", "Ana", "champion")).Text("role").ShouldBe("champion");
        (await world.Run("audience")).Output.ShouldContain("Champions: 1 fit, 0 in part (title: data; champion)");
        (await world.Json("audience", "contacts", "Lumen"))["contacts"]![0]!.Text("role").ShouldBe("champion");
        await world.Json("audience", "role", "Lumen", "Ana");
        await world.Json("audience", "set", "champions", "--deciders");
        (await world.Run("audience", "show", "Champions")).Output.ShouldContain("100  Ana Kovač, Head of data, Lumen: + \"Head of data\" usually decides about hiring");
        await world.Json("audience", "set", "Champions", "--remove");

        (await world.Ask(db => db.Audiences.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Stakeholders.CountAsync(Ct))).ShouldBe(0);
        (await world.Run("audience", "show", "Champions")).Exit.ShouldBe(1);
        (await world.Run("audience", "set", "Everybody")).Error.ShouldContain("Ask for something");
    }

    [Theory, OnBothDatabases]
    public async Task The_same_is_asked_over_http(Database database)
    {
        await using var world = await product.Start(database);
        var desk = new Desk(world);
        var ana = await desk.Person("Ana Kovač");
        var lumen = await desk.Works(ana, "Lumen");
        using var ada = await world.SignIn();
        (await ada.Call(HttpMethod.Put, "/api/goal", new { roleFamily = "Data manager" })).EnsureSuccessStatusCode();

        (await ada.Call(HttpMethod.Post, "/api/lamp", new { organisation = lumen, motivation = 2 })).EnsureSuccessStatusCode();
        (await ada.Call(HttpMethod.Post, "/api/lamp/import", new { lines = "Lumen,3\nQuay" })).EnsureSuccessStatusCode();
        (await ada.Call(HttpMethod.Post, "/api/organisations/roles", new { person = ana, organisation = lumen, role = "evaluator" })).EnsureSuccessStatusCode();
        (await ada.Call(HttpMethod.Post, "/api/audiences", new { name = "Evaluators", role = "evaluator" })).EnsureSuccessStatusCode();

        var board = await ada.GetFromJsonAsync<JsonNode>(new Uri("/api/lamp", UriKind.Relative), Ct);
        board!["rows"]!.AsArray().Select(r => $"{r!["name"]} {r["motivation"]}").ShouldBe(["Lumen 3", "Quay "]);
        var values = board["rows"]!.AsArray().Select(r => new { target = r!["target"]!.GetValue<Guid>(), motivation = 1, posting = 2 }).ToArray();
        (await ada.Call(HttpMethod.Put, "/api/lamp", new { values })).EnsureSuccessStatusCode();
        var audience = (await ada.GetFromJsonAsync<JsonNode>(new Uri("/api/audiences", UriKind.Relative), Ct))![0]!;
        (audience["name"]!.GetValue<string>(), audience["whole"]!.GetValue<int>()).ShouldBe(("Evaluators", 1));
        (await ada.GetFromJsonAsync<JsonNode>(new Uri($"/api/audiences/{audience["id"]}", UriKind.Relative), Ct))!["people"]![0]!["reasons"]![0]!["text"]!.GetValue<string>().ShouldBe("evaluator in the decision");
        (await ada.GetFromJsonAsync<JsonNode>(new Uri($"/api/organisations/{lumen}/contacts", UriKind.Relative), Ct))!["contacts"]![0]!["grounds"]![0]!["text"]!.GetValue<string>().ShouldBe("works on data, as the role you want does");
        (await world.Ask(db => db.Targets.Select(t => t.Posting).Distinct().ToListAsync(Ct))).ShouldBe([2]);
    }
}
