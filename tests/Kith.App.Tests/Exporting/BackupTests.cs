using Kith.App.Tests.CommandLine;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Exporting;

/// <summary>A backup copies an installation that is at work; restoring puts it into a folder that is not.</summary>
public sealed class BackupTests(Product product) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kith-restored-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Elsewhere => Path.Combine(folder.FullName, "data");

    private string File => Path.Combine(folder.FullName, "backup.zip");

    [Fact]
    public async Task A_backup_made_while_somebody_writes_is_sound_elsewhere()
    {
        await using var world = await product.Start(Database.Sqlite);
        await world.Run("sample");
        (await world.SignIn()).Dispose();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var written = 0;
        var writer = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    await world.Change(db => db.AddRange(Enumerable.Range(0, 50).Select(n => new Person { Id = db.NewId(), FullName = $"Late Comer {n}" })));
                    Interlocked.Add(ref written, 50);
                }
            },
            Ct);
        while (Volatile.Read(ref written) < 100)
            await Task.Delay(10, Ct);
        var before = await world.Ask(db => db.People.CountAsync(Ct));

        var copied = await world.Json("backup", File);
        await stop.CancelAsync();
        await writer;
        var after = await world.Ask(db => db.People.CountAsync(Ct));

        copied["keys"]!.GetValue<int>().ShouldBe(1);
        var restored = await Shell.Run(Elsewhere, world.Clock, "restore", File, "--json");
        restored.Exit.ShouldBe(0, restored.Error);
        var doctor = await Shell.Run(Elsewhere, world.Clock, "doctor", "--json");
        doctor.Exit.ShouldBe(0, doctor.Output);
        doctor.Document()["counts"]!["people"]!.GetValue<int>().ShouldBeInRange(before, after);
        Directory.GetFiles(Path.Combine(Elsewhere, "keys")).Select(Path.GetFileName).ShouldBe(Directory.GetFiles(world.Storage.Keys).Select(Path.GetFileName));
        Directory.GetFileSystemEntries(Elsewhere).Select(Path.GetFileName).ShouldNotContain(name => name!.StartsWith("restore", StringComparison.Ordinal) || name.StartsWith("replaced", StringComparison.Ordinal));
        Directory.GetFiles(world.Storage.Incoming).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_the_folder_is_served_nothing_is_restored_into_it()
    {
        await using var world = await product.Start(Database.Sqlite);
        await world.Run("sample");
        await world.Run("backup", File);

        var outcome = await world.Run("restore", File, "--force", "--json");

        outcome.Exit.ShouldBe(1);
        outcome.Document()["error"]!.Text("code").ShouldBe("folder.in-use");
        outcome.Error.ShouldContain("Stop it first");
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task What_is_in_the_folder_is_replaced_only_when_that_is_said()
    {
        await using var world = await product.Start(Database.Sqlite);
        await world.Run("sample");
        await world.Run("backup", File);
        await Shell.Run(Elsewhere, world.Clock, "goal", "set", "--role", "Gardener");
        SqliteConnection.ClearAllPools();

        var kept = await Shell.Run(Elsewhere, world.Clock, "restore", File, "--json");
        kept.Document()["error"]!.Text("code").ShouldBe("restore.not-empty");
        (await Shell.Run(Elsewhere, world.Clock, "goal")).Output.ShouldContain("Gardener");

        (await Shell.Run(Elsewhere, world.Clock, "restore", File, "--force")).Exit.ShouldBe(0);
        (await Shell.Run(Elsewhere, world.Clock, "goal")).Output.ShouldNotContain("Gardener");
        (await Shell.Run(Elsewhere, world.Clock, "doctor")).Exit.ShouldBe(0);
    }

    [Theory]
    [InlineData("kith.db", "restore.damaged")]
    [InlineData("keys/../../evil.xml", "zip.path")]
    [InlineData("keys/evil.sh", "restore.strange")]
    public async Task A_backup_that_is_not_what_it_says_changes_nothing(string name, string code)
    {
        await using (var target = System.IO.File.Create(File))
        {
            using var zip = new Kith.Formats.Sealed.SealedZipWriter(target, "kith-backup", 1);
            await zip.Add("kith.db", async output => await output.WriteAsync("no database"u8.ToArray(), Ct));
            if (name != "kith.db")
                await zip.Add(name, async output => await output.WriteAsync("x"u8.ToArray(), Ct));
            zip.Finish(DateTime.UnixEpoch);
        }

        var outcome = await Shell.Run(Elsewhere, TimeProvider.System, "restore", File, "--json");

        outcome.Exit.ShouldBe(1);
        outcome.Document()["error"]!.Text("code").ShouldBe(code);
        System.IO.File.Exists(Path.Combine(Elsewhere, "kith.db")).ShouldBeFalse();
        Directory.GetFiles(folder.FullName, "evil*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused()
    {
        await using var world = await product.Start(Database.Sqlite);
        await world.Ask(db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990101000000_Tomorrow', '99.0.0')", Ct));
        await world.Run("backup", File);

        var outcome = await Shell.Run(Elsewhere, world.Clock, "restore", File, "--json");

        outcome.Document()["error"]!.Text("code").ShouldBe("restore.newer");
        System.IO.File.Exists(Path.Combine(Elsewhere, "kith.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task An_archive_is_no_backup()
    {
        await using var world = await product.Start(Database.Sqlite);
        var archive = await world.Export();

        (await Shell.Run(Elsewhere, world.Clock, "restore", archive)).Error.ShouldContain("This is no kith-backup");
    }

    [Fact]
    public async Task On_PostgreSQL_the_command_that_backs_up_is_told_and_works()
    {
        await using var world = await product.Start(Database.Postgres);
        await world.Run("sample");
        var dump = Path.Combine(folder.FullName, "it's all.dump");

        var outcome = await world.Run("backup", dump, "--json");

        outcome.Exit.ShouldBe(1);
        outcome.Document()["error"]!.Text("code").ShouldBe("backup.postgres");
        var told = outcome.Error[outcome.Error.IndexOf("pg_dump", StringComparison.Ordinal)..];
        (await Command.Run("sh", "-c", told[..(told.IndexOf(".dump'", StringComparison.Ordinal) + ".dump'".Length)])).ShouldBeEmpty();
        new FileInfo(dump).Length.ShouldBeGreaterThan(10_000);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
