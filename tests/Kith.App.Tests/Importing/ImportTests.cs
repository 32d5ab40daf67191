using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Importing;

public sealed class ImportTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Export Small => new Export()
        .Connections(
            $"Ben,Adler,{Export.Url("ben-adler")},ben@example.com,Harbor & Finch,Head of Data,12 Mar 2024",
            $"Cleo,\"Moss, CFA\",{Export.Url("cleo-moss")},,HARBOR & FINCH,Analyst,2 Jan 2023",
            $"Dora,,{Export.Url("dora")},,,,3 Feb 2022")
        .Messages(
            Export.FromAda("ben-adler", "2024-03-13 09:00:00", "Good to meet you"),
            Export.ToAda("ben-adler", "2024-03-13 10:00:00", "Likewise"),
            Export.ToAda("cleo-moss", "2023-02-01 10:00:00", "Are you hiring?", "c2"));

    [Theory, OnBothDatabases]
    public async Task A_connection_becomes_a_person_who_works_somewhere(Database database)
    {
        await using var world = await product.Start(database);

        var imported = await world.Import(Small);

        (imported.People, imported.Organisations, imported.Exchanges, imported.Interactions).ShouldBe((3, 1, 3, 3));
        imported.Files.Select(f => (f.File, f.Kind, f.Read, f.Added)).ShouldBe([("Connections.csv", "linkedin", 3, 3), ("messages.csv", "linkedin", 3, 3)]);
        var ben = await world.Ask(db => db.People.SingleAsync(p => p.LinkedIn == "ben-adler", Ct));
        (ben.FullName, ben.GivenName, ben.FamilyName, ben.Headline).ShouldBe(("Ben Adler", "Ben", "Adler", "Head of Data, Harbor & Finch"));
        ben.BornIn.ShouldBe(imported.Batch);
        (await world.Ask(db => db.Emails.Select(e => e.Value).ToListAsync(Ct))).ShouldBe(["ben@example.com"]);
        (await world.Ask(db => db.People.Where(p => p.LinkedIn == "cleo-moss").Select(p => p.Suffix).SingleAsync(Ct))).ShouldBe("CFA");
        (await world.Ask(db => db.PeopleMatching("finch adl").Select(p => p.FullName).ToListAsync(Ct))).ShouldBe(["Ben Adler"]);
        (await world.Ask(db => db.Batches.Where(b => b.IsBulk).Select(b => b.Title).SingleAsync(Ct))).ShouldBe("Imported Basic_LinkedInDataExport.zip");
    }

    [Theory, OnBothDatabases]
    public async Task Messages_make_the_stage_of_a_relationship(Database database)
    {
        await using var world = await product.Start(database);

        await world.Import(Small);

        var stages = await world.Ask(db => db.People.Where(p => !p.IsSelf).OrderBy(p => p.FullName).Select(p => new { p.Stage, p.LastContact }).ToListAsync(Ct));
        stages.Select(s => s.Stage).ShouldBe([Stage.Conversed, Stage.Contacted, Stage.Identified]);
        stages[0].LastContact.ShouldBe(new DateTime(2024, 3, 13, 10, 0, 0, DateTimeKind.Utc));
        (await world.Ask(db => Kith.Data.Projections.Rebuild(db, Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Every_exchange_opens_a_follow_up_that_an_own_message_closes(Database database)
    {
        await using var world = await product.Start(database);

        await world.Import(Small);

        var loops = await world.Ask(db => (from l in db.Loops
                                           join p in db.People on l.PersonId equals p.Id
                                           orderby p.FullName
                                           select new { p.FullName, l.State, l.OpenedOn, l.Due, l.ClosedOn, l.EvidenceId, l.ExchangeId }).ToListAsync(Ct));
        loops.Select(l => (l.FullName, l.State)).ShouldBe([("Ben Adler", LoopState.Closed), ("Cleo Moss", LoopState.Open), ("Dora", LoopState.Open)]);
        (loops[0].ClosedOn, loops[0].OpenedOn, loops[0].Due).ShouldBe((new(2024, 3, 13), new DateOnly(2024, 3, 12), new(2024, 3, 14)));
        loops.ShouldAllBe(l => l.ExchangeId != null);
        (await world.Ask(db => db.Interactions.Where(i => i.Id == loops[0].EvidenceId).Select(i => i.Summary).SingleAsync(Ct))).ShouldBe("Good to meet you");
    }

    [Theory, OnBothDatabases]
    public async Task The_same_export_twice_changes_nothing(Database database)
    {
        await using var world = await product.Start(database);
        await world.Import(Small);
        var before = await Counts(world);

        var again = await world.Import(Small);

        again.Batch.ShouldBeNull();
        again.Files.Select(f => (f.Added, f.Updated, f.Unchanged)).ShouldBe([(0, 0, 3), (0, 0, 3)]);
        (await Counts(world)).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_later_export_tells_of_a_new_position(Database database)
    {
        await using var world = await product.Start(database);
        await world.Import(Small);

        var later = await world.Import(new Export().Connections(
            $"Ben,Adler,{Export.Url("ben-adler")},ben@northwind.example.com,Northwind Mills,Director of Data,12 Mar 2024",
            $"Cleo,Moss-Finch,{Export.Url("cleo-moss")},,Harbor & Finch,Analyst,2 Jan 2023"));

        later.Files.Single().ShouldSatisfyAllConditions(f => f.Updated.ShouldBe(2), f => f.Added.ShouldBe(0));
        var positions = await world.Ask(db => db.Positions.Where(p => db.People.Any(b => b.Id == p.PersonId && b.LinkedIn == "ben-adler")).OrderBy(p => p.Id).ToListAsync(Ct));
        positions.Select(p => (p.Title, p.IsCurrent, p.To)).ShouldBe([("Head of Data", false, world.Clock.Today), ("Director of Data", true, null)]);
        (await world.Ask(db => db.People.Where(p => p.LinkedIn == "ben-adler").Select(p => p.Headline).SingleAsync(Ct))).ShouldBe("Director of Data, Northwind Mills");
        (await world.Ask(db => db.People.Where(p => p.LinkedIn == "cleo-moss").Select(p => p.FullName).SingleAsync(Ct))).ShouldBe("Cleo Moss-Finch");
        (await world.Ask(db => db.Emails.Select(e => e.Value).ToListAsync(Ct))).ShouldBe(["ben@northwind.example.com"]);
    }

    [Theory, OnBothDatabases]
    public async Task Undo_takes_each_import_back(Database database)
    {
        await using var world = await product.Start(database);
        var nothing = await Counts(world);
        var first = await world.Import(Small);
        var before = await Counts(world);
        var later = await world.Import(new Export().Connections($"Ben,Adler,{Export.Url("ben-adler")},ben@example.com,Northwind Mills,Director of Data,12 Mar 2024"));

        (await world.Undo(later.Batch!.Value)).Kept.ShouldBeEmpty();

        (await Counts(world)).ShouldBe(before);
        (await world.Ask(db => db.People.Where(p => p.LinkedIn == "ben-adler").Select(p => p.Headline).SingleAsync(Ct))).ShouldBe("Head of Data, Harbor & Finch");
        (await world.Undo(first.Batch!.Value)).Kept.ShouldBeEmpty();
        (await Counts(world)).ShouldBe(nothing);
    }

    [Theory, OnBothDatabases]
    public async Task A_dry_run_tells_what_would_happen_and_leaves_nothing(Database database)
    {
        await using var world = await product.Start(database);
        var before = await Counts(world);

        var tried = await world.Import(Small, dryRun: true);

        (tried.Batch, tried.People, tried.Added).ShouldBe((null, 3, 6));
        (await Counts(world)).ShouldBe(before);
        (await world.Ask(db => db.Imports.CountAsync(Ct))).ShouldBe(0);
    }

    internal static Task<string> Counts(World world) => world.Ask(async db =>
        $"people {await db.People.CountAsync(Ct)}, organisations {await db.Organisations.CountAsync(Ct)}, positions {await db.Positions.CountAsync(Ct)}, "
        + $"exchanges {await db.Exchanges.CountAsync(Ct)}, interactions {await db.Interactions.CountAsync(Ct)}, loops {await db.Loops.CountAsync(Ct)}, "
        + $"open {await db.Loops.CountAsync(l => l.State == LoopState.Open, Ct)}, findings {await db.Findings.CountAsync(Ct)}, sources {await db.Sources.CountAsync(Ct)}, "
        + $"emails {await db.Emails.CountAsync(Ct)}, opportunities {await db.Opportunities.CountAsync(Ct)}, events {await db.Events.CountAsync(Ct)}");
}
