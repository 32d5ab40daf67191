using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Reviews;

/// <summary>The weekly review: five screens, finishing, the digest. The world begins on a Wednesday, 6 March 2030.</summary>
public sealed class ReviewTests(Product product)
{
    private static readonly DateOnly Monday = new(2030, 3, 4);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Every_screen_is_an_address_that_works_without_a_goal_and_without_anything(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        using var ada = await desk.World.SignIn();

        for (var step = 1; step <= 5; step++)
        {
            var page = await ada.Read($"/review?step={step}");
            page.QuerySelectorAll("h1").Length.ShouldBe(1);
            page.QuerySelector(".stepper [aria-current]")!.TextContent.ShouldStartWith(new[] { "What happened", "What slipped", "Three numbers", "Next week", "Done" }[step - 1]);
            page.QuerySelector(".title-row .sub")!.TextContent.ShouldContain("4 March to 10 March 2030");
        }
        (await ada.Read("/review?step=99")).QuerySelector(".stepper [aria-current]")!.TextContent.ShouldStartWith("Done");
        (await ada.GetAsync(new Uri("/review?week=2031-01-01", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task What_happened_is_counted_with_the_rows_behind_it_and_only_in_that_week(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, _) = await desk.Met("Ana Kovač", 1);
        await desk.Met("Old Acquaintance", 9);
        await desk.Talked(ana, 0);
        await desk.Talked(ana, 1, Direction.Out);
        await desk.Talked(ana, 5);
        var promise = await desk.Open(ana, LoopKind.PromiseByMe, 1, "the deck");
        var opening = Ids.New(desk.World.Clock);
        await desk.World.Change(db =>
        {
            db.AddRange(new Opportunity { Id = opening, Title = "Head of data" }, new OpportunityStep { Id = db.NewId(), OpportunityId = opening, State = OpportunityState.Applied, On = desk.Today });
            var asked = new Introduction { Id = db.NewId(), PersonId = ana, Kind = IntroductionKind.Introduction, CreatedAt = db.Clock.GetUtcNow().UtcDateTime };
            asked.Advance(IntroductionState.Asked, desk.Today);
            db.Add(asked);
        });
        using var ada = await desk.World.SignIn();
        await ada.Submit($"/people/{ana}", $"/people/{ana}/loops/{promise}", ("Act", "kept"));

        var page = await ada.Read("/review");

        page.QuerySelectorAll(".fold summary").Select(s => s.TextContent.Trim()).ShouldBe(
            ["1 exchange", "2 interactions, 1 of them both ways", "1 step of an introduction", "1 new stage of an opportunity", "1 promise kept"]);
        page.QuerySelectorAll(".fold .row").Length.ShouldBe(6);
        page.Body!.TextContent.ShouldNotContain("Old Acquaintance");
        page.QuerySelectorAll(".fold .row a").Select(a => a.GetAttribute("href")).ShouldContain($"/opportunities/{opening}");
        (await ada.Read("/review?week=2030-02-27")).QuerySelectorAll(".fold summary").Select(s => s.TextContent.Trim()).ShouldBe(["1 exchange", "1 interaction, 1 of them both ways"]);
    }

    [Theory, OnBothDatabases]
    public async Task At_most_20_rows_of_a_kind_are_shown_and_the_count_is_whole(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        for (var number = 0; number < 23; number++)
            await desk.Talked(ana, 0);
        using var ada = await desk.World.SignIn();

        var page = await ada.Read("/review");

        page.QuerySelector(".fold summary")!.TextContent.ShouldContain("23 interactions");
        page.QuerySelectorAll(".fold .row a").Length.ShouldBe(20);
        page.Body!.TextContent.ShouldContain("and 3 more");
    }

    [Theory, OnBothDatabases]
    public async Task What_slipped_is_done_moved_or_dropped_with_a_reason(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, ben) = (await desk.Person("Ana Kovač"), await desk.Person("Ben Okafor"));
        var (late, later) = (await desk.Open(ana, LoopKind.PromiseByMe, -2, "the deck"), await desk.Open(ben, LoopKind.Thank, -1));
        await desk.Open(ana, LoopKind.ReportBack, 0, "due today");
        await desk.Open(ana, LoopKind.ReportBack, 3, "due later");
        using var ada = await desk.World.SignIn();
        var page = await ada.Read("/review?step=2");
        page.QuerySelectorAll(".row.loop b").Select(b => b.TextContent).ShouldBe(["Ana Kovač", "Ben Okafor"]);
        page.QuerySelectorAll(".row.loop a.button").Select(a => a.GetAttribute("href")).ShouldBe([$"/people/{ana}#now", $"/people/{ben}#now"]);

        await ada.Submit("/review?step=2", $"/people/{ben}/loops/{later}", ("Act", "let-go"), ("Reason", " "));
        (await ada.Read("/review?step=2")).QuerySelector(".toast")!.TextContent.ShouldContain("Say why you let this go");
        var answer = await ada.Submit("/review?step=2", $"/people/{ben}/loops/{later}", ("Act", "let-go"), ("Reason", "He left"));
        answer.Headers.Location!.OriginalString.ShouldStartWith("/review?step=2");
        await ada.Submit("/review?step=2", $"/people/{ana}/loops/{late}", ("Act", "later"), ("Until", "2030-03-11"));

        (await ada.Read("/review?step=2")).QuerySelectorAll(".row.loop").ShouldBeEmpty();
        (await desk.World.Ask(db => db.Loops.Where(l => l.Id == later).Select(l => l.Decision).SingleAsync(Ct))).ShouldBe("He left");
        (await desk.World.Ask(db => db.Loops.Where(l => l.Id == late).Select(l => l.SnoozedUntil).SingleAsync(Ct))).ShouldBe(new DateOnly(2030, 3, 11));
        (await ada.Read("/review?step=5")).QuerySelector(".ahead")!.TextContent.ShouldContain("the deck");
    }

    [Theory, OnBothDatabases]
    public async Task Thirty_loops_are_shown_at_a_time_and_somebody_in_the_trash_not_at_all(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        for (var number = 0; number < 32; number++)
            await desk.Open(ana, LoopKind.Thank, -1 - number);
        await desk.Open(await desk.Person("Gone Person", p => p.TrashedAt = new DateTime(2030, 3, 1, 0, 0, 0, DateTimeKind.Utc)), LoopKind.Thank, -9);
        using var ada = await desk.World.SignIn();

        var page = await ada.Read("/review?step=2");

        page.QuerySelectorAll(".row.loop").Length.ShouldBe(30);
        page.Body!.TextContent.ShouldContain("32 loops are past their day");
        page.Body!.TextContent.ShouldNotContain("Gone Person");
    }

    [Theory, OnBothDatabases]
    public async Task Three_numbers_tell_this_week_the_one_before_and_what_was_planned(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, ben) = (await desk.Person("Ana Kovač"), await desk.Person("Ben Okafor"));
        await desk.Works(ana, "Finch Ports");
        await desk.Talked(ana, 0);
        await desk.Talked(ben, 1, Direction.Out);
        await desk.Talked(ben, 6);
        await desk.Met("Cy Long", 2);
        await desk.World.Change(db => db.Add(new Review { Id = db.NewId(), Week = Monday.AddDays(-7), FinishedAt = db.Clock.GetUtcNow().UtcDateTime, Conversations = 4, DecisionMakers = 2, FollowUps = 3 }));
        using var ada = await desk.World.SignIn();

        var figures = (await ada.Read("/review?step=3")).QuerySelectorAll(".figures > div").Select(d => string.Join("|", d.Children.Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))).ToList();

        figures.ShouldBe(
        [
            "Conversations|1 of 4 planned|of 2 people you were in touch with|the week before: 1 of 1",
            "With decision makers|1 of 2 planned|of 1 conversations|the week before: 0 of 1",
            "Followed up in 48 hours|0 of 3 planned|of 1 exchanges|the week before: 0 of 0",
        ]);
    }

    [Theory, OnBothDatabases]
    public async Task Finishing_keeps_one_review_a_week_and_can_be_taken_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        using var ada = await desk.World.SignIn();

        var answer = await ada.Submit("/review?step=4", "review", ("Form.Conversations", "5"), ("Form.DecisionMakers", "1"), ("Form.FollowUps", ""), ("Form.Learnt", "One question at a time <b>"), ("Form.Next", "Call Ana"));

        answer.Headers.Location!.OriginalString.ShouldEndWith("/review?step=5&week=2030-03-04");
        var page = await ada.Read("/review?step=5");
        page.QuerySelector(".brief")!.TextContent.ShouldContain("One question at a time <b>");
        page.QuerySelector(".toast")!.TextContent.ShouldContain("Finished the review of the week of 4 March 2030");
        var changed = await Finish(desk, new(Conversations: 7, Next: "Call Ben"));
        changed.Title.ShouldBe("Changed the review of the week of 4 March 2030");
        (await Kept(desk)).ShouldBe((Monday, 7, null, "Call Ben"));
        await desk.Undo(changed.Batch);
        (await Kept(desk)).ShouldBe((Monday, 5, "One question at a time <b>", "Call Ana"));
        var first = await desk.World.Ask(db => db.Batches.Where(b => b.Title.StartsWith("Finished")).Select(b => b.Id).SingleAsync(Ct));
        await desk.Undo(first);
        (await desk.World.Ask(db => db.Reviews.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_is_refused(Database database)
    {
        await using var desk = await Desk.Of(product, database);

        (await Refused(() => Finish(desk, new(Week: Monday.AddDays(7))))).ShouldBe("review.week");
        (await Refused(() => Finish(desk, new(Week: DateOnly.MinValue)))).ShouldBe("review.week");
        (await Refused(() => Finish(desk, new(Conversations: 100)))).ShouldBe("input.invalid");
        (await Refused(() => Finish(desk, new(Learnt: new('x', 2001))))).ShouldBe("input.invalid");
        using var ada = await desk.World.SignIn();
        var answer = await ada.Submit("/review?step=4", "review", ("Form.Conversations", "many"));
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("is not a number from 0 to 99");
        (await desk.World.Ask(db => db.Reviews.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Weeks_are_the_users_and_a_row_of_reviews_is_told_without_guilt(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.World.Ask(async db =>
        {
            (await db.Workspaces.SingleAsync(w => w.Id == db.WorkspaceId, Ct)).TimeZone = "Pacific/Auckland";
            return await db.SaveChangesAsync(Ct);
        });
        using var ada = await desk.World.SignIn();
        // Sunday, 10 March, 12:00 in London is Monday, 11 March, 01:00 in Auckland: the week that ended is reviewed.
        desk.World.Clock.Pass(new DateTimeOffset(2030, 3, 10, 12, 0, 0, TimeSpan.Zero) - desk.World.Clock.GetUtcNow());

        (await ada.Read("/review")).QuerySelector(".title-row .sub")!.TextContent.ShouldBe("4 March to 10 March 2030");
        await ada.Submit("/review?step=4", "review", ("Form.Next", "Call Ana"));
        (await ada.Call(HttpMethod.Post, "/api/review", new { week = "2030-02-28" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ada.Call(HttpMethod.Post, "/api/review", new { week = "2030-02-20" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await ada.Read("/review")).QuerySelector(".title-row .sub")!.TextContent.ShouldContain("3 reviews in a row");
        desk.World.Clock.Pass(TimeSpan.FromDays(21));
        (await ada.Read("/review")).QuerySelector(".title-row .sub")!.TextContent.ShouldNotContain("row");
    }

    [Theory, OnBothDatabases]
    public async Task The_digest_is_the_same_in_the_shell_and_over_HTTP(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, _) = await desk.Met("Ana Kovač", 1);
        await desk.Open(ana, LoopKind.PromiseByMe, -2, "the deck");
        await desk.World.Change(db => db.Add(new Event { Id = db.NewId(), Name = "DataConf", StartsAt = db.Clock.GetUtcNow().UtcDateTime.AddDays(6) }));
        using var ada = await desk.World.SignIn();

        var text = (await desk.World.Run("review")).Output;
        var json = (await desk.World.Run("review", "--week", "2030-03-05", "--json")).Output;
        var answer = await ada.GetAsync(new Uri("/api/review?week=2030-03-05", UriKind.Relative), Ct);

        foreach (var told in new[] { "Week of 2030-03-04", "1 exchanges", "What slipped: 1", "promise-by-me  Ana Kovač: the deck", "conversations: 0 of 0", "2030-03-12 09:00  DataConf" })
            text.ShouldContain(told);
        using var shell = JsonDocument.Parse(json);
        var web = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        JsonElement.DeepEquals(shell.RootElement, web).ShouldBeTrue();
        web.GetProperty("slipped").GetProperty("rows")[0].GetProperty("what").GetString().ShouldBe("the deck");
        (await desk.World.Run("review", "--week", "2031-01-01")).ShouldSatisfyAllConditions(r => r.Exit.ShouldBe(1), r => r.Error.ShouldContain("Look back on this week"));
    }

    [Theory, OnBothDatabases]
    public async Task Another_workspaces_review_is_out_of_sight(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await Finish(desk, new(Learnt: "secret words"));
        await desk.Talked(await desk.Person("Ana Kovač"), 0);
        var neighbour = await desk.World.AddWorkspace("Ben's network");
        using var ben = await desk.World.SignIn(neighbour);

        var seen = await (await ben.GetAsync(new Uri("/api/review", UriKind.Relative), Ct)).Content.ReadAsStringAsync(Ct);

        seen.ShouldNotContain("secret");
        seen.ShouldNotContain("Ana");
    }

    [Theory, OnBothDatabases]
    public async Task Today_offers_the_review_from_Friday_to_Monday_until_it_is_finished(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Person("Ana Kovač");
        using var ada = await desk.World.SignIn();
        (await Offered(ada)).ShouldBeFalse("it is Wednesday");
        desk.World.Clock.Pass(TimeSpan.FromDays(2));
        (await Offered(ada)).ShouldBeTrue("it is Friday");
        var finished = await Finish(desk, new(Next: "Rest"));
        (await Offered(ada)).ShouldBeFalse();
        await desk.Undo(finished.Batch);
        desk.World.Clock.Pass(TimeSpan.FromDays(3));
        (await Offered(ada)).ShouldBeTrue("it is Monday, and last week was not looked at");
        desk.World.Clock.Pass(TimeSpan.FromDays(1));
        (await Offered(ada)).ShouldBeFalse("it is Tuesday");

        static async Task<bool> Offered(HttpClient ada) => (await ada.Read("/")).QuerySelector("main a[href='/review']") is not null;
    }

    private static Task<FinishReview.Finished> Finish(Desk desk, FinishReview.Command command) => desk.Ask((db, clock, _) => FinishReview.Handle(command, db, clock, Ct));

    private static async Task<(DateOnly Week, int? Conversations, string? Learnt, string? Next)> Kept(Desk desk)
    {
        var review = await desk.World.Ask(db => db.Reviews.AsNoTracking().SingleAsync(Ct));
        return (review.Week, review.Conversations, review.Learnt, review.Next);
    }

    private static async Task<string> Refused<T>(Func<Task<T>> act) => (await Should.ThrowAsync<RefusedException>(act)).Code;
}
