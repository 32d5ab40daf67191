using System.Net;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Importing;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Showcase;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Showcase;

/// <summary>What an export of LinkedIn brings to the showcase.</summary>
public sealed class TakeOverTests(Product product)
{
    private const string Projects = "Title,Description,Url,Started On,Finished On\nQuay map,A map of the quay,https://map.example.com,Jan 2020,Mar 2020\nC++,One,,Jan 2019,\nC,Other,javascript:alert(1),Jan 2019,\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Export Career => new Export().Connections("Ben,Adler,https://www.linkedin.com/in/ben-adler,,Harbor & Finch,Head of Data,12 Mar 2024")
        .With("Profile.csv", "First Name,Last Name,Headline\nAda,Harbor,Data lead\n")
        .With("Positions.csv", "Company Name,Title,Description,Location,Started On,Finished On\nOld Mill,Analyst,Ground numbers,Lisbon,Jan 2015,Mar 2019\nHarbor & Finch,Data lead,,Lisbon,Apr 2019,\n")
        .With("Skills.csv", "Name\nStatistics\nSketching\n")
        .With("Recommendations_Received.csv", "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nBen,Adler,Harbor & Finch,Head of Data,Ada sees what others miss,\"03/12/24, 09:30 AM\",VISIBLE\n")
        .With("Recommendations_Given.csv", "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nEli,Stone,Old Mill,Chef,Eli cooks well,\"03/12/20, 09:30 AM\",VISIBLE\n");

    [Theory, OnBothDatabases]
    public async Task Projects_become_pieces_of_work_once_and_can_be_taken_back(Database database)
    {
        await using var world = await product.Start(database);
        var export = Career.With("Projects.csv", Projects);

        var imported = await world.Import(export);

        (await world.Ask(db => db.Evidence.OrderBy(e => e.Title).Select(e => new { e.Title, e.Kind, e.Action, e.Url, e.On, Born = e.BornIn }).ToListAsync(Ct))).ShouldBe(
        [
            new { Title = "C", Kind = EvidenceKind.Work, Action = (string?)"Other", Url = (string?)null, On = (DateOnly?)new DateOnly(2019, 1, 1), Born = imported.Batch },
            new { Title = "C++", Kind = EvidenceKind.Work, Action = (string?)"One", Url = (string?)null, On = (DateOnly?)new DateOnly(2019, 1, 1), Born = imported.Batch },
            new { Title = "Quay map", Kind = EvidenceKind.Work, Action = (string?)"A map of the quay", Url = (string?)"https://map.example.com", On = (DateOnly?)new DateOnly(2020, 1, 1), Born = imported.Batch },
        ]);
        imported.Files.Single(f => f.File == "Projects.csv").ShouldSatisfyAllConditions(f => f.Read.ShouldBe(3), f => f.Added.ShouldBe(3));
        var again = await world.Import(export);
        (again.Batch, again.Files.Single(f => f.File == "Projects.csv").Unchanged).ShouldBe((null, 3));

        await world.Undo(imported.Batch!.Value);
        (await world.Ask(db => db.Evidence.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_project_that_proves_a_claim_stays_when_its_import_is_taken_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var imported = await desk.World.Import(Career.With("Projects.csv", Projects));
        var map = await desk.World.Ask(db => db.Evidence.Where(e => e.Title == "Quay map").Select(e => e.Id).SingleAsync(Ct));
        await desk.Ask(async (db, _, _) => await LinkProof.Handle(new LinkProof.Command((await SaveClaim.Handle(new("Maps"), db, Ct)).Claim, map), db, Ct));

        await desk.World.Undo(imported.Batch!.Value);

        (await desk.World.Ask(db => db.Evidence.Select(e => e.Title).ToListAsync(Ct))).ShouldBe(["Quay map"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_ticked_is_taken_over_once_in_one_act_that_can_be_undone(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.World.Import(Career);
        using var visitor = await desk.World.SignIn();
        var page = await visitor.Read("/showcase/suggest");
        page.QuerySelectorAll("input[name=Keys]").Select(i => i.ParentElement!.QuerySelector("span")!.FirstChild!.TextContent.Trim())
            .ShouldBe(["Statistics", "Sketching", "Analyst, Old Mill", "Recommendation by Ben Adler"], "who the user recommended is no proof, nor a position without a description");
        (await visitor.Submit("/showcase/suggest", "take")).StatusCode.ShouldBe(HttpStatusCode.OK, "nothing was ticked");
        var keys = page.QuerySelectorAll("input[name=Keys]").Select(i => ("Keys", i.GetAttribute("value"))).ToArray();

        (await visitor.Submit("/showcase/suggest", "take", [.. keys.Where((_, i) => i != 1)])).Headers.Location!.AbsolutePath.ShouldBe("/showcase/claims");

        (await desk.World.Ask(db => db.Claims.Select(c => c.Text).ToListAsync(Ct))).ShouldBe(["Statistics"]);
        var evidence = await desk.World.Ask(db => db.Evidence.OrderBy(e => e.Kind).ToListAsync(Ct));
        evidence.Select(e => (e.Kind, e.Title, e.Action, e.Result)).ShouldBe(
            [(EvidenceKind.Work, "Analyst, Old Mill", "Ground numbers", null), (EvidenceKind.Recommendation, "Recommendation by Ben Adler", null, "Ada sees what others miss")]);
        (await visitor.Read("/showcase/suggest")).QuerySelectorAll("input[name=Keys]").Length.ShouldBe(1);
        (await desk.Ask((db, _, _) => TakeOver.Handle(new([.. keys.Take(1).Select(k => k.Item2!)]), db, Ct))).Batch.ShouldBeNull("taking it again changes nothing");
        (await Stage.Refused(() => desk.Ask((db, _, _) => TakeOver.Handle(new([]), db, Ct)))).ShouldBe("offer.none");

        var batch = await desk.World.Ask(db => db.Batches.Where(b => b.Title.StartsWith("Took over")).Select(b => b.Id).SingleAsync(Ct));
        await desk.Undo(batch);
        (await desk.World.Ask(db => db.Claims.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.Evidence.CountAsync(Ct))).ShouldBe(0);
        (await visitor.Read("/showcase/suggest")).QuerySelectorAll("input[name=Keys]").Length.ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task A_claim_made_by_hand_is_not_offered_and_more_than_there_is_room_for_is_refused(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.World.Import(Career.With("Skills.csv", "Name\nStatistics\n" + string.Concat(Enumerable.Range(0, 250).Select(i => $"Skill {i}\n"))));
        await desk.Claim("statistics");

        var offers = await desk.Ask((db, _, _) => TakeOver.Handle(db, Ct));

        (offers.Open.Count, offers.Total).ShouldBe((200, 252));
        offers.Open.ShouldNotContain(o => o.Title == "Statistics");
        (await Stage.Refused(() => desk.Ask((db, _, _) => TakeOver.Handle(new([.. offers.Open.Take(100).Select(o => o.Key)]), db, Ct)))).ShouldBe("claim.many");
        (await desk.World.Ask(db => db.Claims.CountAsync(Ct))).ShouldBe(1);
    }
}
