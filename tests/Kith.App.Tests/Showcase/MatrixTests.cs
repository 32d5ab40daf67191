using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Domain.Proving;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Showcase;

/// <summary>The matrix of claims and people in the decision, and what it says to show next.</summary>
public sealed class MatrixTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_proof_shown_fills_its_cell_and_counts_where_it_answers_a_need(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, harbor) = await desk.Decider("Ana Kovač", "Harbor & Finch");
        var (ben, _) = await desk.Decider("Ben Okafor", "Lumen Foundry", motivation: 1);
        await desk.Decider("Cleo Moss", "Harbor & Finch", "Analyst");
        var (forecasts, python) = (await desk.Claim("Forecasts"), await desk.Claim("Python"));
        var story = await desk.Proof("From 9 to 6 per cent", forecasts);
        await desk.Answers(forecasts, await desk.Need(harbor, "Forecasts that planners trust"));

        var before = await desk.Board();
        before.People.Select(p => p.Name).ShouldBe(["Ana Kovač", "Ben Okafor"], "an analyst has no say that anybody noted");
        (before.Proof.Seen, before.Proof.Of, before.Proof.NeedKnown).ShouldBe((0, 2, 1));
        (before.Next[0].Claim, before.Next[0].Person, before.Next[0].Weight).ShouldBe((forecasts, ana, 22.5));
        before.Next[0].Reason.ShouldBe("Has a title that usually decides at Harbor & Finch (dream); they need “Forecasts that planners trust”, which this answers; the proof is ready.");

        await desk.Show(new(ana, python));
        (await desk.Board()).Proof.Seen.ShouldBe(0, "a claim that was only made is no proof");
        await desk.Show(new(ana, forecasts, story, ShowingWay.Meeting));

        var after = await desk.Board();
        (after.Proof.Seen, after.Proof.Of).ShouldBe((1, 2));
        after.Cells.Select(c => (c.Claim, c.Person, c.Seen, c.Evidence, c.Way)).ShouldBe(
            [(python, ana, Seen.Claimed, null, ShowingWay.Message), (forecasts, ana, Seen.Proven, "From 9 to 6 per cent", ShowingWay.Meeting)], ignoreOrder: true);
        after.Next.Select(n => (n.Claim, n.Person)).ShouldBe([(forecasts, ben), (python, ben)], "Ana has seen one and heard the other, of which there is no proof");
        after.People.Single(p => p.Person == ana).Seen.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task What_the_user_noted_comes_before_what_a_title_tells(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, harbor) = await desk.Decider("Ana Kovač", "Harbor & Finch", "Chief recruiter");
        var (ben, _) = await desk.Decider("Ben Okafor", "Harbor & Finch", "Analyst");
        var outside = await desk.Person("Cleo Moss");
        await desk.World.Change(db => db.AddRange(
            new Stakeholder { Id = db.NewId(), PersonId = ana, OrganisationId = harbor, Role = DecisionRole.Recruiter },
            new Stakeholder { Id = db.NewId(), PersonId = ben, OrganisationId = harbor, Role = DecisionRole.DecisionMaker },
            new Stakeholder { Id = db.NewId(), PersonId = outside, OrganisationId = harbor, Role = DecisionRole.Champion }));
        await desk.Claim("Forecasts");

        var board = await desk.Board();

        board.People.Select(p => (p.Name, p.Role, p.IsDecisionMaker)).ShouldBe(
            [("Ben Okafor", DecisionRole.DecisionMaker, true), ("Ana Kovač", DecisionRole.Recruiter, false), ("Cleo Moss", DecisionRole.Champion, false)]);
        board.Proof.Of.ShouldBe(1);
        board.Next[0].Person.ShouldBe(ben);
    }

    [Theory, OnBothDatabases]
    public async Task Only_thirty_people_are_shown_and_all_of_them_are_counted(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (_, harbor) = await desk.Decider("Ana Kovač", "Harbor & Finch");
        await desk.World.Change(db =>
        {
            for (var number = 0; number < 40; number++)
            {
                var person = new Person { Id = db.NewId(), FullName = $"Peer {number:00}", CreatedAt = db.Clock.GetUtcNow().UtcDateTime };
                db.AddRange(person, new Stakeholder { Id = db.NewId(), PersonId = person.Id, OrganisationId = harbor, Role = DecisionRole.Peer });
            }
        });
        await desk.World.Change(db => db.AddRange(Enumerable.Range(0, 30).Select(i => new Claim { Id = db.NewId(), Text = $"Claim {i}", Place = i })));

        var board = await desk.Board(2);

        (board.People.Count, board.InDecision, board.People[0].Name).ShouldBe((30, 41, "Ana Kovač"));
        (board.Claims.Count, board.TotalClaims, board.Page).ShouldBe((5, 30, 2));
        (await desk.Board(99)).Page.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Without_goal_targets_or_deciders_the_page_says_what_to_do(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        using var visitor = await desk.World.SignIn();

        (await visitor.Read("/showcase")).QuerySelector(".empty a.button")!.GetAttribute("href").ShouldBe("/showcase/claims");
        await desk.Claim("Forecasts <script>alert(1)</script>");
        (await visitor.Read("/showcase")).QuerySelector(".notice a")!.GetAttribute("href").ShouldBe("/goal/edit");
        await desk.Target(await desk.Works(await desk.Person("Ana Kovač"), "Harbor & Finch"));
        await desk.World.Ask(async db =>
        {
            (await db.Positions.SingleAsync(Ct)).Title = "Analyst";
            return await db.SaveChangesAsync(Ct);
        });
        (await visitor.Read("/showcase")).QuerySelector(".notice a")!.GetAttribute("href").ShouldBe("/lamp");
        (await visitor.Read("/showcase/claims")).QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task The_page_shows_the_cell_in_words_and_outlines_what_matters_most(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, _) = await desk.Decider("Ana Kovač", "Harbor & Finch");
        var claims = new List<Guid>();
        foreach (var text in new[] { "One", "Two", "Three", "Four", "Five", "Six", "Seven" })
            claims.Add(await desk.Claim(text));
        await desk.Show(new(ana, claims[0], await desk.Proof("A map", claims[0]), ShowingWay.Call));
        using var visitor = await desk.World.SignIn();

        var page = await visitor.Read("/showcase");

        page.QuerySelector(".matrix .proven")!.GetAttribute("aria-label").ShouldBe("One, Ana Kovač: shown A map on the phone on 6 Mar 2030");
        page.QuerySelectorAll(".matrix .wanted").Length.ShouldBe(5);
        page.QuerySelectorAll("ol.list > li").Length.ShouldBe(5);
        page.QuerySelector(".matrix .wanted")!.GetAttribute("href").ShouldBe($"/showcase/show?claim={claims[1]}&person={ana}");
        page.QuerySelector("#proof")!.TextContent.ShouldBe("0 of 1 decision maker has seen proof of something they need");
    }

    [Theory, OnBothDatabases]
    public async Task Another_workspace_sees_none_of_it(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, _) = await desk.Decider("Ana Kovač", "Harbor & Finch");
        var claim = await desk.Claim("Forecasts");
        var evidence = await desk.Proof("A map", claim);
        await desk.Show(new(ana, claim, evidence));
        using var stranger = await desk.World.SignIn(await desk.World.AddWorkspace("Ben's network"));

        foreach (var path in new[] { $"/showcase/claims/{claim}", $"/showcase/evidence/{evidence}", $"/showcase/evidence/{evidence}/file", $"/showcase/show?claim={claim}&person={ana}", $"/api/claims/{claim}", $"/api/evidence/{evidence}" })
            (await stranger.GetAsync(new Uri(path, UriKind.Relative), Ct)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, path);
        (await stranger.Read("/showcase/claims")).QuerySelectorAll("ol.list > li").ShouldBeEmpty();
        foreach (var path in new[] { $"/api/claims/{claim}", $"/api/evidence/{evidence}" })
            (await stranger.Call(HttpMethod.Delete, path)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, path);
        (await stranger.Call(HttpMethod.Post, "/api/showings", new { person = ana, claim })).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await desk.World.Ask(db => db.Showings.CountAsync(Ct))).ShouldBe(1);
    }
}
