using System.Text.Json;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.CommandLine;

public sealed class LoopVerbTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Loops_are_opened_listed_put_aside_and_closed_and_each_can_be_taken_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Person("Ana Kovač");
        var world = desk.World;
        (await world.Run("loop", "open", "Ana", "promise-by-me", "--what", "Send the deck", "--due", "2030-03-10")).Output.ShouldContain("kith undo");
        (await world.Run("loop", "open", "Ana", "thank")).Exit.ShouldBe(0);

        var (_, listed, _) = await world.Run("loop", "--json");

        using var json = JsonDocument.Parse(listed);
        var promise = json.RootElement.EnumerateArray().Single(l => l.GetProperty("kind").GetString() == "promise-by-me");
        (promise.GetProperty("what").GetString(), promise.GetProperty("due").GetString(), promise.GetProperty("person").GetProperty("name").GetString(), promise.GetProperty("state").GetString())
            .ShouldBe(("Send the deck", "2030-03-10", "Ana Kovač", "open"));
        var id = promise.GetProperty("id").GetString()!;
        (await world.Run("loop")).Output.ShouldContain($"{id}  2030-03-10  promise-by-me   Ana Kovač: Send the deck");

        (await world.Run("loop", "snooze", id)).Output.ShouldContain("comes back on 2030-03-13");
        (await State(desk, id)).ShouldBe((LoopState.Snoozed, null));
        (await world.Run("loop", "snooze", id, "--until", "2030-03-01")).ShouldSatisfyAllConditions(r => r.Exit.ShouldBe(1), r => r.Error.ShouldContain("a day after today"));
        (await world.Run("loop", "close", id)).Exit.ShouldBe(2, "a decision needs its reason");
        (await world.Run("loop", "close", id, "--reason", "  ")).ShouldSatisfyAllConditions(r => r.Exit.ShouldBe(1), r => r.Error.ShouldContain("Say why"));
        var (exit, closed, _) = await world.Run("loop", "close", id, "--reason", "Kept", "--json");
        exit.ShouldBe(0);
        (await State(desk, id)).ShouldBe((LoopState.Closed, "Kept"));
        (await world.Run("loop")).Output.ShouldNotContain(id);
        using var done = JsonDocument.Parse(closed);
        (await world.Run("undo", done.RootElement.GetProperty("batch").GetString()!)).Exit.ShouldBe(0);
        (await State(desk, id)).ShouldBe((LoopState.Snoozed, null));
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_open_is_refused_in_a_sentence(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Person("Ana Kovač");

        (await desk.World.Run("loop", "open", "Ana", "promise-by-me")).Error.ShouldContain("Say what was promised");
        (await desk.World.Run("loop", "open", "Ana", "sequence-step")).Exit.ShouldBe(1);
        (await desk.World.Run("loop", "open", "Ana", "nonsense")).Exit.ShouldBe(2);
        (await desk.World.Run("loop", "open", "Nobody", "thank")).Error.ShouldContain("Nobody here is called");
        (await desk.World.Run("loop", "close", Ids.New(desk.World.Clock).ToString(), "--reason", "Gone")).Error.ShouldContain("There is no such loop");
        (await desk.World.Ask(db => db.Loops.CountAsync(Ct))).ShouldBe(0);
    }

    private static Task<(LoopState, string?)> State(Desk desk, string id) => desk.World.Ask(async db =>
    {
        var loop = await db.Loops.AsNoTracking().SingleAsync(l => l.Id == Guid.Parse(id), Ct);
        return (loop.State, loop.Decision);
    });
}
