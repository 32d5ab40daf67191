using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.CommandLine;

public sealed class DoctorTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_sound_installation_is_told_sound(Database database)
    {
        await using var world = await product.Start(database);
        await world.Run("sample");

        var found = await world.Json("doctor");

        found["healthy"]!.GetValue<bool>().ShouldBeTrue();
        found.Text("provider").ShouldBe(database == Database.Sqlite ? "sqlite" : "postgres");
        found["checks"]!.AsArray().ShouldAllBe(check => check!.Text("state") == "ok");
        found["counts"]!["people"]!.GetValue<int>().ShouldBeGreaterThan(100);
    }

    [Theory, OnBothDatabases]
    public async Task Computed_columns_that_drifted_are_found_and_rebuilt(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db => db.Add(new Person { Id = db.NewId(), FullName = "Ada Harbor" }));
        await world.Ask(db => db.People.ExecuteUpdateAsync(p => p.SetProperty(x => x.SearchText, "nonsense"), Ct));

        var before = await world.Run("doctor", "--json");
        before.Exit.ShouldBe(1);
        State(before, "projections").ShouldBe("broken");

        (await world.Run("doctor", "--rebuild")).Exit.ShouldBe(0);
        (await world.Ask(db => db.People.SingleAsync(Ct))).SearchText.ShouldBe("ada harbor");
        State(await world.Run("doctor", "--json"), "projections").ShouldBe("ok");
    }

    [Fact]
    public async Task A_search_index_out_of_step_is_found_and_rebuilt()
    {
        await using var world = await product.Start(Database.Sqlite);
        await world.Change(db => db.Add(new Person { Id = db.NewId(), FullName = "Ada Harbor" }));
        await world.Ask(db => db.Database.ExecuteSqlRawAsync("INSERT INTO people_search(people_search) VALUES ('delete-all')", Ct));

        var before = await world.Run("doctor", "--json");
        before.Exit.ShouldBe(1);
        State(before, "search").ShouldBe("broken");

        (await world.Run("doctor", "--rebuild")).Exit.ShouldBe(0);
        (await world.Ask(db => db.PeopleMatching("ada").CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task A_role_above_row_level_security_is_found()
    {
        await using var world = await product.Start(Database.Postgres);
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exit = await Kith.CommandLine.Root.Run(["doctor", "--json", "--data", world.Storage.Folder], output, error, name => name == "KITH_POSTGRES" ? world.Postgres!.ForSetUp : null, world.Clock);

        exit.ShouldBe(1);
        State(new(exit, output.ToString(), ""), "row security").ShouldBe("broken");
    }

    [Fact]
    public async Task A_folder_open_to_others_is_a_warning_and_can_be_closed()
    {
        await using var world = await product.Start(Database.Sqlite);
        const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(world.Storage.Folder, Open);

        State(await world.Run("doctor", "--json"), "folder").ShouldBe("warning");
        State(await world.Run("doctor", "--rebuild", "--json"), "folder").ShouldBe("ok");
        State(await world.Run("doctor", "--json"), "folder").ShouldBe("ok");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said_to_be_none()
    {
        await using var world = await product.Start(Database.Sqlite);
        var folder = Directory.CreateDirectory(Path.Combine(world.Storage.Folder, "other")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "kith.db"), new string('x', 8192), Ct);
        using var output = new StringWriter();
        using var error = new StringWriter();

        (await Kith.CommandLine.Root.Run(["doctor", "--data", folder], output, error)).ShouldBe(1);

        error.ToString().ShouldContain("not a database");
    }

    private static string State(Outcome outcome, string name) =>
        outcome.Document()["checks"]!.AsArray().Single(check => check!.Text("name") == name)!.Text("state");
}
