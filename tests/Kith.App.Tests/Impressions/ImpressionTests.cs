using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Impressions;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Impressions;

/// <summary>How a conversation went: noting it, changing it, promises, and what is listed.</summary>
public sealed class ImpressionTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task After_a_logged_call_the_toast_asks_how_it_went_and_three_taps_and_one_line_are_kept(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        using var ada = await desk.World.SignIn();
        await ada.Submit($"/people/{ana}", "log", ("Log.Channel", "Call"), ("Log.Direction", "Both"), ("Log.Note", "The tide model"));
        var offer = (await ada.Read($"/people/{ana}")).QuerySelector(".toast a")!;
        offer.TextContent.ShouldBe("How did it go?");

        var answer = await ada.Submit(offer.GetAttribute("href")!, "impression",
            ("Form.Clarity", "4"), ("Form.Usefulness", "5"), ("Form.Warmth", "3"), ("Form.Line", "Lit up at the tide story"), ("Form.Asked", "How large was the team?"), ("Form.Promised", "Send the deck\r\n\r\nName of the vendor\r\n"));

        answer.Headers.Location!.OriginalString.ShouldEndWith($"/people/{ana}");
        var kept = await desk.World.Ask(db => db.Impressions.AsNoTracking().SingleAsync(Ct));
        var talk = await desk.World.Ask(db => db.Interactions.Select(i => i.Id).SingleAsync(Ct));
        (kept.InteractionId, kept.PersonId, kept.Clarity, kept.Usefulness, kept.Warmth, kept.Line, kept.Asked, kept.On).ShouldBe((talk, ana, 4, 5, 3, "Lit up at the tide story", "How large was the team?", desk.Today));
        var loops = await desk.World.Ask(db => db.Loops.AsNoTracking().OrderBy(l => l.Id).ToListAsync(Ct));
        loops.Select(l => (l.What, l.Kind, l.State, l.Due, l.InteractionId)).ShouldBe(
            [("Send the deck", LoopKind.PromiseByMe, LoopState.Open, desk.Today.AddDays(7), talk), ("Name of the vendor", LoopKind.PromiseByMe, LoopState.Open, desk.Today.AddDays(7), talk)]);
        (await ada.Read($"/people/{ana}")).QuerySelector(".toast")!.TextContent.ShouldContain("Noted how the call with Ana Kovač went; 2 promises are open.");
    }

    [Theory, OnBothDatabases]
    public async Task A_message_or_a_call_of_one_side_is_not_asked_about(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        using var ada = await desk.World.SignIn();
        foreach (var (channel, direction) in new[] { ("Mail", "Both"), ("Call", "Out"), ("Message", "In") })
        {
            await ada.Submit($"/people/{ana}", "log", ("Log.Channel", channel), ("Log.Direction", direction));
            (await ada.Read($"/people/{ana}")).QuerySelector(".toast a").ShouldBeNull();
        }
        var mail = await desk.World.Ask(db => db.Interactions.Where(i => i.Channel == Channel.Mail).Select(i => i.Id).SingleAsync(Ct));

        (await Refused(() => Save(desk, new(mail, Clarity: 3)))).ShouldBe("impression.one-way");
        (await ada.GetAsync(new Uri($"/people/{ana}/impression?of={mail}", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task One_undo_takes_back_the_impression_with_its_promises(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (_, talk) = await desk.Talked("Ana Kovač");
        var saved = await Save(desk, new(talk, Clarity: 4, Promised: "Send the deck\nCall Ben"));
        saved.Loops.Count.ShouldBe(2);

        await desk.Undo(saved.Batch!.Value);

        (await desk.World.Ask(db => db.Impressions.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.Loops.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task It_can_be_changed_later_stays_one_and_promises_nothing_twice(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, talk) = await desk.Talked("Ana Kovač");
        await Save(desk, new(talk, Clarity: 4, Line: "First", Promised: "Send the deck"));

        var changed = await Save(desk, new(talk, Clarity: 2, Warmth: 5, Promised: "Send the deck\nCall Ben"));

        var kept = await desk.World.Ask(db => db.Impressions.AsNoTracking().SingleAsync(Ct));
        (kept.Clarity, kept.Warmth, kept.Line).ShouldBe((2, 5, null));
        (await desk.World.Ask(db => db.Loops.OrderBy(l => l.Id).Select(l => l.What).ToListAsync(Ct))).ShouldBe(["Send the deck", "Call Ben"]);
        (await Save(desk, new(talk, Clarity: 2, Warmth: 5))).Batch.ShouldBeNull("nothing was changed");
        using var ada = await desk.World.SignIn();
        var page = await ada.Read($"/people/{ana}/impression");
        page.QuerySelector("input[name='Form.Clarity'][checked]")!.GetAttribute("value").ShouldBe("2");
        await desk.Undo(changed.Batch!.Value);
        (await desk.World.Ask(db => db.Impressions.Select(i => i.Line).SingleAsync(Ct))).ShouldBe("First");
    }

    [Theory, OnBothDatabases]
    public async Task What_says_nothing_too_much_or_the_impossible_is_refused(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, talk) = await desk.Talked("Ana Kovač");

        (await Refused(() => Save(desk, new(talk)))).ShouldBe("impression.empty");
        (await Refused(() => Save(desk, new(talk, Line: "  ", Promised: "\n \n")))).ShouldBe("impression.empty");
        (await Refused(() => Save(desk, new(talk, Clarity: 6)))).ShouldBe("input.invalid");
        (await Refused(() => Save(desk, new(talk, Warmth: 0)))).ShouldBe("input.invalid");
        (await Refused(() => Save(desk, new(talk, Line: new('x', 301))))).ShouldBe("input.invalid");
        (await Refused(() => Save(desk, new(talk, Promised: "1\n2\n3\n4\n5\n6")))).ShouldBe("impression.promises");
        (await Refused(() => Save(desk, new(talk, Promised: new('x', 501))))).ShouldBe("impression.promise-long");
        (await Refused(() => Save(desk, new(talk, Promised: "Send it", Due: desk.Today.AddDays(-1))))).ShouldBe("loop.past");
        (await Refused(() => Save(desk, new(Ids.New(desk.World.Clock), Clarity: 3)))).ShouldBe("interaction.unknown");
        (await desk.World.Ask(db => db.Impressions.CountAsync(Ct))).ShouldBe(0);
        using var ada = await desk.World.SignIn();
        var answer = await ada.Submit($"/people/{ana}/impression?of={talk}", "impression", ("Form.Line", ""), ("Form.Due", "tomorrow"));
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("is not a date");
        await Save(desk, new(talk, Line: "<script>alert(1)</script>", Asked: "=cmd|' /C calc'!A0"));
        (await (await ada.GetAsync(new Uri("/impressions", UriKind.Relative), Ct)).Content.ReadAsStringAsync(Ct)).ShouldNotContain("<script>alert");
    }

    [Theory, OnBothDatabases]
    public async Task Conversations_of_others_workspaces_are_out_of_reach(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, talk) = await desk.Talked("Ana Kovač");
        var saved = await Save(desk, new(talk, Clarity: 4));
        var neighbour = await desk.World.AddWorkspace("Ben's network");
        using var ben = await desk.World.SignIn(neighbour);

        (await ben.GetAsync(new Uri($"/people/{ana}/impression?of={talk}", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ben.Call(HttpMethod.Post, "/api/impressions", new { interaction = talk, clarity = 1 })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ben.Call(HttpMethod.Post, "/api/feedback", new { impression = saved.Impression })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.World.Ask(db => db.Impressions.Select(i => i.Clarity).SingleAsync(Ct))).ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task Listed_is_what_was_said_in_the_last_30_days_and_has_no_line_yet(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, talk) = await desk.Talked("Ana Kovač");
        await desk.Talked(await desk.Person("Ben Okafor"), 29);
        await desk.Talked(await desk.Person("Cy Long"), 32);
        await desk.Talked(await desk.Person("Di Short"), 2, Direction.Out);
        using var ada = await desk.World.SignIn();

        (await Names(ada)).ShouldBe(["Ana Kovač", "Ben Okafor"]);
        (await ada.Call(HttpMethod.Post, "/api/impressions", new { interaction = talk, clarity = 5 })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Names(ada)).ShouldBe(["Ben Okafor"]);
        var listed = await (await ada.GetAsync(new Uri("/api/impressions?span=quarter", UriKind.Relative), Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct);
        listed.GetProperty("noted")[0].GetProperty("name").GetString().ShouldBe("Ana Kovač");
        listed.GetProperty("compared")[0].GetProperty("together").GetProperty("text").GetString().ShouldBe("too few to tell (n = 0)");

        static async Task<string[]> Names(HttpClient ada) => [.. (await ada.Read("/impressions")).QuerySelectorAll("section[aria-labelledby=waiting] .row b").Select(b => b.TextContent)];
    }

    [Theory, OnBothDatabases]
    public async Task Only_conversations_that_both_rated_are_compared(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        for (var number = 0; number < 6; number++)
        {
            var (person, talk) = await desk.Talked($"Person {number}");
            var saved = await Save(desk, new(talk, Clarity: 4, Usefulness: 2));
            if (number > 0)
                await desk.World.Change(db => db.Add(new Feedback
                {
                    Id = db.NewId(),
                    PersonId = person,
                    ImpressionId = saved.Impression,
                    Token = $"t{number}",
                    CreatedAt = db.Clock.GetUtcNow().UtcDateTime,
                    ExpiresAt = db.Clock.GetUtcNow().UtcDateTime,
                    AnsweredAt = db.Clock.GetUtcNow().UtcDateTime,
                    Clarity = 3,
                    Usefulness = number < 5 ? 5 : null,
                }));
        }

        var list = await desk.Ask((db, clock, _) => ListImpressions.Handle(null, db, clock, Ct));

        list.Compared[0].Together.ShouldSatisfyAllConditions(m => (m.N, m.Own, m.Theirs, m.Difference).ShouldBe((5, 4.0, 3.0, 1.0)));
        list.Compared[1].Together.Text.ShouldBe("too few to tell (n = 4)");
        using var ada = await desk.World.SignIn();
        var page = await ada.Read("/impressions");
        page.QuerySelectorAll("svg.pairs .own").Length.ShouldBe(1, "one span holds enough to tell, on one question");
        page.Body!.TextContent.ShouldContain("you 4.0, they 3.0; difference 1.0");
    }

    [Theory, OnBothDatabases]
    public async Task On_the_command_line_an_impression_is_noted_asked_about_and_listed(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (_, talk) = await desk.Talked("Ana Kovač");
        (await desk.World.Run("impression")).Output.ShouldContain("Ana Kovač");

        var noted = await desk.World.Run("impression", "Ana", "--clarity", "4", "--useful", "5", "--warm", "4", "--line", "Good", "--asked", "When?", "--promise", "Send the deck", "--promise", "Call Ben", "--json");

        noted.Exit.ShouldBe(0, noted.Error);
        using var json = JsonDocument.Parse(noted.Output);
        json.RootElement.GetProperty("loops").GetArrayLength().ShouldBe(2);
        (await desk.World.Ask(db => db.Impressions.Select(i => i.InteractionId).SingleAsync(Ct))).ShouldBe(talk);
        (await desk.World.Run("impression")).Output.ShouldNotContain("Ana Kovač");
        (await desk.World.Run("impression", "ask", "Ana")).Output.ShouldContain("/f/");
        (await desk.World.Run("impression", "ask", "Ana")).ShouldSatisfyAllConditions(r => r.Exit.ShouldBe(1), r => r.Error.ShouldContain("a link for this conversation already"));
        var link = await desk.World.Ask(db => db.Feedback.Select(f => f.Id).SingleAsync(Ct));
        (await desk.World.Run("impression", "withdraw", link.ToString())).Output.ShouldContain("Withdrew the feedback link for Ana Kovač");
        (await desk.World.Run("impression", "Ana", "--clarity", "9")).Exit.ShouldBe(1);
    }

    private static Task<SaveImpression.Saved> Save(Desk desk, SaveImpression.Command command) => desk.Ask((db, clock, _) => SaveImpression.Handle(command, db, clock, Ct));

    private static async Task<string> Refused<T>(Func<Task<T>> act) => (await Should.ThrowAsync<RefusedException>(act)).Code;
}
