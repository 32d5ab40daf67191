using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Today;

/// <summary>The follow-up rates over HTTP.</summary>
public sealed class FollowUpRateTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Rates_are_told_both_ways_in_48_hours_a_week_and_ever_over_exchanges_old_enough(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, anas) = await desk.Met("Ana Kovač", 100);
        var (ben, bens) = await desk.Met("Ben Okafor", 100);
        await desk.Met("Cy Long", 10);
        await desk.Met("Di Short", 1);
        await Followed(desk, ana, anas, daysAgo: 99);
        await Followed(desk, ben, bens, daysAgo: 95);
        await desk.Talked(ben, 98, Direction.In);
        using var ada = await desk.World.SignIn();

        var answer = await ada.GetAsync(new Uri("/api/follow-up", UriKind.Relative), Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        (Of("mine", "h48"), Of("mine", "d7"), Of("mine", "ever")).ShouldBe(("1 of 3", "2 of 3", "2 of 2"), "yesterday's exchange has its 48 hours still, one of ten days its 90 days");
        (Of("theirs", "h48"), Of("theirs", "ever")).ShouldBe(("1 of 3", "1 of 2"));
        told.GetProperty("mine").GetProperty("medianHours").GetDouble().ShouldBeInRange(60, 75, "a day and five days, about");

        string Of(string side, string within) => told.GetProperty(side).GetProperty(within).GetProperty("text").GetString()!;
    }

    [Theory, OnBothDatabases]
    public async Task A_decision_is_no_follow_up_and_another_workspace_is_not_counted(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (_, loop) = await desk.Met("Ana Kovač", 100);
        await desk.World.Ask(async db =>
        {
            (await db.Loops.SingleAsync(l => l.Id == loop, Ct)).CloseByDecision("Not worth it", desk.Today.AddDays(-100));
            return await db.SaveChangesAsync(Ct);
        });
        var neighbour = await desk.World.AddWorkspace("Ben's network");
        using var ada = await desk.World.SignIn();
        using var ben = await desk.World.SignIn(neighbour);

        (await Ever(ada)).ShouldBe("0 of 1");
        (await Ever(ben)).ShouldBe("0 of 0");
        (await desk.World.Client.GetAsync(new Uri("/api/follow-up", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        static async Task<string> Ever(HttpClient who) =>
            (await (await who.GetAsync(new Uri("/api/follow-up", UriKind.Relative), Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("mine").GetProperty("ever").GetProperty("text").GetString()!;
    }

    private static async Task Followed(Desk desk, Guid person, Guid loop, int daysAgo) => await desk.World.Ask(async db =>
    {
        var contact = new Interaction { Id = db.NewId(), PersonId = person, Channel = Channel.Mail, Direction = Direction.Out, At = db.Clock.GetUtcNow().UtcDateTime.AddDays(-daysAgo) };
        db.Add(contact);
        (await db.Loops.SingleAsync(l => l.Id == loop, Ct)).CloseOnEvidence(contact.Id, desk.Today.AddDays(-daysAgo));
        return await db.SaveChangesAsync(Ct);
    });
}
