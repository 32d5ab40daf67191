using System.Net;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.History;
using Kith.Impressions;
using Kith.People;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Impressions;

/// <summary>The feedback link as strangers meet it, and its end.</summary>
public sealed class FeedbackTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task It_says_who_asks_and_asks_two_questions_and_nothing_else(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Person("Ada <Harbor>", p => p.Notes = "secret note", isSelf: true);
        var asked = await desk.Asked();

        using var answer = await desk.World.Client.GetAsync(new Uri(asked.Path, UriKind.Relative), Ct);
        var html = await answer.Content.ReadAsStringAsync(Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("Ada &lt;Harbor&gt; asks you two questions");
        foreach (var withheld in new[] { "<script", "Kova", "Ana", "secret", "checked", desk.World.Workspace.Name, desk.World.Workspace.Id.ToString(), asked.Feedback.ToString() })
            html.ShouldNotContain(withheld);
        var page = await desk.World.Client.Read(asked.Path);
        page.QuerySelectorAll("fieldset").Length.ShouldBe(2);
        page.QuerySelectorAll("input[type=radio]").Length.ShouldBe(10);
        page.QuerySelector("meta[name=referrer]")!.GetAttribute("content").ShouldBe("no-referrer");
        page.QuerySelectorAll("script, style, iframe, img, [style], [onclick]").ShouldBeEmpty();
        answer.Headers.GetValues("X-Robots-Tag").Single().ShouldBe("noindex, nofollow");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
        answer.Headers.TryGetValues("Set-Cookie", out _).ShouldBeFalse("a stranger is given no cookie");
    }

    [Theory, OnBothDatabases]
    public async Task Looking_uses_nothing_up_and_one_answer_does(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var asked = await desk.Asked();
        for (var look = 0; look < 3; look++)
            (await Page(desk, asked.Path)).Status.ShouldBe(HttpStatusCode.OK, "programs that preview links look too");

        (await Write(desk, asked.Path, ("Clarity", "4"), ("Usefulness", "5"))).Status.ShouldBe(HttpStatusCode.OK);

        var kept = await Kept(desk);
        (kept.Clarity, kept.Usefulness).ShouldBe((4, 5));
        kept.AnsweredAt.ShouldNotBeNull();
        var act = await desk.World.Ask(db => db.Batches.OrderByDescending(b => b.Id).Select(b => new { b.Id, b.Title, b.Who }).FirstAsync(Ct));
        (act.Title, act.Who).ShouldBe(("Got feedback from Ana Kovač", "feedback"));
        (await Write(desk, asked.Path, ("Clarity", "1"), ("Usefulness", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Kept(desk)).Clarity.ShouldBe(4, "it has one use");
        await desk.Undo(act.Id);
        (await Page(desk, asked.Path)).Status.ShouldBe(HttpStatusCode.OK, "an answer that was taken back can be given again");
    }

    [Theory, OnBothDatabases]
    public async Task Of_answers_that_come_at_once_one_is_kept(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var asked = await desk.Asked();

        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(n => Write(desk, asked.Path, ("Clarity", $"{n}"))));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.NotFound).ShouldBe(4);
        (await desk.World.Ask(db => db.Batches.CountAsync(b => b.Title.StartsWith("Got feedback"), Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Used_expired_withdrawn_taken_back_trashed_and_never_made_look_the_same(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (used, withdrawn, expired, undone, trashed) = (await desk.Asked("A"), await desk.Asked("B"), await desk.Asked("C"), await desk.Asked("D"), await desk.Asked("E"));
        var other = await desk.World.AddWorkspace("Other");
        (await Write(desk, used.Path, ("Clarity", "3"))).Status.ShouldBe(HttpStatusCode.OK);
        var back = await desk.Ask((db, _, _) => AskFeedback.Withdraw(withdrawn.Feedback, db, Ct));
        await desk.Undo(undone.Batch);
        var gone = await desk.World.Ask(db => db.Feedback.Where(f => f.Id == trashed.Feedback).Select(f => f.PersonId).SingleAsync(Ct));
        await desk.Ask((db, clock, _) => TrashPeople.Handle(new([gone]), db, clock, Ct));
        (await Page(desk, expired.Path)).Status.ShouldBe(HttpStatusCode.OK);
        desk.World.Clock.Pass(TimeSpan.FromDays(Feedback.Days));
        var unknown = await Page(desk, "/f/" + SecretAddress.New(desk.World.Workspace.Id));
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        unknown.Html.ShouldContain("This link has been used or has ended");

        foreach (var path in new[] { used.Path, withdrawn.Path, expired.Path, undone.Path, trashed.Path, "/f/x", "/f/" + SecretAddress.New(other.Id), "/f/" + SecretAddress.New(Guid.Empty) })
        {
            (await Page(desk, path)).ShouldBe(unknown, path);
            (await Write(desk, path, ("Clarity", "5"))).ShouldBe(unknown, path);
        }
        (await desk.World.Ask(db => db.Feedback.CountAsync(f => f.Clarity == 5, Ct))).ShouldBe(0);
        back.Batch.ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_token_opens_nothing_in_another_workspace(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var asked = await desk.Asked();
        var neighbour = await desk.World.AddWorkspace("Ben's network");
        var secret = asked.Path["/f/".Length..];

        (await Page(desk, "/f/" + SecretAddress.New(neighbour.Id)[..22] + secret[22..])).Status.ShouldBe(HttpStatusCode.NotFound);
        using var ben = await desk.World.SignIn(neighbour);
        (await ben.Call(HttpMethod.Delete, $"/api/feedback/{asked.Feedback}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Page(desk, asked.Path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task Programs_and_nonsense_leave_no_trace_and_use_nothing_up(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var asked = await desk.Asked();

        (await Write(desk, asked.Path, ("Clarity", "5"), ("Company", "Best SEO"))).Status.ShouldBe(HttpStatusCode.OK, "to a program it looks as if it had been taken");
        foreach (var nonsense in new[] { "0", "6", "-1" })
            (await Write(desk, asked.Path, ("Clarity", nonsense))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Write(desk, asked.Path)).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await Kept(desk)).AnsweredAt.ShouldBeNull();
        (await Page(desk, asked.Path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task More_than_ten_answers_a_minute_are_too_many_for_one_client(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var asked = await desk.Asked();

        for (var tried = 0; tried < SecurityLimits.TriesPerMinute; tried++)
            (await Write(desk, asked.Path)).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await Write(desk, asked.Path, ("Clarity", "5"))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await Kept(desk)).AnsweredAt.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task On_the_page_a_link_is_made_shown_withdrawn_and_made_again(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, talk) = await desk.Talked("Ana Kovač");
        var saved = await desk.Ask((db, clock, _) => SaveImpression.Handle(new(talk, Clarity: 2), db, clock, Ct));
        using var ada = await desk.World.SignIn();
        var here = $"/people/{ana}/impression?of={talk}";

        await ada.Submit(here, $"/impressions/{saved.Impression}/ask");
        var page = await ada.Read(here);
        var address = page.QuerySelector("code.address")!.TextContent;
        address.ShouldStartWith(desk.World.Address.AbsoluteUri);
        page.Body!.TextContent.ShouldContain("20 March 2030");
        var first = await Kept(desk);
        address.ShouldEndWith("/f/" + first.Token);
        first.Token.Length.ShouldBe(43);

        await ada.Submit(here, $"/impressions/feedback/{first.Id}/withdraw");
        (await Page(desk, $"/f/{first.Token}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await ada.Submit(here, $"/impressions/{saved.Impression}/ask");
        var second = await desk.World.Ask(db => db.Feedback.AsNoTracking().SingleAsync(f => f.Id != first.Id, Ct));
        (await Write(desk, $"/f/{second.Token}", ("Clarity", "5"), ("Usefulness", "1"))).Status.ShouldBe(HttpStatusCode.OK);

        (await ada.Read(here)).QuerySelectorAll("tbody td").Select(c => c.TextContent).ShouldBe(["Could they say what you do?", "2", "5", "Was it worth their time?", "–", "1"]);
        (await Should.ThrowAsync<RefusedException>(() => desk.Ask((db, clock, _) => AskFeedback.Handle(new(saved.Impression), db, clock, Ct)))).Code.ShouldBe("feedback.answered");
    }

    [Theory, OnBothDatabases]
    public async Task Erasing_somebody_erases_what_they_answered_and_a_merge_carries_it_along(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var asked = await desk.Asked();
        await Write(desk, asked.Path, ("Clarity", "5"));
        var (old, other) = (await desk.World.Ask(db => db.Feedback.Select(f => f.PersonId).SingleAsync(Ct)), await desk.Person("Annie Kovac"));
        await desk.Ask((db, _, _) => MergePeople.Handle(new(other, [old]), db, Ct));
        (await desk.World.Ask(db => db.Impressions.Select(i => i.PersonId).SingleAsync(Ct))).ShouldBe(other);
        (await Kept(desk)).PersonId.ShouldBe(other);

        await desk.Ask((db, clock, _) => TrashPeople.Handle(new([other]), db, clock, Ct));
        await desk.Ask((db, _, _) => EraseForGood.Handle(other, db, Ct));

        (await desk.World.Ask(db => db.Feedback.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.Impressions.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.Batches.CountAsync(b => b.Title.Contains("Kova"), Ct))).ShouldBe(0);
    }

    private static Task<Feedback> Kept(Desk desk) => desk.World.Ask(db => db.Feedback.AsNoTracking().SingleAsync(Ct));

    private static async Task<(HttpStatusCode Status, string Html)> Page(Desk desk, string path)
    {
        using var answer = await desk.World.Client.GetAsync(new Uri(path, UriKind.Relative), Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    private static async Task<(HttpStatusCode Status, string Html)> Write(Desk desk, string path, params (string Field, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(("Nothing", "")).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await desk.World.Client.PostAsync(new Uri(path, UriKind.Relative), form, Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }
}
