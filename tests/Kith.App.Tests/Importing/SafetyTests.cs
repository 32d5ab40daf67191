using System.Diagnostics;
using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Data.Jobs;
using Kith.Domain;
using Kith.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kith.App.Tests.Importing;

public sealed class SafetyTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Export Huge => new Export()
        .Connections([.. Enumerable.Range(0, 40_000).Select(n => $"Person,Number{n},{Export.Url($"person-{n}")},,Company {n % 700},Analyst,12 Mar 2024")]);

    private static Export Many => new Export()
        .Connections([.. Enumerable.Range(0, 5_000).Select(n => $"Person,Number{n},{Export.Url($"person-{n}")},,Company {n % 700},Analyst,12 Mar 2024")])
        .Messages(Export.FromAda("person-7", "2024-03-13 09:00:00", "Good to meet you"), Export.ToAda("person-8", "2024-03-13 09:00:00", "Hello"));

    [Theory, OnBothDatabases]
    public async Task An_import_that_stops_half_way_leaves_nothing_and_then_completes(Database database)
    {
        await using var world = await product.Start(database);
        var before = await ImportTests.Counts(world);

        await Should.ThrowAsync<InvalidOperationException>(() => world.Import(Many, progress: p => Stop(p.Rows > 4_500)));

        (await ImportTests.Counts(world)).ShouldBe(before);
        (await world.Ask(db => db.Batches.CountAsync(Ct))).ShouldBe(0);
        (await world.Import(Many)).People.ShouldBe(5_000);
        (await world.Ask(db => Projections.Rebuild(db, Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task A_killed_process_leaves_nothing_and_the_next_one_completes()
    {
        await using var world = await product.Start(Database.Sqlite);
        var before = await ImportTests.Counts(world);
        var path = Path.Combine(world.Storage.Folder, Imports.Archive);
        await File.WriteAllBytesAsync(path, Huge.Zip(), Ct);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "kith.dll"), "import", path, "--data", world.Storage.Folder, "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        // Rows that are written and not yet committed lie in the write-ahead log.
        var log = new FileInfo(world.Storage.SqliteFile + "-wal");
        while (!process.HasExited && (!log.Exists || log.Length < 4 << 20))
        {
            await Task.Delay(20, Ct);
            log.Refresh();
        }
        process.HasExited.ShouldBeFalse("it has to be killed half way");
        process.Kill();
        await process.WaitForExitAsync(Ct);

        (await ImportTests.Counts(world)).ShouldBe(before);
        (await world.Ask(db => db.Batches.CountAsync(Ct))).ShouldBe(0);
        (await world.Import(Many)).People.ShouldBe(5_000);
    }

    [Theory, OnBothDatabases]
    public async Task Two_imports_at_once_bring_everybody_once(Database database)
    {
        await using var world = await product.Start(database);

        var both = await Task.WhenAll(world.Import(Many), world.Import(Many));

        both.Select(i => i.People).Order().ShouldBe([0, 5_000]);
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(5_001);
        (await world.Ask(db => db.Exchanges.CountAsync(Ct))).ShouldBe(5_000);
    }

    [Theory, OnBothDatabases]
    public async Task Another_workspace_is_left_alone(Database database)
    {
        await using var world = await product.Start(database);
        var neighbour = await world.AddWorkspace("Ben's network");
        var export = new Export().Connections($"Ben,Adler,{Export.Url("ben-adler")},,Harbor & Finch,Head of Data,12 Mar 2024");
        await world.Import(export, within: neighbour);

        (await world.Import(export)).People.ShouldBe(1);

        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(1);
        (await world.Ask(db => db.People.CountAsync(Ct), neighbour)).ShouldBe(1);
        (await world.Ask(db => db.Changes.CountAsync(Ct), neighbour)).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Work_done_since_survives_undo_and_is_told(Database database)
    {
        await using var world = await product.Start(database);
        var imported = await world.Import(new Export().Connections(
            $"Ben,Adler,{Export.Url("ben-adler")},,Harbor & Finch,Head of Data,12 Mar 2024", $"Cleo,Moss,{Export.Url("cleo-moss")},,Harbor & Finch,Analyst,2 Jan 2023"));
        await world.Ask(async db =>
        {
            (await db.People.SingleAsync(p => p.LinkedIn == "ben-adler", Ct)).Notes = "Knows everybody in Lisbon";
            return await db.SaveChangesAsync(Ct);
        });

        var undone = await world.Undo(imported.Batch!.Value);

        undone.Kept.Single().Noun.ShouldBe(nameof(Person));
        (await world.Ask(db => db.People.Select(p => p.FullName).ToListAsync(Ct))).ShouldBe(["Ben Adler"]);
        (await world.Ask(db => db.Positions.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_later_import_goes_back_although_somebody_was_met_since(Database database)
    {
        await using var world = await product.Start(database);
        await world.Import(new Export().Connections($"Ben,Adler,{Export.Url("ben-adler")},,Harbor & Finch,Head of Data,12 Mar 2024"));
        var later = await world.Import(new Export().Connections($"Ben,Adler,{Export.Url("ben-adler")},,Northwind Mills,Director of Data,12 Mar 2024")
            .Messages(Export.ToAda("ben-adler", "2024-05-01 10:00:00", "I have moved")));
        (await world.Run("log", "Ben Adler", "--channel", "call", "--direction", "both")).Exit.ShouldBe(0);

        (await world.Undo(later.Batch!.Value)).Kept.ShouldBeEmpty();

        var positions = await world.Ask(db => db.Positions.Select(p => new { p.Title, p.IsCurrent, p.To }).ToListAsync(Ct));
        positions.Select(p => (p.Title, p.IsCurrent, p.To)).ShouldBe([("Head of Data", true, null)]);
        (await world.Ask(db => db.Interactions.Select(i => i.Channel).ToListAsync(Ct))).ShouldBe([Channel.Call]);
        (await world.Ask(db => db.People.Where(p => !p.IsSelf).Select(p => p.Headline).SingleAsync(Ct))).ShouldBe("Head of Data, Harbor & Finch");
    }

    [Theory, OnBothDatabases]
    public async Task What_was_changed_since_of_a_later_import_stays_and_is_told(Database database)
    {
        await using var world = await product.Start(database);
        await world.Import(new Export().Connections($"Ben,Adler,{Export.Url("ben-adler")},,Harbor & Finch,Head of Data,12 Mar 2024"));
        var later = await world.Import(new Export().Connections($"Ben,Adler,{Export.Url("ben-adler")},,Northwind Mills,Director of Data,12 Mar 2024"));
        await world.Ask(async db =>
        {
            (await db.Positions.SingleAsync(p => p.IsCurrent, Ct)).Title = "Chief Data Officer";
            return await db.SaveChangesAsync(Ct);
        });

        (await world.Undo(later.Batch!.Value)).Kept.Select(k => (k.Noun, k.Reason)).ShouldBe([(nameof(Position), "it was changed again later")]);

        (await world.Ask(db => db.Positions.CountAsync(p => p.Title == "Chief Data Officer", Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task An_import_goes_back_with_the_follow_ups_that_were_let_rest(Database database)
    {
        await using var world = await product.Start(database);
        var before = await ImportTests.Counts(world);
        var imported = await world.Import(Many);
        var run = await world.Ask(db => db.Imports.Select(i => i.Id).SingleAsync(Ct));
        var rested = await world.Ask(db => RestOldFollowUps.Handle(run, db, world.WorkspaceClock(), Ct));
        rested.FollowUps.ShouldBe(4_999);

        (await world.Undo(imported.Batch!.Value)).Kept.ShouldBeEmpty();

        (await ImportTests.Counts(world)).ShouldBe(before);
        (await world.Ask(db => db.Batches.Where(b => b.Id == rested.Batch).Select(b => b.UndoneAt).SingleAsync(Ct))).ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task What_the_user_changed_by_hand_stays(Database database)
    {
        await using var world = await product.Start(database);
        var export = new Export().Connections($"Ben,Adler,{Export.Url("ben-adler")},ben@example.com,Harbor & Finch,Head of Data,12 Mar 2024");
        await world.Import(export);
        await world.Ask(async db =>
        {
            (await db.People.SingleAsync(Ct)).FamilyName = "Adler-Moss";
            (await db.Positions.SingleAsync(Ct)).Title = "Chief Data Officer";
            db.Remove(await db.Emails.SingleAsync(Ct));
            return await db.SaveChangesAsync(Ct);
        });
        var before = await ImportTests.Counts(world);

        var again = await world.Import(export);

        (again.Updated, again.Unchanged, again.Batch).ShouldBe((0, 1, null));
        (await ImportTests.Counts(world)).ShouldBe(before);
        (await world.Ask(db => db.People.Select(p => p.FamilyName).SingleAsync(Ct))).ShouldBe("Adler-Moss");
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_in_the_trash_stays_there(Database database)
    {
        await using var world = await product.Start(database);
        var export = new Export().Connections($"Ben,Adler,{Export.Url("ben-adler")},,Northwind Mills,Head of Data,12 Mar 2024")
            .Messages(Export.ToAda("ben-adler", "2024-03-13 10:00:00", "Hello"));
        await world.Import(export);
        await world.Ask(async db =>
        {
            (await db.People.SingleAsync(p => p.LinkedIn == "ben-adler", Ct)).TrashedAt = world.Clock.GetUtcNow().UtcDateTime;
            return await db.SaveChangesAsync(Ct);
        });

        var again = await world.Import(export);

        again.Added.ShouldBe(0);
        again.Files[0].Issues.Single().Code.ShouldBe("skipped.trashed");
        (await world.Ask(db => db.People.CountAsync(p => !p.IsSelf, Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task An_import_whose_process_died_runs_again_after_a_restart(Database database)
    {
        await using var world = await product.Start(database);
        var import = await Received(world, new Export().Connections($"Ben,Adler,{Export.Url("ben-adler")},,Harbor & Finch,Head of Data,12 Mar 2024"));
        // As a process leaves it that was killed while it imported: running, claimed, and its lease over.
        await world.Ask(async db =>
        {
            (await db.Imports.SingleAsync(i => i.Id == import, Ct)).State = ImportState.Running;
            db.Enqueue("import.run", new RunImport.Job(import));
            await db.SaveChangesAsync(Ct);
            return await db.Outbox.ExecuteUpdateAsync(o => o.SetProperty(x => x.Attempts, 1), Ct);
        });

        world.Services.GetRequiredService<JobBell>().Ring();
        await Eventually.IsSo(async () => await world.Ask(db => db.Imports.AnyAsync(i => i.State == ImportState.Done, Ct)), world);

        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(1);
        await Eventually.IsSo(() => world.Ask(db => db.Outbox.AllAsync(o => o.DoneAt != null, Ct)), world);
    }

    [Theory, OnBothDatabases]
    public async Task A_job_delivered_twice_imports_once(Database database)
    {
        await using var world = await product.Start(database);
        var import = await Received(world, new Export().Connections($"Ben,Adler,{Export.Url("ben-adler")},,Harbor & Finch,Head of Data,12 Mar 2024"));
        await world.Change(db =>
        {
            db.Enqueue("import.run", new RunImport.Job(import));
            db.Enqueue("import.run", new RunImport.Job(import));
        });

        world.Services.GetRequiredService<JobBell>().Ring();
        await Eventually.IsSo(() => world.Ask(db => db.Outbox.AllAsync(o => o.DoneAt != null, Ct)), world);

        (await world.Ask(db => db.Batches.CountAsync(b => b.IsBulk, Ct))).ShouldBe(1);
        (await world.Ask(db => db.Outbox.Where(o => o.Error != null).CountAsync(Ct))).ShouldBe(0);
    }

    private static void Stop(bool now)
    {
        if (now)
            throw new InvalidOperationException("The process dies here.");
    }

    private static async Task<Guid> Received(World world, Export export)
    {
        var id = Ids.New(world.Clock);
        await File.WriteAllBytesAsync(Path.Combine(world.Storage.Incoming, id.ToString("N")), export.Zip(), Ct);
        await world.Change(db => db.Add(new ImportRun { Id = id, FileName = Imports.Archive, Bytes = 1, Kind = "linkedin", ReceivedAt = world.Clock.GetUtcNow().UtcDateTime }));
        return id;
    }
}
