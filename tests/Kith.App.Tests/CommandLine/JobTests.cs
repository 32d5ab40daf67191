using System.IO.Compression;
using Kith.App.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.CommandLine;

/// <summary>The main job on the command line: an export goes in, Today comes out, one thing is done and seen.</summary>
public sealed class JobTests(Product product)
{
    private const string Connections = """
        Notes:
        "When exporting your connection data, you may notice that some of the email addresses are missing."

        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Ada,Harbor,https://www.linkedin.com/in/ada-harbor,ada@example.com,Harbor & Finch,Head of Data,04 Mar 2030
        Ben,Finch,https://www.linkedin.com/in/ben-finch,,Lumen Foundry,Engineer,01 Feb 2029
        Łucja,Wróbel,https://www.linkedin.com/in/lucja-wrobel,,Harbor & Finch,Analyst,05 Jan 2028
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_export_goes_in_and_today_comes_out(Database database)
    {
        await using var world = await product.Start(database);
        var export = await Export(world, Connections);

        var imported = await world.Json("import", export);
        imported["people"]!.GetValue<int>().ShouldBe(3);
        imported["organisations"]!.GetValue<int>().ShouldBe(2);
        imported["exchanges"]!.GetValue<int>().ShouldBe(3);
        imported["files"]![0]!.ShouldSatisfyAllConditions(
            file => file.Text("kind").ShouldBe("linkedin"),
            file => file["read"]!.GetValue<int>().ShouldBe(3),
            file => file["added"]!.GetValue<int>().ShouldBe(3),
            file => file["updated"]!.GetValue<int>().ShouldBe(0),
            file => file["unchanged"]!.GetValue<int>().ShouldBe(0),
            file => file["proposed"]!.GetValue<int>().ShouldBe(0),
            file => file["issues"]!.AsArray().ShouldBeEmpty());
        imported["seconds"]!.GetValue<double>().ShouldBeGreaterThan(0);

        var goal = await world.Json("goal", "set", "--role", "Head of data", "--by", "2030-12-31", "--hours", "6", "--criterion", "a kind boss", "--target", "Harbor & Finch");
        goal.Text("roleFamily").ShouldBe("Head of data");
        goal.Text("deadline").ShouldBe("2030-12-31");
        goal["targets"]![0]!["organisation"]!.Text("name").ShouldBe("Harbor & Finch");
        goal["criteria"]!.AsArray().Select(c => c!["text"]!.GetValue<string>()).ShouldBe(["a kind boss"]);

        var today = (await world.Json("today", "--on", "2030-03-06")).AsArray();
        var first = today[0]!;
        first.Text("action").ShouldBe("follow-up");
        first["person"]!["name"]!.Text("full").ShouldBe("Ada Harbor");
        first["organisation"]!.Text("name").ShouldBe("Harbor & Finch");
        first["score"]!.GetValue<double>().ShouldBeGreaterThan(0);
        first["minutes"]!.GetValue<int>().ShouldBeGreaterThan(0);
        first["reasons"]!.AsArray().ShouldAllBe(reason => reason!.Text("code").Length > 0 && reason!.Text("text").Length > 0 && reason!["weight"]!.GetValue<double>() > 0);
        (await world.Json("today", "--limit", "1")).AsArray().Count.ShouldBe(1);

        var logged = await world.Json("log", first["person"]!.Text("id"), "--channel", "mail", "--direction", "out");
        logged["loops"]!.AsArray().Count.ShouldBe(1);
        (await world.Json("today")).AsArray().ShouldNotContain(row => row!.Text("action") == "follow-up" && row!["person"]!["name"]!.Text("full") == "Ada Harbor");

        var ada = await world.Json("person", "ada-harbor");
        ada.Text("stage").ShouldBe("contacted");
        ada["emails"]![0]!.Text("value").ShouldBe("ada@example.com");
        ada["timeline"]!.AsArray().Select(moment => moment!.Text("kind")).ShouldContain("interaction");
        ada["strength"]!.GetValue<int>().ShouldBeGreaterThan(0);
        ada.Text("brief").ShouldNotBeEmpty();
        ada.AsObject().ShouldNotContainKey("birthday");

        var undone = await world.Run("undo", imported.Text("batch"), "--json");
        undone.Exit.ShouldBe(1, "Ada has a later history, so she stays");
        (await world.Json("people")).AsArray().Select(p => p!["name"]!.Text("full")).ShouldBe(["Ada Harbor"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_export_twice_changes_nothing(Database database)
    {
        await using var world = await product.Start(database);
        var export = await Export(world, Connections);
        await world.Json("import", export);

        var again = await world.Json("import", export);

        again.AsObject().ShouldNotContainKey("batch");
        again["people"]!.GetValue<int>().ShouldBe(0);
        again["files"]![0]!["unchanged"]!.GetValue<int>().ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task A_dry_run_tells_and_changes_nothing(Database database)
    {
        await using var world = await product.Start(database);

        var told = await world.Json("import", await Export(world, Connections), "--dry-run");

        told["people"]!.GetValue<int>().ShouldBe(3);
        told.AsObject().ShouldNotContainKey("batch");
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_broken_row_is_named_by_its_line_and_the_rest_goes_in(Database database)
    {
        await using var world = await product.Start(database);

        var outcome = await world.Run("import", await Export(world, Connections + "\nCara,Quill,https://www.linkedin.com/in/cara-quill"), "--json");

        outcome.Exit.ShouldBe(1);
        var file = outcome.Document()["files"]![0]!;
        file["issues"]![0]!["line"]!.GetValue<int>().ShouldBe(8);
        file["issues"]![0]!.Text("message").ShouldNotBeEmpty();
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_that_is_no_export_is_refused_in_one_sentence(Database database)
    {
        await using var world = await product.Start(database);
        var path = Path.Combine(world.Storage.Folder, "photo.zip");
        await File.WriteAllTextAsync(path, "not a zip", Ct);

        var refused = await world.Run("import", path, "--json");
        var missing = await world.Run("import", path + ".gone", "--json");

        refused.Exit.ShouldBe(1);
        refused.Document()["error"]!.Text("message").ShouldNotBeEmpty();
        missing.Exit.ShouldBe(1);
        missing.Document()["error"]!.Text("code").ShouldBe("file.unknown");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_not_named_of_a_goal_stays_as_it_is(Database database)
    {
        await using var world = await product.Start(database);
        (await world.Run("goal")).Exit.ShouldBe(1, "there is no goal yet");
        await world.Json("goal", "set", "--role", "Head of data", "--field", "Energy", "--target", "Harbor & Finch", "--target", "Lumen Foundry");

        await world.Json("goal", "set", "--place", "Rotterdam");

        var goal = await world.Json("goal");
        goal.Text("roleFamily").ShouldBe("Head of data");
        goal.Text("field").ShouldBe("Energy");
        goal.Text("place").ShouldBe("Rotterdam");
        goal["targets"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task People_are_found_by_the_beginning_of_any_word(Database database)
    {
        await using var world = await product.Start(database);
        await world.Json("import", await Export(world, Connections));

        (await Found(world, "wrob")).ShouldBe(["Łucja Wróbel"]);
        (await Found(world, "lumen eng")).ShouldBe(["Ben Finch"]);
        (await Found(world, "nobody")).ShouldBeEmpty();
        (await world.Json("people", "--limit", "2")).AsArray().Count.ShouldBe(2);
        (await world.Run("people", "--query", "wrob")).Output.ShouldContain("Łucja Wróbel");
    }

    [Theory, OnBothDatabases]
    public async Task History_names_the_batches_that_undo_takes(Database database)
    {
        await using var world = await product.Start(database);
        var imported = await world.Json("import", await Export(world, Connections));

        var history = (await world.Json("history")).AsArray();

        history.Single()!.Text("batch").ShouldBe(imported.Text("batch"));
        (await world.Json("undo", history.Single()!.Text("batch")))["kept"]!.AsArray().ShouldBeEmpty();
        (await world.Json("people")).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_does_not_wait_for_somebody_who_writes()
    {
        await using var world = await product.Start(Database.Sqlite);
        await using var writer = new SqliteConnection($"Data Source={world.Storage.SqliteFile}");
        await writer.OpenAsync(Ct);
        await using var import = await writer.BeginTransactionAsync(Ct);

        (await world.Run("people")).Exit.ShouldBe(0);
        (await world.Run("today")).Exit.ShouldBe(0);
    }

    private static async Task<List<string>> Found(World world, string text) =>
        [.. (await world.Json("people", "--query", text)).AsArray().Select(p => p!["name"]!.Text("full"))];

    private static async Task<string> Export(World world, string connections)
    {
        var path = Path.Combine(world.Storage.Folder, "export.zip");
        await using var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create, Ct);
        await using var lines = new StreamWriter(await zip.CreateEntry("Connections.csv").OpenAsync(Ct));
        await lines.WriteAsync(connections);
        return path;
    }
}
