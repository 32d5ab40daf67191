using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Research;
using Kith.Showcase;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Showcase;

/// <summary>Claims, the evidence that proves them, and the needs they answer.</summary>
public sealed class ClaimTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Claims_keep_the_users_order_and_are_moved_by_buttons(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        using var visitor = await desk.World.SignIn();
        foreach (var text in new[] { "C", "C#", "C++" })
            (await visitor.Submit("/showcase/claims", "claim", ("Text", text))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var last = await desk.World.Ask(db => db.Claims.Where(c => c.Text == "C++").Select(c => c.Id).SingleAsync(Ct));

        await visitor.Submit("/showcase/claims", $"/showcase/claims/{last}/move", ("Up", "true"));
        (await Texts(desk)).ShouldBe(["C", "C++", "C#"]);
        await visitor.Submit("/showcase/claims", $"/showcase/claims/{last}/move", ("Up", "true"));
        await visitor.Submit("/showcase/claims", $"/showcase/claims/{last}/move", ("Up", "true"));

        (await Texts(desk)).ShouldBe(["C++", "C", "C#"]);
        (await visitor.Read("/showcase/claims")).QuerySelector("main ol button")!.HasAttribute("disabled").ShouldBeTrue("the first cannot go up");
        (await Stage.Refused(() => desk.Claim(" c# "))).ShouldBe("claim.known");
        (await Stage.Refused(() => desk.Claim(" "))).ShouldBe("input.invalid");
        (await Stage.Refused(() => desk.Claim(new('x', 201)))).ShouldBe("input.invalid");
    }

    [Theory, OnBothDatabases]
    public async Task There_is_an_end_to_the_number_of_claims(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.World.Change(db => db.AddRange(Enumerable.Range(0, Kith.Domain.Claim.Most).Select(i => new Claim { Id = db.NewId(), Text = $"Claim {i}", Place = i })));

        (await Stage.Refused(() => desk.Claim("One more"))).ShouldBe("claim.many");
    }

    [Theory, OnBothDatabases]
    public async Task Deleting_a_claim_and_undoing_it_brings_everything_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, harbor) = await desk.Decider("Ana Kovač", "Harbor & Finch");
        var claim = await desk.Claim("Forecasts");
        var evidence = await desk.Proof("A map", claim);
        await desk.Answers(claim, await desk.Need(harbor, "Forecasts"));
        await desk.Show(new(ana, claim, evidence));
        var opening = Ids.New(desk.World.Clock);
        await desk.World.Change(db => db.AddRange(
            new Opportunity { Id = opening, Title = "Head of data" }, new Contribution { Id = db.NewId(), OpportunityId = opening, ClaimId = claim, EvidenceId = evidence, Need = "Forecasts", Text = "I bring them" }));

        var gone = await desk.Ask((db, _, _) => SaveClaim.Remove(claim, db, Ct));
        (await Left(desk)).ShouldBe((0, 1, 0, 0, 0, 0));
        gone.Title.ShouldBe("Deleted the claim Forecasts with 1 showing");
        await desk.Undo(gone.Batch!.Value);
        (await Left(desk)).ShouldBe((1, 1, 1, 1, 1, 1));

        var piece = await desk.Ask((db, _, _) => SaveEvidence.Remove(evidence, db, Ct));
        (await Left(desk)).ShouldBe((1, 0, 0, 1, 0, 1));
        (await desk.World.Ask(db => db.Contributions.Select(c => c.EvidenceId).SingleAsync(Ct))).ShouldBeNull();
        await desk.Undo(piece.Batch!.Value);
        (await Left(desk)).ShouldBe((1, 1, 1, 1, 1, 1));
        (await desk.World.Ask(db => db.Contributions.Select(c => c.EvidenceId).SingleAsync(Ct))).ShouldBe(evidence);
    }

    [Theory, OnBothDatabases]
    public async Task Taking_a_need_back_and_undoing_it_brings_its_answer_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (_, harbor) = await desk.Decider("Ana Kovač", "Harbor & Finch");
        var (claim, need) = (await desk.Claim("Forecasts"), await desk.Need(harbor, "Forecasts"));
        await desk.Answers(claim, need);

        var gone = await desk.Ask((db, _, _) => AddFinding.Remove(need, db, Ct));
        (await desk.World.Ask(db => db.NeedMatches.CountAsync(Ct))).ShouldBe(0);
        await desk.Undo(gone.Batch);

        (await desk.World.Ask(db => db.NeedMatches.Select(n => n.ClaimId).SingleAsync(Ct))).ShouldBe(claim);
    }

    [Theory, OnBothDatabases]
    public async Task A_need_is_matched_on_its_page_and_the_match_taken_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (_, harbor) = await desk.Decider("Ana Kovač", "Harbor & Finch");
        var (claim, need) = (await desk.Claim("Forecasts"), await desk.Need(harbor, "Forecasts that <b>planners</b> trust"));
        var fact = Ids.New(desk.World.Clock);
        await desk.World.Change(db => db.AddRange(
            new Finding { Id = fact, OrganisationId = harbor, Fact = "Grew", Source = "News" }, new Finding { Id = db.NewId(), OrganisationId = harbor, Kind = FindingKind.Mission, Fact = "Clean ports", Source = "Site" }));
        using var visitor = await desk.World.SignIn();

        await visitor.Submit("/showcase/needs", "/showcase/matches", ("Need", need.ToString()), ("Claim", claim.ToString()));
        await visitor.Submit($"/showcase/needs?need={need}", "/showcase/matches", ("Need", need.ToString()), ("Claim", claim.ToString()));

        (await desk.World.Ask(db => db.NeedMatches.CountAsync(Ct))).ShouldBe(1, "once is enough");
        var page = await visitor.Read("/showcase/needs");
        page.QuerySelector(".answer .badge")!.TextContent.ShouldBe("Forecasts");
        page.Body!.TextContent.ShouldContain("Clean ports");
        page.QuerySelectorAll("main b").ShouldNotContain(b => b.TextContent == "planners");
        page.QuerySelector("header .sub")!.TextContent.Trim().ShouldBe("1 of 1 known need is answered by a claim");
        (await Stage.Refused(() => desk.Answers(claim, fact))).ShouldBe("need.unknown");
        var back = await desk.Answers(claim, need, remove: true);
        (await desk.World.Ask(db => db.NeedMatches.CountAsync(Ct))).ShouldBe(0);
        await desk.Undo(back.Batch!.Value);
        (await desk.World.Ask(db => db.NeedMatches.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Evidence_is_told_in_its_form_with_a_file_and_says_what_the_story_lacks(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var claim = await desk.Claim("Forecasts");
        using var visitor = await desk.World.SignIn();

        var answer = await Send(visitor, "/showcase/evidence/new", "%PDF-1.7 x"u8.ToArray(), "my <deck>.exe", ("Form.Title", "A story"), ("Form.Kind", "Story"), ("Form.Situation", "Late forecasts"), ("Form.Url", "example.com/deck"), ("Form.On", "2029-01-02"), ("Claims", claim.ToString()));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var kept = await desk.World.Ask(db => db.Evidence.SingleAsync(Ct));
        (kept.Title, kept.Kind, kept.Url, kept.On, kept.FileName, kept.FileType).ShouldBe(("A story", EvidenceKind.Story, "https://example.com/deck", new DateOnly(2029, 1, 2), "my _deck_.exe.pdf", "application/pdf"));
        (await desk.World.Ask(db => db.Proofs.CountAsync(p => p.ClaimId == claim, Ct))).ShouldBe(1);
        (await visitor.Read($"/showcase/evidence/{kept.Id}")).QuerySelector(".notice")!.TextContent.ShouldContain("lacks its task and its action and its result");
        var file = await visitor.GetAsync(new Uri($"/showcase/evidence/{kept.Id}/file", UriKind.Relative), Ct);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await file.Content.ReadAsByteArrayAsync(Ct)).ShouldBe("%PDF-1.7 x"u8.ToArray());

        await Send(visitor, $"/showcase/evidence/{kept.Id}", null, null, ("Form.Title", "A story"), ("Form.Kind", "Talk"));
        (await desk.World.Ask(db => db.Evidence.Select(e => new { e.Kind, e.FileName }).SingleAsync(Ct))).ShouldBe(new { Kind = EvidenceKind.Talk, FileName = (string?)"my _deck_.exe.pdf" }, "a form without a file leaves it");
        (await desk.World.Ask(db => db.Proofs.CountAsync(Ct))).ShouldBe(0, "no claim was ticked");
        await Send(visitor, $"/showcase/evidence/{kept.Id}", null, null, ("Form.Title", "A story"), ("Form.Kind", "Talk"), ("Form.RemoveFile", "true"));
        (await visitor.GetAsync(new Uri($"/showcase/evidence/{kept.Id}/file", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_of_five_mebibytes_is_taken_and_a_larger_or_unknown_one_refused_with_a_sentence(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        using var visitor = await desk.World.SignIn();
        byte[] whole = [.. "%PDF-"u8, .. new byte[Evidence.MostFileBytes - 5]];

        (await Send(visitor, "/showcase/evidence/new", whole, "whole.pdf", ("Form.Title", "Whole"), ("Form.Kind", "Work"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Said(await Send(visitor, "/showcase/evidence/new", [.. whole, 0], "large.pdf", ("Form.Title", "Large"), ("Form.Kind", "Work")))).ShouldContain("larger than 5 MiB");
        (await Said(await Send(visitor, "/showcase/evidence/new", [0x50, 0x4B, 3, 4, 0], "deck.pdf", ("Form.Title", "Zip"), ("Form.Kind", "Work")))).ShouldContain("The file is a PDF");
        (await Said(await Send(visitor, "/showcase/evidence/new", null, null, ("Form.Title", "Link"), ("Form.Kind", "Work"), ("Form.Url", "javascript://x%0aalert(1)")))).ShouldContain("A web address begins with https://");

        (await desk.World.Ask(db => db.Evidence.Select(e => e.Title).ToListAsync(Ct))).ShouldBe(["Whole"]);
    }

    [Theory, OnBothDatabases]
    public async Task Evidence_is_linked_to_claims_of_this_workspace_only(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var claim = await desk.Claim("Forecasts");
        var evidence = await desk.Proof("A map");
        using var visitor = await desk.World.SignIn();

        await visitor.Submit($"/showcase/claims/{claim}", "/showcase/proofs", ("Evidence", evidence.ToString()));
        (await desk.World.Ask(db => db.Proofs.CountAsync(Ct))).ShouldBe(1);

        (await Stage.Refused(() => desk.Proof("Other", Ids.New(desk.World.Clock)))).ShouldBe("claim.unknown");
        (await Stage.Refused(() => desk.Ask((db, _, _) => LinkProof.Handle(new LinkProof.Command(claim, Ids.New(desk.World.Clock)), db, Ct)))).ShouldBe("evidence.unknown");
        (await desk.World.Ask(db => db.Evidence.CountAsync(Ct))).ShouldBe(1);
    }

    private static Task<List<string>> Texts(Desk desk) => desk.World.Ask(db => db.Claims.OrderBy(c => c.Place).Select(c => c.Text).ToListAsync(Ct));

    private static Task<(int Claims, int Evidence, int Proofs, int Contributions, int Showings, int Matches)> Left(Desk desk) => desk.World.Ask(async db =>
        (await db.Claims.CountAsync(Ct), await db.Evidence.CountAsync(Ct), await db.Proofs.CountAsync(Ct), await db.Contributions.CountAsync(Ct), await db.Showings.CountAsync(Ct), await db.NeedMatches.CountAsync(Ct)));

    private static async Task<string> Said(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync(Ct);

    private static async Task<HttpResponseMessage> Send(HttpClient visitor, string path, byte[]? content, string? name, params (string Field, string Value)[] fields)
    {
        var page = await visitor.Read(path);
        var hidden = page.QuerySelectorAll("form[enctype] input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in hidden.Concat(fields))
            form.Add(new StringContent(value, Encoding.UTF8), field);
        if (content is not null)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = $"\"{name}\"" };
            form.Add(file);
        }
        return await visitor.PostAsync(new Uri(path, UriKind.Relative), form);
    }
}
