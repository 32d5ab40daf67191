using System.Net;
using System.Text.Json.Nodes;
using Ical.Net;
using Kith.App.Tests.CommandLine;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Kith.Formats;
using Kith.Formats.Csv;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Exporting;

/// <summary>What other programs read: people as JSON and CSV, days as a calendar; and the archive from the settings page.</summary>
public sealed class ExportTests(Product product)
{
    [Theory, OnBothDatabases]
    public async Task People_written_as_vCards_come_in_elsewhere_as_they_were(Database database)
    {
        await using var world = await product.Start(database);
        (await world.Run("sample")).Exit.ShouldBe(0);
        var file = await world.Export("people.vcf", "--format", "vcard");
        await using var other = await product.Start(database);

        (await other.Run("import", file)).Exit.ShouldBe(0);

        (await Everybody(other)).ShouldBe(await Everybody(world));
    }

    private static Task<string> Everybody(World world) => world.Ask(async db => string.Join('\n', (await db.People.Where(p => !p.IsSelf)
        .Select(p => $"{p.FullName}|{p.GivenName}|{p.FamilyName}|{p.LinkedIn}|{p.Birthday}|{db.Emails.Count(e => e.PersonId == p.Id)}|{db.Phones.Count(e => e.PersonId == p.Id)}|{db.Tags.Count(e => e.PersonId == p.Id)}")
        .ToListAsync(TestContext.Current.CancellationToken)).Order(StringComparer.Ordinal)));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Json_tells_everybody_as_the_people_verb_does(Database database)
    {
        await using var world = await product.Start(database);
        await world.Run("sample");

        var exported = JsonNode.Parse(await File.ReadAllTextAsync(await world.Export("people.json", "--format", "json"), Ct))!.AsArray();

        var told = (await world.Json("people")).AsArray();
        exported.Count.ShouldBeGreaterThan(100);
        exported.Select(p => p!.ToJsonString()).Order(StringComparer.Ordinal).ShouldBe(told.Select(p => p!.ToJsonString()).Order(StringComparer.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_an_empty_array(Database database)
    {
        await using var world = await product.Start(database);

        JsonNode.Parse(await File.ReadAllTextAsync(await world.Export("people.json", "--format", "json"), Ct))!.AsArray().ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Csv_has_the_columns_of_Google_and_no_formula(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db =>
        {
            var ana = new Person { Id = db.NewId(), FullName = "Ana Kovač", GivenName = "Ana", FamilyName = "Kovač", LinkedIn = "ana", Notes = "=HYPERLINK(\"http://example.com\")", Birthday = "--03-05" };
            var firm = new Organisation { Id = db.NewId(), Name = "Harbor; Finch", NameKey = "harbor finch" };
            db.AddRange(ana, firm, new Person { Id = db.NewId(), FullName = "Mononymous" }, new Person { Id = db.NewId(), FullName = "Robin", IsSelf = true }, new Person { Id = db.NewId(), FullName = "Gone", TrashedAt = DateTime.UnixEpoch });
            db.Add(new Position { Id = db.NewId(), PersonId = ana.Id, OrganisationId = firm.Id, Title = "Head of Data", IsCurrent = true });
            db.AddRange(Enumerable.Range(1, 10).Select(n => new PersonEmail { Id = db.NewId(), PersonId = ana.Id, Value = $"ana{n}@example.com", Label = "work" }));
            db.Add(new PersonPhone { Id = db.NewId(), PersonId = ana.Id, Value = "+385 1 234 567" });
            db.AddRange(new PersonTag { Id = db.NewId(), PersonId = ana.Id, Value = "sailing" }, new PersonTag { Id = db.NewId(), PersonId = ana.Id, Value = "data" });
            db.Add(new PersonAddress { Id = db.NewId(), PersonId = ana.Id, Street = "Obala 1\n2. kat", City = "Split", PostalCode = "21000", Country = "Croatia" });
        });

        var rows = await Csv(world);

        rows.Count.ShouldBe(2);
        rows[1]["First Name"].ShouldBe("Mononymous");
        rows[0].ShouldSatisfyAllConditions(
            ana => ana["First Name"].ShouldBe("Ana"),
            ana => ana["Last Name"].ShouldBe("Kovač"),
            ana => ana["Notes"].ShouldBe("'=HYPERLINK(\"http://example.com\")"),
            ana => ana["Birthday"].ShouldBe("--03-05"),
            ana => ana["Organization Name"].ShouldBe("Harbor; Finch"),
            ana => ana["Organization Title"].ShouldBe("Head of Data"),
            ana => ana["Labels"].ShouldBe("data ::: sailing"),
            ana => ana["E-mail 1 - Label"].ShouldBe("work"),
            ana => ana["E-mail 7 - Value"].ShouldBe("ana7@example.com"),
            ana => ana["E-mail 8 - Value"].ShouldBe("ana8@example.com ::: ana9@example.com ::: ana10@example.com"),
            ana => ana["Phone 1 - Value"].ShouldBe("+385 1 234 567"),
            ana => ana["Address 1 - Street"].ShouldBe("Obala 1\n2. kat"),
            ana => ana["Address 1 - Formatted"].ShouldBe("Obala 1\n2. kat\n21000 Split\nCroatia"),
            ana => ana["Website 1 - Value"].ShouldBe("https://www.linkedin.com/in/ana"));
    }

    [Theory, OnBothDatabases]
    public async Task The_calendar_holds_events_with_a_time_and_what_is_open_with_a_day(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db =>
        {
            var ana = new Person { Id = db.NewId(), FullName = "Ana Kovač" };
            var gone = new Person { Id = db.NewId(), FullName = "Gone", TrashedAt = DateTime.UnixEpoch };
            var snoozed = new Loop { Id = db.NewId(), PersonId = ana.Id, Kind = LoopKind.Thank, Due = new(2030, 3, 1) };
            snoozed.Snooze(new(2030, 4, 2));
            var closed = new Loop { Id = db.NewId(), PersonId = ana.Id, Kind = LoopKind.Thank, Due = new(2030, 3, 1) };
            closed.CloseByDecision("done", new(2030, 3, 1));
            db.AddRange(ana, gone, snoozed, closed);
            db.Add(new Loop { Id = db.NewId(), PersonId = ana.Id, Kind = LoopKind.PromiseByMe, What = "the deck; both parts", Due = new(2030, 3, 9) });
            db.Add(new Loop { Id = db.NewId(), PersonId = ana.Id, Kind = LoopKind.FollowUp });
            db.Add(new Loop { Id = db.NewId(), PersonId = gone.Id, Kind = LoopKind.FollowUp, Due = new(2030, 3, 9) });
            db.Add(new Event { Id = db.NewId(), Name = "Data, Dinner & Drinks", StartsAt = new(2030, 5, 6, 17, 30, 0, DateTimeKind.Utc), Status = "Going", Url = "https://example.com/e/1" });
            db.Add(new Event { Id = db.NewId(), Name = "Some day" });
        });

        var path = Path.Combine(world.Storage.Folder, "kith.ics");
        var counts = (await world.Json("export", "--to", path, "--format", "ics"))["counts"]!;

        counts.ToJsonString().ShouldBe("""{"events":1,"loops":2}""");
        var calendar = Calendar.Load(await File.ReadAllTextAsync(path, Ct))!;
        calendar.Events.Single().ShouldSatisfyAllConditions(
            e => e.Summary.ShouldBe("Data, Dinner & Drinks"),
            e => e.DtStart!.AsUtc.ShouldBe(new(2030, 5, 6, 17, 30, 0, DateTimeKind.Utc)),
            e => e.Description.ShouldBe("Going"),
            e => e.Url!.AbsoluteUri.ShouldBe("https://example.com/e/1"));
        calendar.Todos.Select(t => (t.Summary, t.Description, DateOnly.FromDateTime(t.Due!.Value))).ShouldBe(
            [("Thank Ana Kovač", null, new DateOnly(2030, 4, 2)), ("Keep your promise to Ana Kovač", "the deck; both parts", new DateOnly(2030, 3, 9))], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task An_existing_file_is_replaced_only_when_that_is_said(Database database)
    {
        await using var world = await product.Start(database);
        var path = Path.Combine(world.Storage.Folder, "mine.txt");
        await File.WriteAllTextAsync(path, "mine", Ct);

        var refused = await world.Run("export", "--to", path, "--json");

        refused.Exit.ShouldBe(1);
        refused.Document()["error"]!.Text("code").ShouldBe("file.exists");
        (await File.ReadAllTextAsync(path, Ct)).ShouldBe("mine");
        var told = await world.Json("export", "--to", path, "--force");
        told.Text("file").ShouldBe(path);
        told["counts"]!["people"]!.GetValue<int>().ShouldBe(0);
        Archives.Files(path).ShouldNotBeEmpty();
        Directory.GetFiles(world.Storage.Folder, "*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_format_that_is_not_written_is_wrong_usage()
    {
        await using var world = await product.Start(Database.Sqlite);

        (await world.Run("export", "--to", "x", "--format", "docx")).Exit.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task The_settings_page_offers_the_archive_to_its_owner_alone(Database database)
    {
        await using var world = await product.Start(database);
        await world.Run("sample");
        using var visitor = await world.SignIn();

        var link = (await visitor.Read("/settings")).QuerySelector("section[aria-labelledby=data] a[download]")!.GetAttribute("href")!;
        using var answer = await visitor.GetAsync(new Uri(link, UriKind.Relative), Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        answer.Content.Headers.ContentDisposition!.ToString().ShouldStartWith("attachment; filename=kith-2030-03-06.zip");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var downloaded = Path.Combine(world.Storage.Folder, "downloaded.zip");
        await File.WriteAllBytesAsync(downloaded, await answer.Content.ReadAsByteArrayAsync(Ct), Ct);
        Archives.Files(downloaded).ShouldBe(Archives.Files(await world.Export()));
        Directory.GetFiles(world.Storage.Incoming).ShouldBeEmpty();
        (await world.Client.GetAsync(new Uri(link, UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<List<Dictionary<string, string>>> Csv(World world)
    {
        await using var file = File.OpenRead(await world.Export("people.csv", "--format", "csv"));
        var issues = new IssueLog();
        var table = CsvTable.Find(file, "people.csv", _ => true, issues)!;
        List<Dictionary<string, string>> rows = [.. table.Rows().Select(row => table.Header.Names.Zip(row.Fields).ToDictionary(pair => pair.First, pair => pair.Second))];
        issues.Items.ShouldBeEmpty();
        return rows;
    }
}
