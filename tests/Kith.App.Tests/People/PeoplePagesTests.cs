using System.Net;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using static Kith.App.Tests.People.PeopleWorld;

namespace Kith.App.Tests.People;

public sealed class PeoplePagesTests(Product product)
{
    [Theory, OnBothDatabases]
    public async Task The_list_searches_and_offers_its_views_as_links(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač", Everything);
        await world.Add("Ben Finch");
        using var visitor = await world.SignIn();

        var all = await visitor.Read("/people");
        var found = await visitor.Read("/people?q=kov");
        var rows = await visitor.Read("/people/rows?q=kov&view=unfollowed");

        all.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        found.QuerySelectorAll("tbody .who a").Select(a => a.GetAttribute("href")).ShouldBe([$"/people/{ana}"]);
        rows.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        rows.QuerySelector("h1").ShouldBeNull("a fragment is no page");
        all.QuerySelectorAll("nav.views a").Select(a => a.TextContent).ShouldContain("Never followed up");
        (await visitor.Read("/people?q=nobody")).QuerySelector(".empty")!.TextContent.ShouldContain("Nobody matches");
    }

    [Theory, OnBothDatabases]
    public async Task An_empty_list_says_what_to_do_first(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        (await visitor.Read("/people")).QuerySelectorAll(".empty a").Select(a => a.GetAttribute("href")).ShouldBe(["/import", "/people/new"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_selection_is_moved_to_the_trash_and_the_toast_takes_it_back(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač");
        using var visitor = await world.SignIn();

        var moved = await visitor.Submit("/people", "bulk", ("Bulk.Ids", $"{ana}"), ("Bulk.Act", "trash"));

        moved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var toast = (await visitor.Read("/people")).QuerySelector("[data-toast] form")!;
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0);
        var undone = await visitor.PostAsync(new Uri("/undo", UriKind.Relative), new FormUrlEncodedContent(
            toast.QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))), Ct);
        undone.Headers.Location!.OriginalString.ShouldBe("/people");
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_story_shows_one_kind_of_moment_alone(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač", (db, p) =>
        {
            Everything(db, p);
            db.AddRange(Enumerable.Range(1, 40).Select(i => new Interaction { Id = db.NewId(), PersonId = p.Id, Channel = Channel.Message, Direction = Direction.In, At = db.Clock.GetUtcNow().UtcDateTime.AddDays(-i) }));
        });
        using var visitor = await world.SignIn();

        var all = await visitor.Read($"/people/{ana}");
        all.QuerySelectorAll("nav.kinds a").Select(a => a.TextContent).ShouldContain("Findings");
        var findings = await visitor.Read($"/people/{ana}?only=finding");
        var contacts = await visitor.Read($"/people/{ana}?only=interaction");

        findings.QuerySelectorAll(".timeline li:not(.year)").Single().TextContent.ShouldContain("Speaks at DataConf");
        contacts.QuerySelector(".timeline")!.TextContent.ShouldNotContain("DataConf");
        var older = contacts.QuerySelectorAll("a.button").Single(a => a.TextContent == "Older").GetAttribute("href")!;
        (await visitor.Read(older.Split('#')[0])).QuerySelectorAll(".timeline li:not(.year)").Length.ShouldBe(11, "41 contacts, 30 of them on the first page");
        (await visitor.GetAsync(new Uri($"/people/{ana}?only=nonsense", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task A_finding_is_noted_on_the_page_and_can_be_taken_back(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač");
        using var visitor = await world.SignIn();

        var noted = await visitor.Submit($"/people/{ana}", "/homework/findings", ("Fact", "Sits on the board of the port"), ("Source", "https://port.example/board"), ("On", "2030-03-01"));

        noted.Headers.Location!.OriginalString.ShouldBe($"/people/{ana}#homework");
        var page = await visitor.Read($"/people/{ana}");
        page.QuerySelector(".timeline")!.TextContent.ShouldContain("Sits on the board of the port");
        page.QuerySelector("[data-toast] form[action='/undo']").ShouldNotBeNull();
        await visitor.Submit($"/people/{ana}", "/homework/findings", ("Fact", "From nowhere"), ("Source", ""));
        (await visitor.Read($"/people/{ana}")).QuerySelector("[data-toast]")!.TextContent.ShouldContain("where you read or heard it");
        (await world.Ask(db => db.Findings.Select(f => f.Fact).ToListAsync(Ct))).ShouldBe(["Sits on the board of the port"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_call_is_logged_on_the_page_and_closes_the_follow_up(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač", Everything);
        using var visitor = await world.SignIn();

        var logged = await visitor.Submit($"/people/{ana}", "log", ("Log.Channel", "Call"), ("Log.Direction", "Both"), ("Log.Note", "About the deck"), ("Log.On", ""));

        logged.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await visitor.Read($"/people/{ana}");
        page.QuerySelector(".timeline")!.TextContent.ShouldContain("About the deck");
        page.QuerySelectorAll(".loop").ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_refused_form_keeps_what_was_typed(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač");
        using var visitor = await world.SignIn();

        var refused = await visitor.Submit($"/people/{ana}", "log", ("Log.Direction", "Out"), ("Log.Note", "About the deck"));

        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await refused.Content.ReadAsStringAsync(Ct);
        html.ShouldContain("Choose how you were in touch");
        html.ShouldContain("About the deck");
    }

    [Theory, OnBothDatabases]
    public async Task A_person_is_added_and_edited_by_forms(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();

        var added = await visitor.Submit("/people/new", "add", ("Input.Name", "Ana Kovač"), ("Input.Email", "ana@example.com"), ("Input.How", "CardReceived"), ("Input.Tags", "alumni, speaker"));
        var person = new Uri(world.Address, added.Headers.Location!).AbsolutePath;
        (await visitor.Submit($"{person}/edit", "edit", ("Input.FullName", "Ana Horvat"), ("Input.FamilyName", "Horvat"), ("Input.Cadence", "30"), ("Input.Tags", "speaker"),
            ("Input.Emails[0].Value", "ana@harborfinch.example"), ("Input.Positions[0].Title", "Head of Data"), ("Input.Positions[0].Organisation", "Harbor & Finch"), ("Input.Positions[0].Current", "true")))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect, string.Join('\n', world.Journal.Lines));

        var page = await visitor.Read(person);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Ana Horvat");
        page.QuerySelector("main")!.TextContent.ShouldContain("Head of Data, Harbor & Finch");
        page.QuerySelector("main")!.TextContent.ShouldContain("Got a card");
        page.QuerySelector(".panel")!.TextContent.ShouldContain("ana@harborfinch.example");
        page.QuerySelector(".panel")!.TextContent.ShouldNotContain("alumni");
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_is_noted_put_aside_and_kept(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač");
        using var visitor = await world.SignIn();
        var page = $"/people/{ana}";

        await visitor.Submit(page, $"{page}/loops", ("Kind", "PromiseByMe"), ("What", "send the deck"));
        var loop = await world.Ask(db => db.Loops.Select(l => l.Id).SingleAsync(Ct));
        await visitor.Submit(page, $"{page}/loops/{loop}", ("Act", "later"), ("Days", "7"));
        (await world.Ask(db => db.Loops.Select(l => l.SnoozedUntil).SingleAsync(Ct))).ShouldBe(world.Clock.Today.AddDays(7));
        await visitor.Submit(page, $"{page}/loops/{loop}", ("Act", "kept"));

        (await world.Ask(db => db.Loops.Select(l => l.State).SingleAsync(Ct))).ShouldBe(LoopState.Closed);
        (await visitor.Read(page)).QuerySelector(".timeline")!.TextContent.ShouldContain("Kept your promise");
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_found_under_another_workspace_or_in_the_trash(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač");
        using var neighbour = await world.SignIn(await world.AddWorkspace("Ben's network"));

        foreach (var path in new[] { $"/people/{ana}", $"/people/{ana}/edit", $"/organisations/{ana}", $"/api/people/{ana}" })
            (await neighbour.GetAsync(new Uri(path, UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await neighbour.GetStringAsync(new Uri("/search?q=ana", UriKind.Relative), Ct)).ShouldBeEmpty();
    }

    [Theory]
    [OnBothDatabases("//evil.example")]
    [OnBothDatabases("/\\evil.example")]
    [OnBothDatabases("https://evil.example")]
    public async Task Undo_leads_back_to_this_site_only(Database database, string address)
    {
        await using var world = await product.Start(database);
        await world.Add("Ana Kovač");
        using var visitor = await world.SignIn();

        var undone = await visitor.Submit("/history", "/undo", ("returnUrl", address));

        undone.Headers.Location!.OriginalString.ShouldBe("/");
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0);
    }
}
