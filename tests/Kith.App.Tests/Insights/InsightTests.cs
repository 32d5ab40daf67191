using System.Net;
using Kith.App.Tests.CommandLine;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Domain.Attribution;
using Kith.Domain.Funnel;
using Kith.Domain.Strength;
using Kith.Insights;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Insights;

public sealed class InsightTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // By hand: Ana met at DataConf (4 hours, cost 40) 100 days ago, answered; Ben met there, silent. Ana introduced Cleo 60 days ago, who is behind
    // the interview 20 days ago and the offer 5 days ago. Dora is behind a second interview that nothing is known to have led to.
    [Theory, OnBothDatabases]
    public async Task A_small_history_says_what_one_counts_by_hand(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var story = await Story.Tell(desk);

        var shown = await desk.Ask((db, clock, _) => ShowInsights.Handle(new(Rule: CreditRule.PositionWeighted), db, clock, Ct));

        shown.Outcomes.Select(o => (o.Title, o.State, o.Chain.Count)).ShouldBe([("Planner", OpportunityState.Interview, 2), ("Analyst", OpportunityState.Interview, 0), ("Planner", OpportunityState.Offer, 2)], ignoreOrder: true);
        var met = shown.Tactics.Single(t => t.Tactic == Tactic.EventMet);
        (met.Conversed, met.Interviews, met.Offers).ShouldBe((new Rate(1, 2), 0.5, 0.5), "half of each outcome of the planner, and of the two met only Ana answered");
        (met.PerHour, met.PerCost).ShouldBe((new Yield(1, 4), new Yield(1, 40)));
        var introduced = shown.Tactics.Single(t => t.Tactic == Tactic.Introduction);
        (introduced.Conversed, introduced.Interviews, introduced.Offers).ShouldBe((new Rate(1, 1), 0.5, 0.5));
        (shown.Attribution.Interviews, shown.Attribution.Offers, shown.Attribution.Unknown).ShouldBe((2, 1, 1));
        shown.Attribution.People.ShouldBe([new(story.Ana, 2), new(null, 1)], "the meeting and the introduction are both Ana's");
        shown.Attribution.Events.ShouldBe([new(null, 2), new(story.DataConf, 1)]);
        shown.Funnel.Select(s => s.Next).ShouldBe([new(3, 3), new(2, 3), new(1, 2), new(0, 1)], "Ben was written to, Cleo talked, Ana and the user turned to each other on two days");
        shown.Pipeline.Select(s => s.Next).ShouldBe([new(2, 2), new(2, 2), new(2, 2), new(1, 2), new(0, 1)]);
        shown.Flows.ShouldContain(new ShowInsights.Flow(Tactic.EventMet, Stage.Contacted, null, 1));
        shown.Flows.ShouldContain(new ShowInsights.Flow(Tactic.Introduction, Stage.Conversed, OpportunityState.Offer, 1));
        (shown.Homework.Prepared, shown.Homework.Unprepared, shown.Homework.Comparison.Verdict).ShouldBe((new Rate(1, 1), new Rate(0, 1), Verdict.TooLittleToTell));
        (shown.Portfolio.Total, shown.Calendar.Values.Sum()).ShouldBe((3, 5));
    }

    [Theory, OnBothDatabases]
    public async Task The_credit_is_the_same_before_and_after_a_merge_and_after_it_is_taken_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var story = await Story.Tell(desk);
        var before = await Tactics(desk);

        var merged = await desk.Ask((db, _, _) => Kith.People.MergePeople.Handle(new(story.Cleo, [story.CleoAgain]), db, Ct));

        (await Tactics(desk)).ShouldBe(before);
        await desk.Undo(merged.Batch);
        (await Tactics(desk)).ShouldBe(before);
    }

    [Fact]
    public async Task The_page_shows_every_picture_with_its_rows_and_gives_them_away()
    {
        await using var desk = await Desk.Of(product, Database.Sqlite);
        await Story.Tell(desk);
        await desk.World.Change(db => db.People.Single(p => p.FullName == "Ana Kovač").FullName = "=HYPERLINK(\"http://evil\") <b>");
        using var ada = await desk.World.SignIn();

        (await ada.Read("/insights?rows=tactics")).QuerySelectorAll("#tactics ~ .scroll tbody tr").Length.ShouldBe(2);
        var page = await ada.Read("/insights?rule=Last");
        page.QuerySelectorAll("section.insight").Length.ShouldBe(7);
        page.QuerySelectorAll("section.insight > figure svg > title").ShouldAllBe(t => t.TextContent.Length > 20);
        page.QuerySelectorAll(".columns a").Select(a => a.TextContent).ShouldContain("=HYPERLINK(\"http://evil\") <b>");
        var svg = await ada.GetAsync(new Uri("/insights/tactics.svg", UriKind.Relative), Ct);
        svg.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        System.Xml.Linq.XDocument.Parse(await svg.Content.ReadAsStringAsync(Ct)).Root!.Name.LocalName.ShouldBe("svg");
        (await ada.GetStringAsync(new Uri("/insights/tactics.csv", UriKind.Relative), Ct)).ShouldContain("Met at an event,1,2,");
        (await ada.GetAsync(new Uri("/insights/nothing.csv", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_published_figure_is_shown_with_its_source_and_how_far_to_trust_it()
    {
        await using var desk = await Desk.Of(product, Database.Sqlite);
        using var ada = await desk.World.SignIn();

        var page = await ada.Read("/insights/benchmarks");
        page.QuerySelectorAll("main section, main details").SelectMany(s => s.QuerySelectorAll("li small").Select(m => $"{s.QuerySelector("h2, summary")!.TextContent[..1]} {m.TextContent}"))
            .ShouldBe(Benchmark.All.Select(b => $"{b.Confidence} {b.Source}"));
    }

    [Fact]
    public async Task The_command_line_tells_the_same_with_n_and_interval()
    {
        await using var desk = await Desk.Of(product, Database.Sqlite);
        await Story.Tell(desk);

        var told = await desk.World.Json("insights");
        var met = told["tactics"]!.AsArray().Single(t => t!["name"]!.GetValue<string>() == "event-met")!;
        (met["conversed"]!["n"]!.GetValue<int>(), met["conversed"]!["k"]!.GetValue<int>()).ShouldBe((2, 1));
        met["conversed"]!["low"]!.GetValue<double>().ShouldBe(0.0945, 0.0001);
        told["followUp"]!["mine"]!["h48"].ShouldNotBeNull();
        (await desk.World.Run("insights", "--from", "2030-02-01", "--to", "2030-01-01")).Exit.ShouldBe(1);
    }

    private static Task<string> Tactics(Desk desk) => desk.Ask(async (db, clock, _) =>
        string.Join("; ", (await ShowInsights.Handle(new(), db, clock, Ct)).Tactics.Select(t => $"{t.Tactic} {t.Interviews} {t.Offers}")));
}
