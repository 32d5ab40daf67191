using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Preparation;
using Kith.People;
using Kith.Research;

namespace Kith.App.Tests.Research;

public sealed class HomeworkTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_checklist_becomes_questions_once_and_an_answer_becomes_a_finding(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var harbor = await desk.Works(await desk.Person("Ana Kovač"), "Harbor & Finch");

        var asked = await desk.Ask((db, clock, _) => AskQuestion.Handle(new(Organisation: harbor, Items: ["facts.mission", "facts.numbers"]), db, clock, Ct));
        var again = await desk.Ask((db, clock, _) => AskQuestion.Handle(new(Organisation: harbor, Items: ["facts.mission"]), db, clock, Ct));
        var answered = await desk.Ask((db, clock, _) => AnswerQuestion.Handle(new(asked.Questions[0], "Ships without smoke", "https://harbor.example/about"), db, clock, Ct));

        (asked.Questions.Count, again.Questions.Count, again.Batch).ShouldBe((2, 0, null));
        var dossier = await Dossier(desk, About.Organisation, harbor);
        dossier.Questions.Select(q => (q.Item, q.Answer)).ShouldBe([("facts.numbers", null), ("facts.mission", "Ships without smoke")]);
        dossier.Findings.Single().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(FindingKind.Mission), f => f.Source.ShouldBe("https://harbor.example/about"));
        (await Code(() => desk.Ask((db, clock, _) => AnswerQuestion.Handle(new(asked.Questions[0], "Again"), db, clock, Ct)))).ShouldBe("question.answered");
        (await Code(() => desk.Ask((db, _, _) => AskQuestion.Remove(asked.Questions[0], db, Ct)))).ShouldBe("question.answered");
        await desk.Undo(answered.Batch);
        (await Dossier(desk, About.Organisation, harbor)).ShouldSatisfyAllConditions(d => d.Findings.ShouldBeEmpty(), d => d.Questions.ShouldAllBe(q => q.AnsweredOn == null));
    }

    [Theory, OnBothDatabases]
    public async Task A_finding_that_is_taken_back_opens_its_question_again(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        var asked = await desk.Ask((db, clock, _) => AskQuestion.Handle(new(ana, Text: "What surprised you?", Kind: QuestionKind.AskThem), db, clock, Ct));
        var answered = await desk.Ask((db, clock, _) => AnswerQuestion.Handle(new(asked.Questions[0], "The silence"), db, clock, Ct));

        await desk.Ask((db, _, _) => AddFinding.Remove(answered.Finding, db, Ct));

        (await Dossier(desk, About.Person, ana)).Questions.Single().AnsweredOn.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task The_brief_puts_everything_known_on_one_page_and_says_what_is_missing(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var me = await desk.Person("Ada Harbor", isSelf: true);
        await desk.Works(me, "Westerplas");
        var ana = await desk.Person("Ana Kovač");
        await desk.Works(ana, "Westerplas");
        var harbor = await desk.Works(ana, "Harbor & Finch");
        await desk.World.Change(db => db.Positions.Single(p => p.PersonId == ana && p.OrganisationId != harbor).IsCurrent = false);
        await desk.World.Change(db => db.People.Single(p => p.Id == ana).Headline = "Head of data, Harbor & Finch");
        await desk.Open(ana, LoopKind.PromiseByThem, 4, "the slides");
        await desk.Open(ana, LoopKind.PromiseByMe, 9, "the checklist");
        await desk.Talked(ana, 12);
        var bare = await Brief(desk, ana);
        await Note(desk, FindingKind.Cares, "Quiet ports", person: ana);
        await Note(desk, FindingKind.Mission, "Ships without smoke", harbor);
        for (var number = 1; number <= 6; number++)
            await Note(desk, FindingKind.News, $"News {number}", harbor);
        await desk.Ask((db, clock, _) => AskQuestion.Handle(new(ana, Items: ["tiara.trends", "tiara.advice"]), db, clock, Ct));
        await desk.Ask((db, clock, _) => SaveBrief.Handle(new(ana, "Cut berth time by 12 % at Westerplas", "Whom should I talk to next?", new(2030, 3, 9, 14, 30, 0)), db, clock, Ct));

        var brief = await Brief(desk, ana);

        bare.Readiness.Missing.Select(m => m.Code).ShouldContain("cares");
        brief.Readiness.Score.ShouldBe(100, string.Join(", ", brief.Readiness.Missing.Select(m => m.Text)));
        brief.Common.Lines.Select(l => l.Text).ShouldBe(["You both know Westerplas from inside"]);
        brief.Promises.Select(p => p.What).ShouldBe(["the checklist", "the slides"], "one's own promises stand first");
        brief.Cares.Lines.Single().Text.ShouldBe("Quiet ports");
        (brief.There.Lines[0].Text, brief.There.Lines.Count, brief.There.More).ShouldBe(("Ships without smoke", 4, 3));
        (brief.Bring, brief.Questions.Lines.Count, brief.MeetingAt).ShouldBe(("Cut berth time by 12 % at Westerplas", 2, new DateTime(2030, 3, 9, 14, 30, 0)));
        brief.LastContact!.Channel.ShouldBe(Channel.Call);
    }

    [Theory, OnBothDatabases]
    public async Task Asking_before_the_homework_is_done_is_possible_and_is_marked(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");

        var early = await desk.Ask((db, clock, _) => LogInteraction.Handle(new(ana, Channel.Mail, Direction.Out, IsAsk: true), db, clock, Ct));
        var plain = await desk.Ask((db, clock, _) => LogInteraction.Handle(new(ana, Channel.Mail, Direction.Out), db, clock, Ct));

        (early.Readiness, plain.Readiness).ShouldBe((0, null));
        var story = (await desk.Ask((db, clock, _) => ShowPerson.Handle(new(ana), db, clock, Ct))).Timeline;
        story.Select(m => m.Readiness).ShouldBe([0, null], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_of_another_workspace_is_not_there(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        var asked = await desk.Ask((db, clock, _) => AskQuestion.Handle(new(ana, Text: "Why ports?"), db, clock, Ct));
        var other = await desk.World.AddWorkspace("Other");

        (await Code(() => desk.World.Ask(db => AskQuestion.Remove(asked.Questions[0], db, Ct), other))).ShouldBe("question.unknown");
        (await Code(() => desk.World.Ask(db => db.ReadinessFor(ana, desk.Today, Ct), other))).ShouldBe("person.unknown");
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_is_refused(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");

        (await Code(() => desk.Ask((db, clock, _) => AskQuestion.Handle(new(ana), db, clock, Ct)))).ShouldBe("question.missing");
        (await Code(() => desk.Ask((db, clock, _) => AskQuestion.Handle(new(ana, ana, Text: "Who?"), db, clock, Ct)))).ShouldBe("question.about");
        (await Code(() => desk.Ask((db, clock, _) => AskQuestion.Handle(new(ana, Items: ["tiara.weather"]), db, clock, Ct)))).ShouldBe("question.item");
        (await Code(() => desk.Ask((db, clock, _) => AddFinding.Handle(new(null, ana, "A fact", "A friend", Kind: FindingKind.Skill), db, clock, Ct)))).ShouldBe("finding.kind");
        (await Code(() => desk.Ask((db, clock, _) => SaveBrief.Handle(new(ana, new string('x', 1001), null), db, clock, Ct)))).ShouldBe("input.invalid");
    }

    [Fact]
    public async Task The_pages_take_homework_and_a_hostile_source_is_no_link()
    {
        await using var world = await product.Start(Database.Sqlite);
        var desk = new Desk(world);
        var ana = await desk.Person("Ana Kovač");
        using var ada = await world.SignIn();
        var person = $"/people/{ana}";

        await ada.Submit(person, "/homework/questions", ("Items", "tiara.trends"), ("Who", "AskThem"));
        await ada.Submit(person, "/homework/findings", ("Fact", "Sails <fast>"), ("Source", "javascript:alert(1)"), ("Kind", "Cares"));
        var page = await ada.Read($"{person}/brief");
        page.Body!.TextContent.ShouldContain("Sails <fast>");
        page.Body.TextContent.ShouldContain("Which change will matter most in your field");
        page.QuerySelectorAll("a").ShouldAllBe(a => !a.GetAttribute("href")!.StartsWith("javascript"));
        await ada.Submit($"{person}/brief", "brief", ("Form.Bring", "Twelve per cent"), ("Form.Ask", "A name"), ("Form.MeetingAt", "2030-02-03T14:30"));

        (await ada.Read($"{person}/brief")).Body!.TextContent.ShouldContain("Twelve per cent");
        (await ada.Read(person)).QuerySelector("#homework")!.ParentElement!.ParentElement!.TextContent.ShouldContain("of 100");
    }

    [Fact]
    public async Task The_verbs_ask_answer_and_print_the_page()
    {
        await using var world = await product.Start(Database.Sqlite);
        await new Desk(world).Person("Ana Kovač");

        (await world.Run("question", "add", "Ana Kovač", "Why ports?")).Output.Trim().ShouldBe("1 noted.");
        var id = (await world.Run("question", "Ana Kovač")).Output.Split(' ')[0];
        (await world.Run("brief", "Ana Kovač")).Output.ShouldContain("My questions: Why ports?");
        (await world.Run("question", "answer", id, "Because of the sea")).Exit.ShouldBe(0);

        (await world.Run("question", "Ana Kovač")).Output.ShouldContain("Because of the sea");
        (await world.Run("log", "Ana Kovač", "--channel", "mail", "--direction", "out", "--ask")).Output.ShouldContain("Asked before the homework was done");
    }

    private static Task<ShowBrief.Shown> Brief(Desk desk, Guid person) => desk.Ask((db, clock, _) => ShowBrief.Handle(person, db, clock, Ct));

    private static Task<Dossier> Dossier(Desk desk, About about, Guid id) => desk.Ask((db, _, _) => db.DossierOf(about, id, Ct));

    private static Task<AddFinding.Added> Note(Desk desk, FindingKind kind, string fact, Guid? organisation = null, Guid? person = null) =>
        desk.Ask((db, clock, _) => AddFinding.Handle(new(organisation, person, fact, "https://example.org/news", Kind: kind), db, clock, Ct));

    private static async Task<string> Code<T>(Func<Task<T>> act) => (await Should.ThrowAsync<RefusedException>(act)).Code;
}
