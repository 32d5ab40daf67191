using System.Net;
using System.Text.Json;
using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Sample;

public sealed class LoadSampleTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_sample_shows_every_state(Database database)
    {
        await using var world = await product.Start(database);

        (await world.Run("sample")).Exit.ShouldBe(0);

        (await world.Ask(db => db.People.CountAsync(p => !p.IsSelf, Ct))).ShouldBeInRange(130, 150);
        (await world.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBeInRange(700, 1200);
        await ShowsAll<Stage>(world, db => db.People.Select(p => p.Stage));
        await ShowsAll<Tactic>(world, db => db.Exchanges.Select(e => e.Tactic));
        await ShowsAll<Channel>(world, db => db.Interactions.Select(i => i.Channel));
        await ShowsAll<Direction>(world, db => db.Interactions.Select(i => i.Direction));
        await ShowsAll<OpportunityState>(world, db => db.Opportunities.Select(o => o.State));
        await ShowsAll<OpportunityState>(world, db => db.OpportunitySteps.Select(s => s.State));
        await ShowsAll<CloseReason>(world, db => db.Opportunities.Where(o => o.CloseReason != null).Select(o => o.CloseReason!.Value));
        await ShowsAll<DecisionRole>(world, db => db.OpportunityPeople.Select(p => p.Role));
        (await world.Ask(db => db.Contributions.CountAsync(Ct))).ShouldBeGreaterThan(3);
        (await world.Ask(db => db.CriterionRatings.Where(r => r.Day == 0).Select(r => r.OpportunityId).Distinct().CountAsync(Ct))).ShouldBeGreaterThan(1);
        (await world.Ask(db => db.Opportunities.CountAsync(o => o.State == OpportunityState.Accepted && db.Goals.Any(g => g.Id == o.GoalId && g.State == GoalState.Reached), Ct))).ShouldBe(1);
        await ShowsAll<DecisionRole>(world, db => db.Stakeholders.Select(s => s.Role));
        await ShowsAll<FindingKind>(world, db => db.Findings.Select(f => f.Kind));
        await ShowsAll<IntroductionState>(world, db => db.Introductions.Select(i => i.State));
        await ShowsAll<RunState>(world, db => db.SequenceRuns.Select(r => r.State));
        await ShowsAll<IntroductionKind>(world, db => db.Introductions.Select(i => i.Kind));
        await ShowsAll<VisitKind>(world, db => db.CardVisits.Select(v => v.Kind));
        await ShowsAll<ReplyState>(world, db => db.CardReplies.Select(r => r.State));
        await ShowsAll<EvidenceKind>(world, db => db.Evidence.Select(e => e.Kind));
        await ShowsAll<ShowingWay>(world, db => db.Showings.Select(s => s.Way));
        (await world.Ask(db => db.Claims.CountAsync(Ct))).ShouldBe(6);
        (await world.Ask(db => db.Claims.CountAsync(c => !db.Proofs.Any(p => p.ClaimId == c.Id), Ct))).ShouldBe(1);
        (await world.Ask(db => db.Evidence.CountAsync(Ct))).ShouldBe(7);
        (await world.Ask(db => db.Showings.CountAsync(Ct))).ShouldBe(15);
        (await world.Ask(db => db.Showings.CountAsync(s => s.InteractionId != null, Ct))).ShouldBeGreaterThan(2);
        (await world.Ask(db => db.Showings.CountAsync(s => s.EvidenceId == null, Ct))).ShouldBeGreaterThan(2);
        (await world.Ask(db => db.NeedMatches.CountAsync(Ct))).ShouldBeGreaterThan(1);
        (await world.Ask(db => db.Impressions.Select(i => i.Clarity).Distinct().CountAsync(Ct))).ShouldBe(5, "every rating of clarity");
        (await world.Ask(db => db.Impressions.Where(i => i.Usefulness != null).Select(i => i.Usefulness).Distinct().CountAsync(Ct))).ShouldBe(5);
        (await world.Ask(db => db.Impressions.Select(i => i.Warmth).Distinct().CountAsync(Ct))).ShouldBe(5);
        var links = await world.Ask(db => db.Feedback.AsNoTracking().ToListAsync(Ct));
        links.Count(f => f.AnsweredAt != null).ShouldBeGreaterThan(10);
        links.ShouldContain(f => f.IsOpenAt(world.Clock.GetUtcNow().UtcDateTime));
        links.ShouldContain(f => f.AnsweredAt == null && !f.IsOpenAt(world.Clock.GetUtcNow().UtcDateTime));
        (await world.Ask(db => db.Reviews.OrderBy(r => r.Week).Select(r => r.Week).ToListAsync(Ct))).ShouldBe([new(2030, 2, 11), new(2030, 2, 18), new(2030, 2, 25)]);
        await ShowsAll<QuestionKind>(world, db => db.Questions.Select(q => q.Kind));
        (await world.Ask(db => db.Questions.CountAsync(q => q.AnsweredOn != null, Ct))).ShouldBeGreaterThan(0);
        (await world.Ask(db => db.Briefs.CountAsync(Ct))).ShouldBe(2);
        (await world.Ask(db => db.WrittenMessages.CountAsync(m => m.SentAt == null, Ct))).ShouldBe(2);
        (await world.Ask(db => db.WrittenMessages.CountAsync(m => m.SentAt != null, Ct))).ShouldBeGreaterThan(2);
        (await world.Ask(db => db.Exchanges.CountAsync(e => e.EventId != null, Ct))).ShouldBeGreaterThan(20);
        (await world.Ask(db => db.Attendees.CountAsync(a => a.IsWanted && a.Why != null, Ct))).ShouldBeGreaterThan(3);
        (await world.Ask(db => db.Loops.Select(l => new { l.Kind, l.State }).Distinct().CountAsync(Ct))).ShouldBe(6 * 3, "every kind of loop in every state");
        var now = world.Clock.GetUtcNow().UtcDateTime;
        (await world.Ask(db => db.People.Select(p => p.LastContact).ToListAsync(Ct))).ShouldContain(at => Stages.IsDormant(at, now));
        (await world.Ask(db => db.People.Select(p => p.NextTouch).ToListAsync(Ct))).ShouldSatisfyAllConditions(
            touches => touches.ShouldContain(day => day < world.Clock.Today),
            touches => touches.ShouldContain(day => day > world.Clock.Today),
            touches => touches.ShouldContain((DateOnly?)null));
        (await world.Ask(db => db.Events.Select(e => e.StartsAt).ToListAsync(Ct))).ShouldSatisfyAllConditions(
            starts => starts.ShouldContain(at => at < now),
            starts => starts.ShouldContain(at => at > now));
        (await world.Ask(db => db.Targets.CountAsync(Ct))).ShouldBe(9);
        (await world.Ask(db => db.Audiences.CountAsync(Ct))).ShouldBe(3);
        (await world.Ask(db => db.Goals.OrderBy(g => g.State).Select(g => g.State).ToListAsync(Ct))).ShouldBe([GoalState.Active, GoalState.Reached]);
        (await world.Ask(db => db.People.SingleAsync(p => p.IsSelf, Ct))).Headline.ShouldNotBeNull();
        (await world.Ask(db => db.People.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).CountAsync(p => p.TrashedAt != null, Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_in_the_sample_happened_in_the_future_or_leads_anywhere(Database database)
    {
        await using var world = await product.Start(database);
        await world.Run("sample");

        var now = world.Clock.GetUtcNow().UtcDateTime;
        (await world.Ask(db => db.Interactions.MaxAsync(i => i.At, Ct))).ShouldBeLessThan(now);
        (await world.Ask(db => db.Exchanges.MaxAsync(e => e.On, Ct)))!.Value.ShouldBeLessThanOrEqualTo(world.Clock.Today);
        (await world.Ask(db => db.Emails.Select(e => e.Value).ToListAsync(Ct))).ShouldAllBe(e => e.EndsWith("@example.com") || e.EndsWith("@example.org") || e.EndsWith("@example.net"));
        (await world.Ask(db => db.People.Where(p => p.LinkedIn != null).Select(p => p.LinkedIn!).ToListAsync(Ct))).ShouldAllBe(slug => slug.StartsWith("sample-"));
    }

    [Theory, OnBothDatabases]
    public async Task One_undo_leaves_the_workspace_empty(Database database)
    {
        await using var world = await product.Start(database);
        var batch = Batch(await world.Run("sample", "--json"));

        (await world.Run("undo", batch)).Exit.ShouldBe(0);

        (await world.Ask(db => db.People.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Organisations.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Goals.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Targets.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Audiences.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Stakeholders.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Loops.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Findings.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Opportunities.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.OpportunitySteps.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.OpportunityPeople.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.CriterionRatings.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Contributions.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Events.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Attendees.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Introductions.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Questions.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Briefs.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Cards.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.HandOuts.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.CardReplies.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Claims.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Evidence.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Showings.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.NeedMatches.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Impressions.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Feedback.CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Reviews.CountAsync(Ct))).ShouldBe(0);
        (await world.Run("sample")).Exit.ShouldBe(0, "an emptied workspace takes the sample again");
    }

    [Theory, OnBothDatabases]
    public async Task The_sample_is_the_same_every_time(Database database)
    {
        await using var one = await product.Start(database);
        await using var other = await product.Start(database);

        await one.Run("sample");
        await other.Run("sample");

        (await Story(one)).ShouldBe(await Story(other));
    }

    [Theory, OnBothDatabases]
    public async Task The_sample_does_not_mix_with_real_people_unasked(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db => db.Add(new Person { Id = db.NewId(), FullName = "Ada Harbor" }));

        var refused = await world.Run("sample");
        refused.Exit.ShouldBe(1);
        refused.Error.ShouldContain("people here already");
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(1);

        (await world.Run("sample", "--force")).Exit.ShouldBe(0);
        (await world.Run("sample", "--force")).Exit.ShouldBe(1, "twice would be the same people twice");
    }

    [Theory, OnBothDatabases]
    public async Task One_click_loads_the_sample_for_somebody_who_is_signed_in(Database database)
    {
        await using var world = await product.Start(database);
        using var visitor = await world.SignIn();
        var sample = new Uri("/sample", UriKind.Relative);
        var token = (await visitor.Read("/more")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        (await visitor.PostAsync(sample, new FormUrlEncodedContent([]), Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "a form without its token comes from elsewhere");
        (await world.Client.PostAsync(sample, new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), Ct)).Headers.Location!.OriginalString.ShouldNotBe("/");
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0);

        var answer = await visitor.PostAsync(sample, new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), Ct);

        answer.Headers.Location!.OriginalString.ShouldBe("/");
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBeGreaterThan(100);
    }

    private static async Task ShowsAll<T>(World world, Func<KithDb, IQueryable<T>> shown)
        where T : struct, Enum =>
        (await world.Ask(db => shown(db).Distinct().ToListAsync(Ct))).ShouldBe(Enum.GetValues<T>(), ignoreOrder: true);

    private static string Batch(Outcome outcome)
    {
        using var json = JsonDocument.Parse(outcome.Output);
        return json.RootElement.GetProperty("batch").GetString()!;
    }

    private static Task<List<string>> Story(World world) => world.Ask(db => (
        from person in db.People
        join interaction in db.Interactions on person.Id equals interaction.PersonId
        orderby person.SortName, person.LinkedIn, interaction.At, interaction.Summary
        select $"{person.FullName} {person.Headline} {interaction.Channel} {interaction.Direction} {interaction.Summary}").ToListAsync(Ct));
}
