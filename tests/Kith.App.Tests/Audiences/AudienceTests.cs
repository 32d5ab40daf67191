using System.Net;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Audiences;
using Kith.Domain;
using Kith.Goals;
using Kith.People;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Audiences;

public sealed class AudienceTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task People_come_by_fit_with_reasons_what_is_known_and_what_is_open(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, ben, cara) = (await Worker(desk, "Ana Kovač", "Head of Data", "Wind power", "Esbjerg"), await Worker(desk, "Ben Okafor", "Clerk", "Wind power", "Rotterdam"), await Worker(desk, "Cara Bell", "Baker", "Bread", "Leiden"));
        await desk.World.Change(db => db.AddRange(
            new PersonAddress { Id = db.NewId(), PersonId = cara, City = "Rotterdam" },
            new Finding { Id = db.NewId(), PersonId = ana, Fact = "Speaks at DataConf", Source = "https://dataconf.example" }));
        await desk.Open(ben, LoopKind.Thank, 3);
        await desk.Open(ben, LoopKind.PromiseByMe, 1, "The deck");
        var audience = await Save(desk, new(null, "Data in wind", Titles: "head of data", Fields: "wind power", Places: "rotterdam"));

        var shown = await Show(desk, audience);

        shown.People.Select(p => (p.Name, p.Score, p.Findings, p.Next?.Kind)).ShouldBe([("Ana Kovač", 83, 1, null), ("Ben Okafor", 50, 0, LoopKind.PromiseByMe), ("Cara Bell", 16, 0, null)]);
        shown.People[0].Reasons.Select(r => (r.IsMet, r.Text)).ShouldBe([(true, "title: Head of Data"), (true, "field: Wind power"), (false, "another place")]);
        (shown.Total, shown.Whole, shown.IsCut).ShouldBe((3, 0, false));
        shown.Organisations.Select(o => (o.Name, o.Score)).ShouldBe([("Ben Okafor's", 100), ("Ana Kovač's", 66)]);
    }

    [Theory, OnBothDatabases]
    public async Task Only_deciders_at_targets_of_the_goal_with_a_role_and_a_tag(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Ask((db, clock, _) => SetGoal.Handle(new("Head of data", Targets: ["Ana Kovač's", "Ben Okafor's"]), db, clock, Ct));
        var (ana, ben) = (await Worker(desk, "Ana Kovač", "Head of Data"), await Worker(desk, "Ben Okafor", "Clerk"));
        await Worker(desk, "Cara Bell", "Head of Bread");
        var at = await desk.World.Ask(db => db.Positions.Where(p => p.PersonId == ana).Select(p => p.OrganisationId!.Value).SingleAsync(Ct));
        await desk.Ask((db, _, _) => SetRole.Handle(new(ana, at, DecisionRole.Champion), db, Ct));
        await desk.World.Change(db => db.Add(new PersonTag { Id = db.NewId(), PersonId = ana, Value = "Alumni" }));

        (await Names(desk, new(null, "Deciders", DecidersOnly: true, AtTargetsOnly: true))).ShouldBe(["Ana Kovač 100"]);
        (await Names(desk, new(null, "At targets", AtTargetsOnly: true))).ShouldBe(["Ana Kovač 100", "Ben Okafor 100"]);
        (await Names(desk, new(null, "Deciders anywhere", DecidersOnly: true))).ShouldBe(["Ana Kovač 100", "Cara Bell 100"]);
        (await Names(desk, new(null, "Champions", Role: DecisionRole.Champion, Tag: "alumni"))).ShouldBe(["Ana Kovač 100"]);
        (await desk.Ask((db, _, _) => ListAudiences.Handle(db, Ct))).Select(r => (r.Name, r.Whole, r.Part)).ShouldBe(
            [("At targets", 2, 0), ("Champions", 1, 0), ("Deciders", 1, 0), ("Deciders anywhere", 2, 0)]);
    }

    [Theory, OnBothDatabases]
    public async Task An_audience_of_another_goal_keeps_to_the_targets_of_that_goal(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Ask((db, clock, _) => SetGoal.Handle(new("Head of data", Targets: ["Ana Kovač's"]), db, clock, Ct));
        await Worker(desk, "Ana Kovač", "Head of Data");
        var (one, every) = (await Save(desk, new(null, "One", AtTargetsOnly: true)), await Save(desk, new(null, "Every", AtTargetsOnly: true, EveryGoal: true)));
        desk.World.Clock.Pass(TimeSpan.FromDays(1));
        await desk.Ask((db, clock, _) => SetGoal.Handle(new("Baker", AsNew: true), db, clock, Ct));

        (await Show(desk, one)).Total.ShouldBe(1);
        (await Show(desk, every)).Total.ShouldBe(0);
        (await desk.Ask((db, _, _) => ListAudiences.Handle(db, Ct))).Select(r => (r.Name, r.Goal, r.Whole)).ShouldBe([("Every", null, 0), ("One", "Head of data", null)]);
    }

    [Theory, OnBothDatabases]
    public async Task An_audience_is_changed_removed_and_each_is_taken_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var audience = await Save(desk, new(null, "Data", Titles: "data"));
        await desk.World.Change(db => db.Add(new Card { Id = db.NewId(), Variant = "For data people", FullName = "Ada", AudienceId = audience }));

        var changed = await desk.Ask((db, _, _) => SaveAudience.Handle(new(audience, "Deciders", DecidersOnly: true), db, Ct));
        (await Show(desk, audience)).Asks.ShouldBe(["only who usually decides"]);
        await desk.Undo(changed.Batch!.Value);
        (await Show(desk, audience)).Asks.ShouldBe(["title: data"]);
        var removed = await desk.Ask((db, _, _) => SaveAudience.Remove(audience, db, Ct));
        (await desk.World.Ask(db => db.Cards.Select(c => c.AudienceId).SingleAsync(Ct))).ShouldBeNull("the card stays");
        await desk.Undo(removed.Batch!.Value);

        (await desk.World.Ask(db => db.Cards.Select(c => c.AudienceId).SingleAsync(Ct))).ShouldBe(audience);
        (await desk.Ask((db, _, _) => SaveAudience.Handle(new(audience, "Data", Titles: "data", EveryGoal: true), db, Ct))).Batch.ShouldBeNull("nothing was changed");
    }

    [Theory]
    [InlineData(null, "data", "input.invalid")]
    [InlineData("Nobody asked", " , ;", "audience.open")]
    [InlineData("Everybody", null, "audience.open")]
    public async Task What_asks_for_nothing_is_refused(string? name, string? titles, string code)
    {
        await using var desk = await Desk.Of(product, Database.Sqlite);

        (await Should.ThrowAsync<RefusedException>(() => Save(desk, new(null, name, titles)))).Code.ShouldBe(code);
        (await Should.ThrowAsync<RefusedException>(() => Save(desk, new(null, "Long", new string('x', 501))))).Code.ShouldBe("input.invalid");
        (await Should.ThrowAsync<RefusedException>(() => Save(desk, new(null, "Role", Role: (DecisionRole)42)))).Code.ShouldBe("input.invalid");
    }

    [Theory, OnBothDatabases]
    public async Task A_thousand_people_are_paged_and_cost_as_many_queries_as_one(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await Worker(desk, "Ana Kovač", "Head of Data");
        var audience = await Save(desk, new(null, "Everything", Titles: "data", Fields: "x", Places: "y", Tag: "z", Role: DecisionRole.Peer));
        var one = await QueryCount.Of(() => Show(desk, audience));
        await desk.World.Change(db =>
        {
            foreach (var i in Enumerable.Range(0, 1000))
            {
                var person = new Person { Id = db.NewId(), FullName = $"Person {i}" };
                db.AddRange(person, new Position { Id = db.NewId(), PersonId = person.Id, Title = "Data person", IsCurrent = true });
            }
        });

        (await QueryCount.Of(() => Show(desk, audience))).ShouldBe(one);
        one.ShouldBe(7);
        var last = await desk.Ask((db, clock, _) => ShowAudience.Handle(audience, 99, db, clock, Ct));
        (last.Total, last.Page, last.People.Count).ShouldBe((1001, 41, 1));
    }

    [Theory, OnBothDatabases]
    public async Task A_merge_keeps_one_role_and_taking_it_back_restores_both(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, same) = (await Worker(desk, "Ana Kovač", "Head of Data"), await desk.Person("Ana Kovac"));
        var at = await desk.World.Ask(db => db.Positions.Select(p => p.OrganisationId!.Value).SingleAsync(Ct));
        await desk.Ask((db, _, _) => SetRole.Handle(new(ana, at, DecisionRole.Champion), db, Ct));
        await desk.Ask((db, _, _) => SetRole.Handle(new(same, at, DecisionRole.Peer), db, Ct));

        var merged = await desk.Ask((db, _, _) => MergePeople.Handle(new(ana, [same]), db, Ct));
        (await Contacts(desk, at)).ShouldBe(["Ana Kovač Champion"]);
        await desk.Undo(merged.Batch);

        (await Contacts(desk, at)).ShouldBe(["Ana Kovač Champion", "Ana Kovac Peer"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_role_is_set_changed_and_taken_away_from_the_page(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await Worker(desk, "Ana <Kovač>", "Head of Data");
        var at = await desk.World.Ask(db => db.Positions.Select(p => p.OrganisationId!.Value).SingleAsync(Ct));
        using var ada = await desk.World.SignIn();
        var (page, form) = ($"/organisations/{at}/contacts", $"/organisations/{at}/roles");

        await ada.Submit(page, form, ("role", "Champion"));
        (await Contacts(desk, at)).ShouldBe(["Ana <Kovač> Champion"]);
        (await ada.Read($"/organisations/{at}")).Body!.TextContent.ShouldContain("champion");
        await ada.Submit(page, form, ("role", "DecisionMaker"));
        (await Contacts(desk, at)).ShouldBe(["Ana <Kovač> DecisionMaker"]);
        await ada.Submit(page, form, ("role", ""));
        (await Contacts(desk, at)).ShouldBe(["Ana <Kovač> "]);
        (await desk.World.Ask(db => db.Stakeholders.CountAsync(Ct))).ShouldBe(0);
        await desk.Person("Ada", isSelf: true);
        var self = await desk.World.Ask(db => db.People.Where(p => p.IsSelf).Select(p => p.Id).SingleAsync(Ct));
        (await Should.ThrowAsync<RefusedException>(() => desk.Ask((db, _, _) => SetRole.Handle(new(self, at, DecisionRole.Peer), db, Ct)))).Code.ShouldBe("role.self");
        (await Should.ThrowAsync<RefusedException>(() => desk.Ask((db, _, _) => SetRole.Handle(new(ana, at, (DecisionRole)9), db, Ct)))).Code.ShouldBe("input.invalid");
    }

    [Theory, OnBothDatabases]
    public async Task The_order_of_contact_reads_work_school_level_promotion_and_name(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Ask((db, clock, _) => SetGoal.Handle(new("Analytics Manager"), db, clock, Ct));
        var school = Ids.New(desk.World.Clock);
        await desk.World.Change(db => db.Add(new Organisation { Id = school, Name = "Westerplas", NameKey = "westerplas" }));
        var self = await desk.Person("Ada", isSelf: true);
        var (ana, ben, cara) = (await desk.Person("Ana Ellingham", p => p.FamilyName = "Ellingham"), await desk.Person("Ben Smith", p => p.FamilyName = "Smith"), await desk.Person("Cara Smith", p => p.FamilyName = "Smith"));
        var at = await desk.Works(ana, "Lumen");
        await desk.Works(ben, "Lumen");
        await desk.Works(cara, "Lumen");
        await desk.World.Change(db =>
        {
            foreach (var person in new[] { self, ben })
                db.Add(new Position { Id = db.NewId(), PersonId = person, OrganisationId = school, Kind = PositionKind.Education, Title = "MSc" });
            db.Positions.Single(p => p.PersonId == cara && p.OrganisationId == at).Title = "Analytics Engineer";
            db.Positions.Single(p => p.PersonId == ana && p.OrganisationId == at).From = new(2024, 1, 1);
            db.Add(new Position { Id = db.NewId(), PersonId = ana, OrganisationId = at, Title = "Senior analyst", From = new(2020, 1, 1), To = new(2023, 12, 1) });
        });

        var shown = await desk.Ask((db, clock, _) => ShowContacts.Handle(at, db, clock, Ct));

        shown.Contacts.Select(c => $"{c.Name}: {string.Join(", ", c.Grounds.Select(g => g.Ground))}").ShouldBe(["Cara Smith: Function", "Ben Smith: School, Above", "Ana Ellingham: Above, Promoted, Findable"]);
        (await QueryCount.Of(() => desk.Ask((db, clock, _) => ShowContacts.Handle(at, db, clock, Ct)))).ShouldBe(5);
    }

    [Theory, OnBothDatabases]
    public async Task Another_workspace_finds_no_audience_and_nobody_in_it(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await Worker(desk, "Ana Kovač", "Head of Data");
        var audience = await Save(desk, new(null, "Data", Titles: "data"));
        var other = await desk.World.AddWorkspace("Ben's network");
        using var ben = await desk.World.SignIn(other);

        foreach (var path in new[] { $"/audiences/{audience}", $"/audiences/{audience}/edit", $"/api/audiences/{audience}" })
            (await ben.GetAsync(new Uri(path, UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await ben.Read("/audiences")).Body!.TextContent.ShouldContain("Whom do you want to reach?");
        (await ben.Call(HttpMethod.Delete, $"/api/audiences/{audience}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var theirs = await desk.World.Ask(db => SaveAudience.Handle(new(null, "Data", Titles: "data"), db, Ct), other);
        (await (await ben.GetAsync(new Uri($"/audiences/{theirs.Audience}", UriKind.Relative), Ct)).Content.ReadAsStringAsync(Ct)).ShouldNotContain("Kovač");
    }

    [Theory, OnBothDatabases]
    public async Task The_pages_add_show_and_remove_an_audience_without_script(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await Worker(desk, "Ana <Kovač>", "Head of Data");
        using var ada = await desk.World.SignIn();

        var added = await ada.Submit("/audiences/new", "audience", ("Input.Name", "Data <people>"), ("Input.Titles", "data, ai"), ("Input.DecidersOnly", "true"));
        var at = new Uri(desk.World.Address, added.Headers.Location!).AbsolutePath;
        var page = await ada.Read(at);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Data <people>");
        page.QuerySelectorAll(".list .row-text b").Select(b => b.TextContent).ShouldBe(["Ana <Kovač>"]);
        page.QuerySelector(".why")!.TextContent.ShouldContain("usually decides about hiring");
        (await ada.Submit($"{at}/edit", "audience", ("Input.Name", "Data"))).StatusCode.ShouldBe(HttpStatusCode.OK, "an audience of everybody is refused on the page");
        await ada.Submit(at, $"{at}/remove");

        (await desk.World.Ask(db => db.Audiences.CountAsync(Ct))).ShouldBe(0);
    }

    private static async Task<Guid> Worker(Desk desk, string name, string title, string? industry = null, string? place = null)
    {
        var person = await desk.Person(name);
        var at = await desk.Works(person, $"{name}'s");
        await desk.World.Change(db =>
        {
            db.Positions.Single(p => p.PersonId == person).Title = title;
            var organisation = db.Organisations.Single(o => o.Id == at);
            (organisation.Industry, organisation.Place) = (industry, place);
        });
        return person;
    }

    private static async Task<Guid> Save(Desk desk, SaveAudience.Command command) => (await desk.Ask((db, _, _) => SaveAudience.Handle(command, db, Ct))).Audience;

    private static Task<ShowAudience.Shown> Show(Desk desk, Guid audience) => desk.Ask((db, clock, _) => ShowAudience.Handle(audience, 1, db, clock, Ct));

    private static async Task<string[]> Names(Desk desk, SaveAudience.Command command) => [.. (await Show(desk, await Save(desk, command))).People.Select(p => $"{p.Name} {p.Score}").Order()];

    private static async Task<string[]> Contacts(Desk desk, Guid organisation) =>
        [.. (await desk.Ask((db, clock, _) => ShowContacts.Handle(organisation, db, clock, Ct))).Contacts.Select(c => $"{c.Name} {c.Role}")];
}
