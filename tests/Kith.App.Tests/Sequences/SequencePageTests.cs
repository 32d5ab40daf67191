using System.Globalization;
using System.Net;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Sequences;

public sealed class SequencePageTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_a_loop_of_a_person_to_a_running_sequence_and_its_end()
    {
        await using var desk = await Desk.Of(product, Database.Sqlite);
        var (ana, loop) = await desk.Met("Ana <Kovač>", 1);
        using var ada = await desk.World.SignIn();

        (await ada.Read($"/people/{ana}")).QuerySelector($"a[href='/sequences/new?person={ana}&loop={loop}']").ShouldNotBeNull();
        var unknown = await ada.Submit($"/sequences/new?loop={loop}", "start", ("Form.Person", "Nobody"), ("Form.Sequence", "3b7"));
        (await unknown.Content.ReadAsStringAsync(Ct)).ShouldContain("Nobody here is called &quot;Nobody&quot;");
        var started = await ada.Submit($"/sequences/new?loop={loop}", "start", ("Form.Person", "Ana <Kovač>"), ("Form.Sequence", "3b7"));
        started.StatusCode.ShouldBe(HttpStatusCode.Redirect, await started.Content.ReadAsStringAsync(Ct));
        var running = await ada.Read("/sequences");
        running.QuerySelector("#running + ul b")!.TextContent.Trim().ShouldBe("Ana <Kovač>");
        running.QuerySelector("#running + ul small")!.TextContent.ShouldContain("3B7, step 1 of 3: Write the first message");
        var run = await desk.World.Ask(db => db.SequenceRuns.Select(r => r.Id).SingleAsync(Ct));
        await ada.Submit("/sequences", $"/sequences/runs/{run}/away", ("until", desk.Today.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        await ada.Submit("/sequences", $"/sequences/runs/{run}/stop", ("reason", "Changed jobs"));

        (await ada.Read("/sequences")).QuerySelector("#ended + ul small")!.TextContent.ShouldContain("Changed jobs");
    }

    [Fact]
    public async Task An_own_sequence_is_written_changed_and_deleted_on_the_page()
    {
        await using var desk = await Desk.Of(product, Database.Sqlite);
        using var ada = await desk.World.SignIn();

        var wrong = await ada.Submit("/sequences", "own", ("Form.Name", "Slow"), ("Form.Steps", "first: Write"));
        (await wrong.Content.ReadAsStringAsync(Ct)).ShouldContain("Line 1: a step is written DAYS WHO: WHAT");
        await ada.Submit("/sequences", "own", ("Form.Name", "Slow"), ("Form.Steps", "2 first: Write"));
        var own = await desk.World.Ask(db => db.Sequences.Select(s => s.Id).SingleAsync(Ct));
        await ada.Submit($"/sequences?edit={own}", "own", ("Form.Name", "Slower"), ("Form.Steps", "5 first: Write"));
        (await ada.Read("/sequences")).Body!.TextContent.ShouldContain("After 5 business days: Write");
        await ada.Submit("/sequences", $"/sequences/{own}/remove");

        (await desk.World.Ask(db => db.Sequences.CountAsync(Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task A_person_goes_to_the_trash_from_their_page()
    {
        await using var desk = await Desk.Of(product, Database.Sqlite);
        var ana = await desk.Person("Ana Kovač");
        using var ada = await desk.World.SignIn();

        var moved = await ada.Submit($"/people/{ana}", $"/people/{ana}/trash");

        moved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await desk.World.Ask(db => db.People.CountAsync(p => !p.IsSelf, Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Imported_mail_does_the_steps_and_stops_the_run(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        await desk.World.Change(db => db.Add(new PersonEmail { Id = db.NewId(), PersonId = ana, Value = "ana@zagora.example" }));
        (await desk.World.Run("sequence", "start", "Ana Kovač")).Exit.ShouldBe(0);
        desk.World.Clock.Pass(TimeSpan.FromDays(2));

        await Mail(desk, Letter(desk, 1, mine: true));
        (await desk.World.Ask(db => db.Loops.SingleAsync(l => l.Step == 0, Ct))).EvidenceId.ShouldNotBeNull();
        var batch = await Mail(desk, Letter(desk, 0, mine: false));

        (await desk.World.Ask(db => db.SequenceRuns.SingleAsync(Ct))).State.ShouldBe(RunState.Answered);
        (await desk.World.Ask(db => db.Loops.CountAsync(l => l.Kind == LoopKind.SequenceStep && l.State != LoopState.Closed, Ct))).ShouldBe(0);
        await desk.Undo(batch);
        (await desk.World.Ask(db => db.SequenceRuns.SingleAsync(Ct))).State.ShouldBe(RunState.Running);
    }

    [Theory, OnBothDatabases]
    public async Task The_verb_starts_lists_waits_stops_and_keeps_own_sequences(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Person("Ana Kovač");
        async Task<string> Says(params string[] words)
        {
            var outcome = await desk.World.Run(["sequence", .. words]);
            outcome.Exit.ShouldBe(0, outcome.Error);
            return outcome.Output;
        }

        (await Says("write", "Slow", "--step", "0 first: Write", "--step", "9 first: Again")).ShouldContain("Wrote the sequence \"Slow\".");
        (await Says("start", "Ana Kovač", "--sequence", "slow")).ShouldContain("Started \"Slow\" with Ana Kovač");
        (await Says()).ShouldContain("Ana Kovač, Slow: Write");
        (await Says("away", "Ana Kovač", desk.Today.AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).ShouldContain("The next step is due");
        (await Says("stop", "Ana Kovač", "--reason", "Met")).ShouldContain("Stopped \"Slow\" with Ana Kovač.");
        (await Says("delete", "Slow")).ShouldContain("Deleted");
        (await desk.World.Run("sequence", "stop", "Ana Kovač", "--reason", "Met")).Exit.ShouldBe(1);
    }

    private static async Task<Guid> Mail(Desk desk, string letter)
    {
        var file = Path.Combine(desk.World.Storage.Folder, $"{Ids.New(desk.World.Clock):N}.eml");
        await File.WriteAllTextAsync(file, letter, Ct);
        var outcome = await desk.World.Run("import", file, "--me", "ada@harbor.example", "--json");
        outcome.Exit.ShouldBe(0, outcome.Error + outcome.Output);
        return await desk.World.Ask(db => db.Batches.Where(b => b.IsBulk).OrderByDescending(b => b.Id).Select(b => b.Id).FirstAsync(Ct));
    }

    private static string Letter(Desk desk, int daysAgo, bool mine)
    {
        var (me, ana) = ("Ada Harbor <ada@harbor.example>", "Ana Kovač <ana@zagora.example>");
        var at = desk.World.Clock.GetUtcNow().AddDays(-daysAgo).AddHours(-1);
        return $"From: {(mine ? me : ana)}\nTo: {(mine ? ana : me)}\nDelivered-To: ada@harbor.example\nSubject: The port\nMessage-ID: <{daysAgo}@harbor.example>\nDate: {at.ToString("r", CultureInfo.InvariantCulture).Replace("GMT", "+0000", StringComparison.Ordinal)}\n\nHello\n";
    }
}
