using System.Net;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Pipeline;
using Kith.Opportunities;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Opportunities;

public sealed class OpportunityTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_move_is_dated_and_can_be_taken_back_and_moving_back_is_told(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var opening = await desk.Opening();

        var moved = await desk.Move(opening, OpportunityState.Interview, desk.Today);
        moved.Title.ShouldBe("Moved Head of Data to interview");
        (await desk.Show(opening)).Stages.ShouldBe([new(OpportunityState.Lead, desk.Today), new(OpportunityState.Interview, desk.Today)]);

        await desk.Undo(moved.Batch!.Value);
        (await desk.Show(opening)).State.ShouldBe(OpportunityState.Lead);
        (await desk.World.Ask(db => db.OpportunitySteps.Select(s => s.State).ToListAsync(Ct))).ShouldBe([OpportunityState.Lead]);

        await desk.Move(opening, OpportunityState.Applied);
        var back = await desk.Move(opening, OpportunityState.Lead);
        back.Title.ShouldBe("Moved Head of Data back to lead");
        (await desk.Show(opening)).Stages.ShouldBe([new(OpportunityState.Lead, desk.Today)], "it was not applied for after all");
        await desk.Undo(back.Batch!.Value);
        (await desk.Show(opening)).Stages.Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Dates_are_put_right_and_a_later_stage_before_an_earlier_one_is_refused(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var opening = await desk.Opening();
        await desk.Move(opening, OpportunityState.Applied);
        await desk.Move(opening, OpportunityState.Screening);
        var day = desk.Today;

        var done = await desk.Ask((db, clock, _) => MoveOpportunity.Date(new(opening, [new(OpportunityState.Lead, day.AddDays(-9)), new(OpportunityState.Applied, day.AddDays(-5))]), db, clock, Ct));

        (await desk.Show(opening)).Stages.Select(s => s.On).ShouldBe([day.AddDays(-9), day.AddDays(-5), day]);
        (await OpportunityDesk.Refused(() => desk.Ask((db, clock, _) => MoveOpportunity.Date(new(opening, [new(OpportunityState.Screening, day.AddDays(-6))]), db, clock, Ct)))).ShouldBe("opportunity.order");
        (await OpportunityDesk.Refused(() => desk.Ask((db, clock, _) => MoveOpportunity.Date(new(opening, [new(OpportunityState.Offer, day)]), db, clock, Ct)))).ShouldBe("opportunity.stage");
        (await OpportunityDesk.Refused(() => desk.Move(opening, OpportunityState.Interview, day.AddDays(1)))).ShouldBe("opportunity.future");
        (await OpportunityDesk.Refused(() => desk.Move(opening, OpportunityState.Interview, day.AddDays(-1)))).ShouldBe("opportunity.order");
        await desk.Undo(done.Batch!.Value);
        (await desk.Show(opening)).Stages.Select(s => s.On).ShouldBe([day, day, day]);
    }

    [Theory, OnBothDatabases]
    public async Task A_week_after_applying_the_recruiter_is_asked_and_twice_at_most(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (boss, recruiter) = (await desk.Person("Ana Kovač"), await desk.Person("Ben Okafor"));
        var opening = await desk.Opening();
        await desk.Place(opening, boss, DecisionRole.DecisionMaker);
        await desk.Place(opening, recruiter, DecisionRole.Recruiter);

        var applied = desk.Today;
        await desk.Move(opening, OpportunityState.Applied);
        var first = (await desk.Show(opening)).Loops.Single();
        (first.Person, first.Kind, first.What, first.Due).ShouldBe((recruiter, LoopKind.FollowUp, "Ask after the application for Head of Data", applied.AddDays(7)));

        desk.World.Clock.Pass(TimeSpan.FromDays(8));
        await Wrote(desk, recruiter);
        var second = (await desk.Show(opening)).Loops.Single();
        (second.Person, second.Due).ShouldBe((recruiter, applied.AddDays(15)));
        desk.World.Clock.Pass(TimeSpan.FromDays(7));
        await Wrote(desk, recruiter);

        (await desk.Show(opening)).Loops.ShouldBeEmpty("asked twice is enough");
        (await desk.World.Ask(db => db.Loops.CountAsync(l => l.EvidenceId != null, Ct))).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Moving_on_closes_the_question_with_its_reason_and_a_reply_asks_sooner(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        var opening = await desk.Opening();
        await desk.Place(opening, ana, DecisionRole.Champion);
        await desk.Move(opening, OpportunityState.Applied);

        var moved = await desk.Move(opening, OpportunityState.Screening);

        (await desk.World.Ask(db => db.Loops.Where(l => l.State == LoopState.Closed).Select(l => l.Decision).SingleAsync(Ct))).ShouldBe("The application has moved on");
        (await desk.Show(opening)).Loops.Single().Due.ShouldBe(desk.Today.AddDays(1));
        await desk.Undo(moved.Batch!.Value);
        (await desk.Show(opening)).Loops.Single().Due.ShouldBe(desk.Today.AddDays(7), "the first question is open again");
    }

    [Theory, OnBothDatabases]
    public async Task Without_anybody_to_ask_finding_somebody_is_the_next_step(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var opening = await desk.Opening();
        await desk.Move(opening, OpportunityState.Applied);
        var shown = await desk.Show(opening);
        (shown.NextStep, shown.NextOn).ShouldBe((AskAfter.FindSomebody, desk.Today.AddDays(7)));

        await desk.Place(opening, await desk.Person("Ana Kovač"), DecisionRole.Recruiter);

        shown = await desk.Show(opening);
        shown.NextStep.ShouldBeNull();
        shown.Loops.Single().Due.ShouldBe(desk.Today.AddDays(7));
    }

    [Theory, OnBothDatabases]
    public async Task Closing_remembers_how_far_it_came_thanks_whom_is_chosen_and_opens_again(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, ben) = (await desk.Person("Ana Kovač"), await desk.Person("Ben Okafor"));
        var opening = await desk.Opening();
        await desk.Place(opening, ana, DecisionRole.Champion);
        await desk.Place(opening, ben, DecisionRole.Peer);
        await desk.Move(opening, OpportunityState.Interview);

        var closed = await desk.Ask((db, clock, _) => CloseOpportunity.Handle(new(opening, CloseReason.Filled, Thank: [ana]), db, clock, Ct));

        var shown = await desk.Show(opening);
        (shown.State, shown.Reason, shown.ClosedAfter).ShouldBe((OpportunityState.Closed, CloseReason.Filled, OpportunityState.Interview));
        shown.Loops.Select(l => (l.Person, l.Kind)).ShouldBe([(ana, LoopKind.Thank)]);
        (await OpportunityDesk.Refused(() => desk.Move(opening, OpportunityState.Offer))).ShouldBe("opportunity.closed");
        await desk.Ask((db, clock, _) => MoveOpportunity.Reopen(opening, db, clock, Ct));
        (await desk.Show(opening)).State.ShouldBe(OpportunityState.Interview);
        var again = await desk.Ask((db, clock, _) => CloseOpportunity.Handle(new(opening, CloseReason.NoAnswer, Thank: [ana]), db, clock, Ct));
        again.Thanks.ShouldBe(0, "her thank-you is open already");
        await desk.Undo(again.Batch!.Value);
        (await desk.Show(opening)).State.ShouldBe(OpportunityState.Interview);
        closed.Thanks.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_contribution_is_drafted_from_claim_and_evidence_that_proves_it(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var opening = await desk.Opening();
        var (claim, proof, other) = (Ids.New(desk.World.Clock), Ids.New(desk.World.Clock), Ids.New(desk.World.Clock));
        await desk.World.Change(db => db.AddRange(
            new Claim { Id = claim, Text = "Mend forecasts" }, new Evidence { Id = proof, Kind = EvidenceKind.Story, Title = "The planners' forecast" },
            new Evidence { Id = other, Kind = EvidenceKind.Talk, Title = "A talk" }, new Proof { Id = db.NewId(), ClaimId = claim, EvidenceId = proof }));

        var stated = await desk.Ask((db, _, _) => StateContribution.Handle(new(opening, "Trust in numbers", claim, proof, "Bring wind ashore"), db, Ct));

        stated.Text.ShouldBe("You are there to bring wind ashore and need trust in numbers. I can mend forecasts: The planners' forecast.");
        (await OpportunityDesk.Refused(() => desk.Ask((db, _, _) => StateContribution.Handle(new(opening, "Trust", claim, other), db, Ct)))).ShouldBe("contribution.proof");
        (await desk.Ask((db, _, _) => StateContribution.Handle(new(opening, "Trust", claim, proof, Text: "In my own words."), db, Ct))).Text.ShouldBe("In my own words.");
        (await desk.World.Ask(db => db.Contributions.CountAsync(Ct))).ShouldBe(1);
        var away = await desk.Ask((db, _, _) => StateContribution.Handle(new(opening, null), db, Ct));
        (await desk.World.Ask(db => db.Contributions.CountAsync(Ct))).ShouldBe(0);
        await desk.Undo(away.Batch!.Value);
        (await desk.Show(opening)).Contribution!.Text.ShouldBe("In my own words.");
    }

    [Theory, OnBothDatabases]
    public async Task Offers_stand_side_by_side_against_the_criteria(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Ask((db, clock, _) => Kith.Goals.SetGoal.Handle(new("Head of data", Criteria: "Cuts emissions ***\nA team"), db, clock, Ct));
        var (one, two) = (await desk.Opening("One", OpportunityState.Offer), await desk.Opening("Two", OpportunityState.Offer));
        var criteria = await desk.World.Ask(db => db.Criteria.OrderBy(c => c.Place).Select(c => c.Id).ToListAsync(Ct));

        var rated = await desk.Ask((db, clock, _) => ShowOffers.Rate(new(one, [new(criteria[0], 3, "They showed the numbers"), new(criteria[1], 2)]), db, clock, Ct));
        await desk.Ask((db, clock, _) => ShowOffers.Rate(new(two, [new(criteria[0], 1)]), db, clock, Ct));

        var shown = await desk.Ask((db, _, _) => ShowOffers.Handle(db, Ct));
        shown.Offers.Single(o => o.Id == one).Sum.ShouldBe(new Weighed((3 * 3) + (2 * 2), (3 * 3) + (2 * 3), 2, 2));
        shown.Offers.Single(o => o.Id == two).Sum.ShouldBe(new Weighed(3, 9, 1, 2));
        shown.Criteria[0].Best.ShouldBe([one]);
        (await OpportunityDesk.Refused(() => desk.Ask((db, clock, _) => ShowOffers.Rate(new(one, [new(criteria[0], 4)]), db, clock, Ct)))).ShouldBe("rating.score");
        (await OpportunityDesk.Refused(() => desk.Ask((db, clock, _) => ShowOffers.Rate(new(one, [new(Ids.New(desk.World.Clock), 1)]), db, clock, Ct)))).ShouldBe("criterion.unknown");
        using var ada = await desk.World.SignIn();
        var text = (await ada.Read("/opportunities/offers")).Body!.TextContent;
        text.ShouldContain("13 of 15");
        text.ShouldContain("1 of 2 not rated yet");
        text.ShouldNotContain("%");
        await desk.Undo(rated.Batch!.Value);
        (await desk.World.Ask(db => db.CriterionRatings.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_pages_do_it_without_script_and_what_is_hostile_stays_text(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var opening = await desk.Opening("<script>alert(1)</script>");
        using var ada = await desk.World.SignIn();

        var moved = await ada.Submit("/opportunities", "/opportunities/move", ("to", $"{opening}:Applied"));
        moved.Headers.Location!.OriginalString.ShouldBe("/opportunities");
        await ada.Submit($"/opportunities/{opening}", $"/opportunities/{opening}/people", ("name", "Dr Cleo Vance"), ("role", "Recruiter"));
        await ada.Submit($"/opportunities/{opening}", $"/opportunities/{opening}/contribution", ("Need", "Calm"), ("NewClaim", "Bring calm"));
        await ada.Submit($"/opportunities/{opening}", $"/opportunities/{opening}/next", ("step", "Read the report"), ("on", "2030-03-20"));

        var shown = await desk.Show(opening);
        (shown.State, shown.People.Single().Name, shown.Contribution!.Text, shown.NextStep).ShouldBe((OpportunityState.Applied, "Dr Cleo Vance", "You need calm. I can bring calm.", "Read the report"));
        var board = await ada.Read("/opportunities");
        board.QuerySelector("[data-stage=Applied] .opening")!.TextContent.ShouldContain("Dr Cleo Vance, recruiter");
        board.QuerySelectorAll(".opening script").ShouldBeEmpty();
        (await ada.Submit("/opportunities", "/opportunities/move", ("to", "rubbish"))).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Theory, OnBothDatabases]
    public async Task Another_workspaces_opportunity_is_not_there(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var other = await desk.World.AddWorkspace("Other");
        var id = Ids.New(desk.World.Clock);
        await desk.World.Change(db => db.Add(new Opportunity { Id = id, Title = "Theirs" }), other);
        using var ada = await desk.World.SignIn();

        (await OpportunityDesk.Refused(() => desk.Move(id, OpportunityState.Applied))).ShouldBe("opportunity.unknown");
        foreach (var path in new[] { $"/opportunities/{id}", $"/opportunities/{id}/edit", $"/landing?opportunity={id}", $"/api/opportunities/{id}" })
            (await ada.GetAsync(new Uri(path, UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
    }

    [Theory, OnBothDatabases]
    public async Task A_full_column_shows_thirty_cards_and_leads_to_the_rest(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.World.Change(db => db.AddRange(Enumerable.Range(1, 35).Select(i => new Opportunity { Id = db.NewId(), Title = $"Role {i}", State = OpportunityState.Lead })));
        var board = await desk.Ask((db, clock, _) => ShowBoard.Handle(1, db, clock, Ct));
        (board.Columns[0].Cards.Count, board.Columns[0].Total).ShouldBe((30, 35));
        using var ada = await desk.World.SignIn();
        (await ada.Read("/opportunities")).QuerySelector("a[href='/opportunities?stage=Lead']")!.TextContent.ShouldBe("All 35");
        (await ada.Read("/opportunities?stage=Lead")).QuerySelectorAll(".list .row").Length.ShouldBe(35);
    }

    [Theory, OnBothDatabases]
    public async Task On_the_command_line_an_opportunity_goes_from_note_to_close(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Person("Ana Kovač");
        var world = desk.World;

        (await world.Run("opportunity", "add", "Head of Data", "--at", "Harbor")).Exit.ShouldBe(0);
        (await world.Run("opportunity", "person", "head of data", "Ana Kovač", "--role", "champion")).Output.ShouldContain("Added Ana Kovač to Head of Data");
        (await world.Run("opportunity", "move", "head of data", "applied")).Output.ShouldContain("Moved Head of Data to applied");
        (await world.Run("opportunity", "contribution", "head of data", "--need", "Calm", "--claim", "Bring calm")).Output.ShouldContain("You need calm. I can bring calm.");
        (await world.Run("opportunity", "--json")).Output.ShouldContain("\"title\": \"Head of Data\"");
        (await world.Run("opportunity", "close", "head of data", "--reason", "no-answer", "--thank")).Exit.ShouldBe(0);
        (await world.Run("opportunity")).Output.ShouldContain("0 open or accepted, 1 closed");
        (await world.Run("opportunity", "move", "nothing", "lead")).Error.ShouldContain("There is no opportunity called nothing");
        (await world.Ask(db => db.Loops.CountAsync(l => l.Kind == LoopKind.Thank && l.State == LoopState.Open, Ct))).ShouldBe(1);
    }

    private static Task<int> Wrote(Desk desk, Guid person) => desk.Ask(async (db, clock, _) =>
    {
        db.Act("Wrote");
        await db.LogContact(new(person, Channel.Mail, Direction.Out), clock, Ct);
        return await db.SaveChangesAsync(Ct);
    });
}
