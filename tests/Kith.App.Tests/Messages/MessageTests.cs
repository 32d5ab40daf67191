using System.Net;
using System.Text;
using Kith.App.Tests.CommandLine;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Domain.Linting;
using Kith.Domain.Writing;
using Kith.Introductions;
using Kith.Messages;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Messages;

public sealed class MessageTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<Database, LoopKind, bool, string> Occasions => new()
    {
        { Database.Sqlite, LoopKind.FollowUp, false, "Ask for insight" },
        { Database.Postgres, LoopKind.FollowUp, true, "Follow up after meeting" },
        { Database.Sqlite, LoopKind.Thank, true, "Thank" },
        { Database.Sqlite, LoopKind.ReportBack, true, "Report back" },
        { Database.Postgres, LoopKind.PromiseByMe, true, "Keep a promise" },
        { Database.Sqlite, LoopKind.PromiseByThem, true, "Remind of a promise" },
    };

    [Theory, MemberData(nameof(Occasions))]
    public async Task What_is_open_chooses_the_template(Database database, LoopKind kind, bool hasTalked, string template)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        if (hasTalked)
            await desk.Talked(ana, 5);
        var loop = await desk.Open(ana, kind, 2, "the article on berths");

        var draft = await desk.Ask((db, clock, _) => Compose.Handle(new(ana, loop), db, clock, Ct));

        draft.Template.ShouldBe(template);
        draft.Known.Due.ShouldBe(desk.Today.AddDays(2));
        if (kind is LoopKind.PromiseByMe or LoopKind.PromiseByThem)
            draft.Text.ShouldContain("the article on berths");
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_says_what_is_known_marks_what_is_missing_and_cannot_be_sent_with_a_gap(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Person("Robin Sample", isSelf: true);
        var ana = await desk.Person("Ana Kovač");
        await desk.Works(ana, "Harbor & Finch");

        var draft = await desk.Ask((db, clock, _) => Compose.Handle(new(ana), db, clock, Ct));
        draft.Gaps.ShouldBe(["connection"], "nothing is known of how they are connected");
        draft.Subject.ShouldBe("A question about your work at Harbor & Finch");
        draft.Text.ShouldContain(Gap.Mark("connection"));
        draft.Variables.Single(v => v.Name == "me").Value.ShouldBe("Robin Sample");
        var kept = await desk.Ask((db, clock, _) => SaveMessage.Handle(new(ana, draft.Text, draft.Kind, draft.Subject), db, clock, Ct));
        (await Should.ThrowAsync<RefusedException>(desk.Ask((db, clock, _) => SaveMessage.Sent(kept.Message, db, clock, Ct)))).Code.ShouldBe("message.gap");
        (await Should.ThrowAsync<RefusedException>(desk.Ask((db, _, _) => HandOver.Handle(kept.Message, db, Ct)))).Code.ShouldBe("message.gap");

        await desk.World.Change(db =>
        {
            var gathering = new Event { Id = db.NewId(), Name = "DataConf" };
            db.AddRange(gathering, new Exchange { Id = db.NewId(), PersonId = ana, Tactic = Tactic.EventMet, On = desk.Today, EventId = gathering.Id });
        });
        (await desk.Ask((db, clock, _) => Compose.Handle(new(ana), db, clock, Ct))).Text.ShouldContain("We met at DataConf. Your work at Harbor & Finch interests me");
    }

    [Theory, OnBothDatabases]
    public async Task Saying_that_it_was_sent_is_the_evidence_that_closes_the_follow_up_and_undo_opens_it_again(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, loop) = await desk.Met("Ana Kovač", 1);
        var kept = await desk.Ask((db, clock, _) => SaveMessage.Handle(new(ana, "Hi Ana,\nit was good to meet you.", MessageKind.FollowUp, "Our talk", loop), db, clock, Ct));
        (await State(desk, loop)).ShouldBe(LoopState.Open, "a draft is no evidence");

        var sent = await desk.Ask((db, clock, _) => SaveMessage.Sent(kept.Message, db, clock, Ct));

        var contact = await desk.World.Ask(db => db.Interactions.SingleAsync(Ct));
        (contact.Channel, contact.Direction, contact.Summary, contact.IsAsk).ShouldBe((Channel.Mail, Direction.Out, "Our talk", false));
        (await desk.World.Ask(db => db.Loops.Select(l => l.EvidenceId).SingleAsync(Ct))).ShouldBe(contact.Id);
        (await desk.World.Ask(db => db.WrittenMessages.Select(m => m.InteractionId).SingleAsync(Ct))).ShouldBe(contact.Id);
        (await Should.ThrowAsync<RefusedException>(desk.Ask((db, clock, _) => SaveMessage.Sent(kept.Message, db, clock, Ct)))).Code.ShouldBe("message.sent");
        (await Should.ThrowAsync<RefusedException>(desk.Ask((db, clock, _) => SaveMessage.Handle(new(ana, "Other words", Message: kept.Message), db, clock, Ct)))).Code.ShouldBe("message.sent");
        await desk.Undo(sent.Batch!.Value);

        (await State(desk, loop)).ShouldBe(LoopState.Open);
        (await desk.World.Ask(db => db.WrittenMessages.Select(m => m.SentAt).SingleAsync(Ct))).ShouldBeNull("the draft is there again");
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_is_kept_by_the_message_that_was_written_for_it(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        var (promise, other) = (await desk.Open(ana, LoopKind.PromiseByMe, 1, "the article"), await desk.Open(ana, LoopKind.PromiseByMe, 1, "the book"));

        await Send(desk, ana, "Hi Ana, here is the article.", MessageKind.FollowUp, promise);

        (await State(desk, promise)).ShouldBe(LoopState.Closed);
        (await State(desk, other)).ShouldBe(LoopState.Open);
    }

    [Theory, OnBothDatabases]
    public async Task A_message_about_a_drafted_introduction_asks_for_it(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, gus) = (await desk.Person("Ana Kovač"), await desk.Person("Gus Adler"));
        var asked = await desk.Ask((db, clock, _) => RequestIntroduction.Handle(new(ana, gus, Why: "He plans night yards."), db, clock, Ct));

        var draft = await desk.Ask((db, clock, _) => Compose.Handle(new(ana, Introduction: asked.Introduction), db, clock, Ct));
        draft.Template.ShouldBe("Ask for an introduction");
        draft.Subject.ShouldBe("Could you introduce me to Gus Adler?");
        draft.Text.ShouldContain("He plans night yards.");
        var kept = await desk.Ask((db, clock, _) => SaveMessage.Handle(new(ana, "Would you ask Gus?", draft.Kind, draft.Subject, Introduction: asked.Introduction), db, clock, Ct));
        await desk.Ask((db, clock, _) => SaveMessage.Sent(kept.Message, db, clock, Ct));

        (await desk.World.Ask(db => db.Introductions.Select(i => i.State).SingleAsync(Ct))).ShouldBe(IntroductionState.Asked);
        (await desk.World.Ask(db => db.Loops.Select(l => l.What).SingleAsync(Ct))).ShouldBe("Ask after the introduction, once");
        (await desk.World.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(1, "asking is one contact");
    }

    [Theory, OnBothDatabases]
    public async Task Another_workspace_sees_and_changes_nothing_of_it(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, loop) = await desk.Met("Ana Kovač", 1);
        var ben = await desk.Person("Ben Okafor");
        var kept = await desk.Ask((db, clock, _) => SaveMessage.Handle(new(ana, "Hi Ana", Loop: loop), db, clock, Ct));
        (await Should.ThrowAsync<RefusedException>(desk.Ask((db, clock, _) => SaveMessage.Handle(new(ben, "Hi Ben", Loop: loop), db, clock, Ct)))).Code.ShouldBe("loop.unknown", "a loop of somebody else");
        using var eve = await desk.World.SignIn(await desk.World.AddWorkspace("Eve"));

        foreach (var path in new[] { $"/messages/{kept.Message}", $"/messages/new?person={ana}", $"/messages/{kept.Message}/mail.eml" })
            (await eve.GetAsync(new Uri(path, UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await eve.Call(HttpMethod.Post, $"/api/messages/{kept.Message}/sent")).IsSuccessStatusCode.ShouldBeFalse();
        (await eve.Call(HttpMethod.Delete, $"/api/messages/{kept.Message}")).IsSuccessStatusCode.ShouldBeFalse();
        (await desk.World.Ask(db => db.WrittenMessages.CountAsync(m => m.SentAt == null, Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task The_page_keeps_sends_and_hands_over_what_was_written()
    {
        await using var desk = await Desk.Of(product, Database.Sqlite);
        var (ana, loop) = await desk.Met("Ana <Kovač>", 1);
        await desk.World.Change(db => db.Add(new PersonEmail { Id = db.NewId(), PersonId = ana, Value = "ana@harbor.example" }));
        using var ada = await desk.World.SignIn();
        var path = $"/messages/new?person={ana}&loop={loop}";

        (await ada.Read($"/people/{ana}")).QuerySelector($"a[href='{path}']").ShouldNotBeNull();
        var gap = await ada.Submit(path, "message", ("Form.Kind", "FollowUp"), ("Form.Text", $"Hi {Gap.Mark("event")}"), ("Form.Act", "sent"));
        WebUtility.HtmlDecode(await gap.Content.ReadAsStringAsync(Ct)).ShouldContain("Fill in ⟦event⟧ first");
        (await desk.World.Ask(db => db.WrittenMessages.CountAsync(Ct))).ShouldBe(0);
        var kept = await ada.Submit(path, "message", ("Form.Kind", "FollowUp"), ("Form.Subject", "Our talk\r\nBcc: all@evil.example"), ("Form.Text", "Hi Ana,\r\n<script>alert(1)</script> I am looking for a job."), ("Form.Act", "save"));
        var draft = new Uri(desk.World.Address, kept.Headers.Location!).PathAndQuery;
        var page = await ada.Read(draft);
        page.QuerySelector("[data-mailto]")!.GetAttribute("href").ShouldBe("mailto:ana@harbor.example?subject=Our%20talk%20Bcc%3A%20all%40evil.example&body=Hi%20Ana%2C%0D%0A%3Cscript%3Ealert%281%29%3C%2Fscript%3E%20I%20am%20looking%20for%20a%20job.");
        page.QuerySelectorAll("mark").ShouldContain(m => m.TextContent.Contains("looking for a job", StringComparison.Ordinal));
        page.QuerySelector("script:not([src])").ShouldBeNull();
        var file = Encoding.UTF8.GetString(await ada.GetByteArrayAsync(new Uri($"{draft}/mail.eml", UriKind.Relative), Ct));
        file.ShouldContain("X-Unsent: 1");
        file.ShouldContain("<ana@harbor.example>");
        file.ShouldNotContain("\nBcc:");
        var sent = await ada.Submit(draft, "message", ("Form.Kind", "FollowUp"), ("Form.Subject", "Our talk"), ("Form.Text", "Hi Ana, good to meet you."), ("Form.Act", "sent"));
        sent.Headers.Location!.OriginalString.ShouldEndWith($"/people/{ana}");

        (await State(desk, loop)).ShouldBe(LoopState.Closed);
        (await ada.Read(draft)).QuerySelector(".sent .words")!.TextContent.ShouldBe("Hi Ana, good to meet you.");
        (await ada.Read("/messages")).QuerySelector("li small")!.TextContent.ShouldBe("Our talk");
    }

    [Fact]
    public async Task The_command_line_drafts_keeps_and_notes_what_was_sent()
    {
        await using var desk = await Desk.Of(product, Database.Sqlite);
        var (ana, loop) = await desk.Met("Ana Kovač", 1);
        await desk.Person("Robin Sample", isSelf: true);

        var drafted = await desk.World.Json("message", "draft", "Ana Kovač", "--template", "second-try", "--loop", loop.ToString(), "--save");
        drafted["pass"]!.GetValue<bool>().ShouldBeTrue();
        drafted["missing"]!.AsArray().ShouldBeEmpty();
        drafted.Text("text").ShouldEndWith("Robin Sample");
        (await desk.World.Run("message", "sent", drafted.Text("message"))).Exit.ShouldBe(0);

        (await State(desk, loop)).ShouldBe(LoopState.Closed);
        (await desk.World.Run("message")).Output.ShouldContain("Ana Kovač: Following up on my note");
        (await desk.World.Run("message", "draft", "Ana Kovač", "--template", "no such")).Exit.ShouldBe(1);
    }

    private static async Task Send(Desk desk, Guid person, string text, MessageKind kind, Guid? loop)
    {
        var kept = await desk.Ask((db, clock, _) => SaveMessage.Handle(new(person, text, kind, Loop: loop), db, clock, Ct));
        await desk.Ask((db, clock, _) => SaveMessage.Sent(kept.Message, db, clock, Ct));
    }

    private static Task<LoopState> State(Desk desk, Guid loop) => desk.World.Ask(db => db.Loops.Where(l => l.Id == loop).Select(l => l.State).SingleAsync(Ct));
}
