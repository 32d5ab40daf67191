using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Kith.Goals;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Today;

public sealed class PageTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_newcomer_is_led_to_a_goal_first(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        using var ada = await desk.World.SignIn();

        var page = await ada.Read("/");

        page.QuerySelector("main .primary")!.GetAttribute("href").ShouldBe("/goal/edit?first=1");
        page.QuerySelector(".rail-goal")!.TextContent.ShouldContain("Set a goal");
    }

    [Theory, OnBothDatabases]
    public async Task The_day_is_told_in_one_line_and_each_row_says_why(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Met("Ana Kovač", 2);
        await desk.Open(await desk.Person("Ben Okafor"), LoopKind.PromiseByMe, dueIn: 0, what: "the article");
        using var ada = await desk.World.SignIn();

        var page = await ada.Read("/");

        page.QuerySelector(".title-row .sub")!.TextContent.Trim().ShouldBe("Two things, about 15 minutes.");
        page.QuerySelectorAll(".action").Length.ShouldBe(2);
        page.QuerySelectorAll(".action summary b").Select(b => b.TextContent).ShouldBe(["Follow up with Ana Kovač", "Keep your promise to Ben Okafor"], ignoreOrder: true);
        page.Body!.TextContent.ShouldContain("you met 2 days ago; nobody has followed up");
    }

    [Theory, OnBothDatabases]
    public async Task Done_is_one_form_and_the_toast_can_take_it_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Met("Ana Kovač", 2);
        using var ada = await desk.World.SignIn();

        var answer = await ada.Submit("/", "done", ("Form.Channel", "Call"), ("Form.Direction", "Both"), ("Form.Note", "She asked for the deck"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        var page = await ada.Read("/");
        page.QuerySelector(".toast")!.TextContent.ShouldContain("Followed up with Ana Kovač");
        page.QuerySelectorAll(".action").ShouldBeEmpty();
        var logged = await desk.World.Ask(db => db.Interactions.AsNoTracking().SingleAsync(Ct));
        (logged.Channel, logged.Direction, logged.Summary).ShouldBe((Channel.Call, Direction.Both, "She asked for the deck"));
    }

    [Theory, OnBothDatabases]
    public async Task Later_and_not_this_are_forms_of_the_row_too(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Met("Ana Kovač", 2);
        using var ada = await desk.World.SignIn();

        await ada.Submit("/", "later", ("Form.Until", desk.Today.AddDays(1).ToString("yyyy-MM-dd", null)));
        (await desk.Rows()).ShouldBeEmpty();

        desk.World.Clock.Pass(TimeSpan.FromDays(1));
        await ada.Submit("/", "let-go", ("Form.Reason", "Not the right person"), ("Form.Words", "we are in different fields"));
        (await desk.World.Ask(db => db.Loops.Select(l => l.Decision).SingleAsync(Ct))).ShouldBe("Not the right person: we are in different fields");
    }

    [Theory, OnBothDatabases]
    public async Task What_was_refused_stays_typed_and_says_why(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Met("Ana Kovač", 2);
        using var ada = await desk.World.SignIn();

        var answer = await ada.Submit("/", "let-go", ("Form.Reason", ""), ("Form.Words", ""));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("Say why you let this go");
        (await desk.Rows()).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Four_short_steps_make_a_goal_without_script(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        using var ada = await desk.World.SignIn();

        var second = await ada.Submit("/goal/edit?first=1", "goal", ("Form.Go", "next"), ("Form.RoleFamily", "Head of data"), ("Form.Place", "Zürich"));
        (await second.Content.ReadAsStringAsync(Ct)).ShouldContain("Step 2 of 4");
        var saved = await ada.Submit("/goal/edit?first=1", "goal", ("Form.Step", "4"), ("Form.Go", "save"), ("Form.RoleFamily", "Head of data"),
            ("Form.Targets", "Harbor & Finch\r\nTidewater"), ("Form.Suggested", "Elm Street Labs"));

        saved.Headers.Location!.ToString().ShouldEndWith("/import?first=1");
        var page = await ada.Read("/goal");
        page.QuerySelector("h1")!.TextContent.ShouldStartWith("Head of data");
        page.QuerySelectorAll(".list b").Select(b => b.TextContent).ShouldBe(["Elm Street Labs", "Harbor & Finch", "Tidewater"]);
        page.QuerySelector(".rail-goal")!.TextContent.ShouldContain("Head of data");
    }

    [Theory, OnBothDatabases]
    public async Task Back_and_forth_lose_no_answer(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        using var ada = await desk.World.SignIn();

        var back = await ada.Submit("/goal/edit", "goal", ("Form.Step", "3"), ("Form.Go", "back"), ("Form.RoleFamily", "Head of data"), ("Form.Criteria", "Little travel\nGood people"), ("Form.WeeklyHours", "5"));

        var page = await new HtmlParser().ParseDocumentAsync(await back.Content.ReadAsStringAsync(Ct));
        page.Body!.TextContent.ShouldContain("Step 2 of 4");
        new[] { "RoleFamily", "Criteria", "WeeklyHours" }.Select(name => page.QuerySelector<IHtmlInputElement>($"[name='Form.{name}']")!.Value)
            .ShouldBe(["Head of data", "Little travel\nGood people", "5"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_goal_page_shows_the_targets_and_changes_the_state(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Ask((db, clock, _) => SetGoal.Handle(new("Head of data", Targets: ["Harbor & Finch"]), db, clock, Ct));
        using var ada = await desk.World.SignIn();

        (await ada.Read("/goal")).QuerySelectorAll(".list b").Select(b => b.TextContent).ShouldBe(["Harbor & Finch"]);
        await ada.Submit("/goal", "state", ("State", "Paused"));

        (await ada.Read("/goal")).Body!.TextContent.ShouldContain("This goal is paused");
    }

    [Theory, OnBothDatabases]
    public async Task Capture_takes_a_name_and_a_line(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        using var ada = await desk.World.SignIn();

        await ada.Submit("/capture", "capture", ("Form.Name", "Ana Kovač"), ("Form.What", "CardReceived"), ("Form.Note", "DataConf"));

        (await ada.Read("/capture")).QuerySelector(".toast")!.TextContent.ShouldContain("Got a card from Ana Kovač");
        (await desk.Names()).ShouldBe(["Ana Kovač"]);
    }

    [Theory, OnBothDatabases]
    public async Task Events_and_opportunities_are_noted_and_changed(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        using var ada = await desk.World.SignIn();

        await ada.Submit("/events", "event", ("Form.Name", "DataConf"), ("Form.At", "2031-05-01T18:00"));
        await ada.Submit("/opportunities/new", "opportunity", ("Form.Title", "Head of data"), ("Form.Organisation", "Harbor & Finch"), ("Form.State", "Lead"));
        var id = await desk.World.Ask(db => db.Opportunities.Select(o => o.Id).SingleAsync(Ct));
        await ada.Submit($"/opportunities/{id}/edit", "opportunity", ("Form.Title", "Head of data"), ("Form.Organisation", "Harbor & Finch"), ("Form.State", "Applied"));

        (await ada.Read("/events")).QuerySelectorAll(".list b").Single().TextContent.ShouldBe("DataConf");
        (await ada.Read("/opportunities")).QuerySelectorAll("[data-stage=Applied] [data-title]").Single().TextContent.ShouldBe("Head of data");
    }
}
