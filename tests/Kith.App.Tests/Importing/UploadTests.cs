using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Importing;

public sealed class UploadTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Export Two => new Export().Connections(
        $"Ben,Adler,{Export.Url("ben-adler")},,Harbor & Finch,Head of Data,12 Mar 2024",
        $"Cleo,Moss,{Export.Url("cleo-moss")},,Northwind Mills,Analyst,2 Jan 2023");

    [Theory, OnBothDatabases]
    public async Task An_export_is_looked_into_imported_and_taken_back(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        var received = await visitor.Upload(Two.Zip(), Imports.Archive);

        received.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = received.Headers.Location!.OriginalString.TrimStart('~');
        var found = await visitor.Read(address);
        found.QuerySelector(".figures")!.TextContent.ShouldContain("New people2");
        found.Body!.TextContent.ShouldContain("Ben Adler");
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0, "looking changes nothing");

        (await visitor.Submit(address, "run")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var done = await visitor.UntilDone(world, address);
        done.QuerySelector("h1")!.TextContent.ShouldBe("Imported");
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(2);
        Directory.EnumerateFiles(world.Storage.Incoming).ShouldBeEmpty();
        var batch = done.QuerySelector("input[name=batch]")!.GetAttribute("value")!;
        await world.Undo(Guid.Parse(batch, CultureInfo.InvariantCulture));
        (await visitor.Read(address)).QuerySelector("h1")!.TextContent.ShouldBe("Taken back");
        (await visitor.Read("/import")).Body!.TextContent.ShouldContain("Taken back");
    }

    [Theory, OnBothDatabases]
    public async Task The_columns_of_an_unknown_table_are_shown_put_right_and_imported(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();
        var received = await visitor.Upload(Encoding.UTF8.GetBytes("Who,Where,Reach\nAna Kovač,Zagora,ana@zagora.example\nBen Adler,Harbor,ben@example.com\n"), "club.csv");
        var address = received.Headers.Location!.OriginalString.TrimStart('~');

        var page = await visitor.Read(address);
        page.QuerySelectorAll(".column-table tbody tr").Select(r => r.QuerySelector("th")!.TextContent).ShouldBe(["Who", "Where", "Reach"]);
        page.QuerySelectorAll("select[name=column]").OfType<IHtmlSelectElement>().Select(s => s.Value).ShouldBe(["ignore", "ignore", "email"]);
        page.QuerySelector(".scroll")!.TextContent.ShouldContain("Ben Adler");

        (await visitor.Submit(address, "run", ("act", "look"), ("holds", "people"), ("column", "full-name"), ("column", "organisation"), ("column", "email"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page = await visitor.Read(address);
        page.QuerySelector(".list")!.TextContent.ShouldContain("Ana Kovač");
        page.QuerySelector("select[name=column]")!.QuerySelector("[selected]")!.GetAttribute("value").ShouldBe("full-name");
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0, "looking changes nothing");

        (await visitor.Submit(address, "run", ("act", "run"), ("holds", "people"), ("column", "ignore"), ("column", "organisation"), ("column", "ignore"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await visitor.Submit(address, "run", ("act", "run"), ("holds", "people"), ("column", "full-name"), ("column", "organisation"), ("column", "email"));
        await visitor.UntilDone(world, address);
        (await world.Ask(db => db.People.Select(p => p.FullName).OrderBy(n => n).ToListAsync(Ct))).ShouldBe(["Ana Kovač", "Ben Adler"]);
    }

    [Theory, OnBothDatabases]
    public async Task Mail_asks_which_address_is_mine_and_what_to_keep(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();
        const string Mails = "From x Fri Feb  1 09:00:00 2030\nFrom: Ana <ana@zagora.example>\nTo: me@harbor.example\nSubject: The port\nDate: Fri, 01 Feb 2030 09:00:00 +0000\n\nHello\n";
        var received = await visitor.Upload(Encoding.UTF8.GetBytes(Mails), "mail.mbox");
        var address = received.Headers.Location!.OriginalString.TrimStart('~');

        var page = await visitor.Read(address);
        page.QuerySelector("#own")!.GetAttribute("value").ShouldBeNullOrEmpty();
        page.Body!.TextContent.ShouldContain("Nothing in the file tells which address is yours");
        (await visitor.Submit(address, "run", ("own", ""))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.Submit(address, "run", ("own", "not an address"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await visitor.Submit(address, "run", ("act", "look"), ("own", "me@harbor.example"), ("text", "on"));
        page = await visitor.Read(address);
        page.QuerySelector("#own")!.GetAttribute("value").ShouldBe("me@harbor.example");
        page.QuerySelector("input[name=text]")!.HasAttribute("checked").ShouldBeTrue();
        page.QuerySelector(".figures")!.TextContent.ShouldContain("Contacts1");

        await visitor.Submit(address, "run", ("own", "me@harbor.example"), ("text", "on"));
        await visitor.UntilDone(world, address);
        (await world.Ask(db => db.Interactions.Select(i => i.Summary).SingleAsync(Ct))).ShouldBe("The port\n\nHello");
    }

    [Theory, OnBothDatabases]
    public async Task The_page_says_how_far_the_import_is_and_leads_to_its_end(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();
        var address = (await visitor.Upload(Two.Zip(), Imports.Archive)).Headers.Location!.OriginalString;

        await visitor.Submit(address, "run");
        await visitor.UntilDone(world, address);

        var piece = await visitor.Read(address + "/progress");
        piece.QuerySelector("[data-done]")!.GetAttribute("data-then").ShouldBe(address);
    }

    [Theory]
    [OnBothDatabases("notes.pdf", "%PDF-1.7 nothing", "is nothing Kith can read")]
    [OnBothDatabases("empty.zip", "", "is empty")]
    [OnBothDatabases("data.json", "{\"a\": 1}", "is not the JSON file that Monica exports")]
    public async Task A_file_that_is_no_export_is_refused_in_one_sentence(Database database, string name, string content, string sentence)
    {
        await using var world = await product.Start(database);
        await Refused(world, Encoding.UTF8.GetBytes(content), name, sentence);
    }

    [Theory]
    [OnBothDatabases("encrypted", "protected by a password")]
    [OnBothDatabases("no connections", "no Connections.csv")]
    [OnBothDatabases("outside", "points outside")]
    [OnBothDatabases("bomb", "unpacks to far more")]
    [OnBothDatabases("cut", "damaged or incomplete")]
    public async Task A_hostile_or_broken_archive_is_refused_in_one_sentence(Database database, string what, string sentence)
    {
        await using var world = await product.Start(database);
        await Refused(world, Archive(what), "export.zip", sentence);
    }

    [Theory, OnBothDatabases]
    public async Task Broken_rows_are_shown_with_their_lines_and_the_others_go_in(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();
        byte[] file =
        [
            .. "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nBen,Adler,https://www.linkedin.com/in/ben-adler,,,,32 Foo 2024\nCleo,Moss,x\nZo"u8,
            // One byte that is no UTF-8.
            0xEB,
            .. ",Elm,https://www.linkedin.com/in/zoe-elm,,,,3 Feb 2022\nDora,Müller,https://www.linkedin.com/in/dora,,,,4 Feb 2022\n"u8,
        ];

        var address = (await visitor.Upload(file, "Connections.csv")).Headers.Location!.OriginalString;

        var issues = (await visitor.Read(address)).QuerySelectorAll(".facts > div").Select(issue => issue.TextContent).ToList();
        issues.ShouldContain(issue => issue.StartsWith("Line 2Connected On: '32 Foo 2024'", StringComparison.Ordinal));
        issues.ShouldContain(issue => issue.StartsWith("Line 33 fields, expected 7", StringComparison.Ordinal));
        issues.ShouldContain(issue => issue.StartsWith("Line 4", StringComparison.Ordinal) && issue.Contains("not UTF-8", StringComparison.Ordinal));
        await visitor.Submit(address, "run");
        await visitor.UntilDone(world, address);
        (await world.Ask(db => db.People.OrderBy(p => p.LinkedIn).Select(p => p.LinkedIn).ToListAsync(Ct))).ShouldBe(["ben-adler", "dora", "zoe-elm"]);
        (await world.Ask(db => db.Exchanges.CountAsync(e => e.On == null, Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Without_the_token_of_the_page_no_file_is_read(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Two.Zip()), "file", Imports.Archive } };

        var answer = await visitor.PostAsync(new Uri("/import/file", UriKind.Relative), form, Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Directory.EnumerateFiles(world.Storage.Incoming).ShouldBeEmpty();
        (await world.Ask(db => db.Imports.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_uploads_without_signing_in(Database database)
    {
        await using var world = await product.Start(database);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Two.Zip()), "file", Imports.Archive } };

        var answer = await world.Client.PostAsync(new Uri("/import/file", UriKind.Relative), form, Ct);

        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Unauthorized);
        Directory.EnumerateFiles(world.Storage.Incoming).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_file_the_page_asks_for_one(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        var answer = await visitor.Upload([], "");

        (await visitor.GetAsync(answer.Headers.Location, Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnBothDatabases]
    public async Task A_discarded_file_is_gone(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();
        var address = (await visitor.Upload(Two.Zip(), Imports.Archive)).Headers.Location!.OriginalString;

        await visitor.Submit(address, "discard");

        Directory.EnumerateFiles(world.Storage.Incoming).ShouldBeEmpty();
        (await world.Ask(db => db.Imports.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task The_issues_of_an_import_can_be_kept_as_a_list(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();
        await world.Import(new Export().Connections($"Ben,Adler,{Export.Url("ben-adler")},,=Harbor,Head,32 Foo 2024", "Cleo,Moss", ",,,,,,", $"Dora,Elm,{Export.Url("dora-elm")},,,,3 Feb 2022"));
        var import = await world.Ask(db => db.Imports.Select(i => i.Id).SingleAsync(Ct));

        var list = await visitor.GetStringAsync(new Uri($"/import/{import}/issues.csv", UriKind.Relative), Ct);

        list.ShouldStartWith("File,Line,Code,Reason\r\n");
        list.ShouldContain("\"Connections.csv\",5,date.invalid,\"Connected On: '32 Foo 2024' is not a date");
        list.ShouldContain("\"Connections.csv\",6,row.fields,");
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Old_follow_ups_rest_by_one_decision_that_can_be_taken_back(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();
        var recent = world.Clock.Today.AddDays(-10).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        await world.Import(new Export().Connections(
            $"Ben,Adler,{Export.Url("ben-adler")},,,,12 Mar 2024", $"Cleo,Moss,{Export.Url("cleo-moss")},,,,2 Jan 2023", $"Dora,Elm,{Export.Url("dora-elm")},,,,{recent}"));
        var import = await world.Ask(db => db.Imports.Select(i => i.Id).SingleAsync(Ct));

        await visitor.Submit($"/import/{import}", "rest");

        (await world.Ask(db => db.Loops.CountAsync(l => l.State == LoopState.Open, Ct))).ShouldBe(1);
        (await world.Ask(db => db.Loops.CountAsync(l => l.Decision != null, Ct))).ShouldBe(2);
        var batch = await world.Ask(db => db.Batches.Where(b => b.Title == "Let 2 old follow-ups rest").Select(b => b.Id).SingleAsync(Ct));
        await world.Undo(batch);
        (await world.Ask(db => db.Loops.CountAsync(l => l.State == LoopState.Open, Ct))).ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task The_first_run_shows_its_third_step(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        var page = await visitor.Read("/import?first=1");

        page.QuerySelector(".stepper [aria-current]")!.TextContent.ShouldContain("People");
        page.QuerySelector("form[action='/sample']").ShouldNotBeNull();
    }

    private static async Task Refused(World world, byte[] content, string name, string sentence)
    {
        using var visitor = await world.SignIn();
        var before = await ImportTests.Counts(world);

        var answer = await visitor.Upload(content, name);

        var page = await visitor.Read(answer.Headers.Location!.OriginalString);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(sentence);
        Directory.EnumerateFiles(world.Storage.Incoming).ShouldBeEmpty();
        (await ImportTests.Counts(world)).ShouldBe(before);
        (await Should.ThrowAsync<RefusedException>(() => world.Import(content, name))).Message.ShouldContain(sentence);
        (await ImportTests.Counts(world)).ShouldBe(before);
    }

    private static byte[] Archive(string what) => what switch
    {
        "encrypted" => Encrypted(Two.Zip()),
        "no connections" => new Export().Messages().Zip(),
        "outside" => Two.With("../evil.csv", "x").Zip(),
        "bomb" => Two.With("messages.csv", new string('a', 64 << 20)).Zip(),
        _ => Two.Zip()[..200],
    };

    // Bit 0 of the general purpose flag says that an entry is encrypted (APPNOTE.TXT 4.4.4).
    private static byte[] Encrypted(byte[] zip)
    {
        for (var at = 0; at < zip.Length - 4; at++)
            if (zip.AsSpan(at, 4).SequenceEqual("PK\u0003\u0004"u8))
                zip[at + 6] |= 1;
            else if (zip.AsSpan(at, 4).SequenceEqual("PK\u0001\u0002"u8))
                zip[at + 8] |= 1;
        return zip;
    }
}
