using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.CommandLine;

public sealed class VerbTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_logged_call_closes_the_follow_up_and_can_be_taken_back(Database database)
    {
        await using var world = await product.Start(database);
        var ada = await Meet(world, "Ada Harbor");

        var logged = await world.Json("log", "Ada", "--channel", "call", "--direction", "both", "--note", "She asked for the deck – \"soon\"");

        logged.Text("channel").ShouldBe("call");
        logged.Text("direction").ShouldBe("both");
        logged.Text("on").ShouldBe("2030-03-06");
        logged.Text("note").ShouldBe("She asked for the deck – \"soon\"");
        logged["person"]!.Text("stage").ShouldBe("conversed");
        logged["loops"]![0]!.Text("kind").ShouldBe("follow-up");
        logged["loops"]![0]!.Text("state").ShouldBe("closed");
        (await world.Ask(db => db.Loops.SingleAsync(l => l.PersonId == ada, Ct))).State.ShouldBe(LoopState.Closed);

        var undone = await world.Json("undo", logged.Text("batch"));

        undone["reversed"]!.GetValue<int>().ShouldBe(2);
        undone["kept"]!.AsArray().ShouldBeEmpty();
        (await world.Ask(db => db.Loops.SingleAsync(l => l.PersonId == ada, Ct))).State.ShouldBe(LoopState.Open);
        (await world.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task What_happened_on_another_day_is_logged_on_that_day_but_not_in_the_future(Database database)
    {
        await using var world = await product.Start(database);
        await Meet(world, "Ada Harbor");

        (await world.Json("log", "Ada Harbor", "--channel", "meeting", "--direction", "both", "--on", "2030-03-01")).Text("on").ShouldBe("2030-03-01");
        var future = await world.Run("log", "Ada Harbor", "--channel", "meeting", "--direction", "both", "--on", "2030-03-08", "--json");

        future.Exit.ShouldBe(1);
        future.Document()["error"]!.Text("code").ShouldBe("interaction.future");
        future.Error.ShouldContain("still to come");
    }

    [Theory, OnBothDatabases]
    public async Task A_person_is_found_by_id_its_beginning_a_profile_address_or_a_name(Database database)
    {
        await using var world = await product.Start(database);
        var ada = await Meet(world, "Ada Harbor", "ada-harbor");
        world.Clock.Pass(TimeSpan.FromDays(1));
        await Meet(world, "Ben Finch");

        foreach (var name in (string[])[ada.ToString(), ada.ToString("N")[..10], "ada-harbor", "https://www.linkedin.com/in/Ada-Harbor/", "ada", "Harbor Ada"])
            (await world.Json("log", name, "--channel", "mail", "--direction", "out"))["person"]!.Text("id").ShouldBe(ada.ToString(), name);
    }

    [Theory, OnBothDatabases]
    public async Task A_name_that_two_people_have_is_refused_and_both_are_named(Database database)
    {
        await using var world = await product.Start(database);
        var one = await Meet(world, "Ada Harbor");
        var other = await Meet(world, "Ada Finch");

        var outcome = await world.Run("log", "ada", "--channel", "call", "--direction", "in");

        outcome.Exit.ShouldBe(1);
        outcome.Error.ShouldContain(one.ToString());
        outcome.Error.ShouldContain(other.ToString());
        outcome.Output.ShouldBeEmpty();
        (await world.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_refusal_is_a_sentence_for_people_and_a_document_for_programs(Database database)
    {
        await using var world = await product.Start(database);

        var plain = await world.Run("log", "nobody", "--channel", "call", "--direction", "in");
        var json = await world.Run("log", "nobody", "--channel", "call", "--direction", "in", "--json");

        plain.ShouldSatisfyAllConditions(p => p.Exit.ShouldBe(1), p => p.Output.ShouldBeEmpty(), p => p.Error.ShouldContain("Nobody here is called"));
        json.ShouldSatisfyAllConditions(p => p.Exit.ShouldBe(1), p => p.Document()["error"]!.Text("code").ShouldBe("person.unknown"));
    }

    [Theory]
    [InlineData("log")]
    [InlineData("log", "Ada", "--channel", "telepathy", "--direction", "in")]
    [InlineData("undo", "not-a-batch")]
    [InlineData("log", "Ada", "--channel", "call", "--direction", "in", "--on", "06.03.2030")]
    [InlineData("doctor", "--cure")]
    [InlineData("import")]
    [InlineData("import", "export.zip", "--kind", "telegram")]
    [InlineData("goal", "set")]
    [InlineData("today", "--limit", "0")]
    [InlineData("people", "--limit", "many")]
    public async Task Wrong_usage_ends_with_2_before_anything_is_done(params string[] words)
    {
        await using var world = await product.Start(Database.Sqlite);

        var outcome = await world.Run(words);

        outcome.Exit.ShouldBe(2);
        outcome.Error.ShouldContain("kith");
        outcome.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_tells_of_every_verb()
    {
        await using var world = await product.Start(Database.Sqlite);

        var help = await world.Run("--help");

        help.Exit.ShouldBe(0);
        foreach (var verb in (string[])["serve", "import", "goal", "today", "log", "people", "person", "history", "undo", "sample", "doctor"])
        {
            help.Output.ShouldContain($"  {verb}");
            (await world.Run(verb, "--help")).Output.ShouldContain($" {verb} ");
        }
    }

    [Fact]
    public async Task A_name_cannot_steer_the_terminal()
    {
        await using var world = await product.Start(Database.Sqlite);
        await Meet(world, "Ada \u001b[31mHarbor");

        (await world.Run("log", "ada", "--channel", "call", "--direction", "in")).Output.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task A_fresh_folder_becomes_a_network_of_its_own()
    {
        await using var world = await product.Start(Database.Sqlite);
        var folder = Path.Combine(world.Storage.Folder, "new", "network");
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exit = await Kith.CommandLine.Root.Run(["sample"], output, error, name => name == "KITH_DATA" ? folder : null);

        exit.ShouldBe(0, error.ToString());
        File.Exists(Path.Combine(folder, "kith.db")).ShouldBeTrue();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private static async Task<Guid> Meet(World world, string name, string? slug = null)
    {
        var id = Ids.New(world.Clock);
        await world.Change(db =>
        {
            var exchange = new Exchange { Id = db.NewId(), PersonId = id, Tactic = Tactic.CardReceived, On = new(2030, 3, 1) };
            db.AddRange(new Person { Id = id, FullName = name, LinkedIn = slug, CreatedAt = world.Clock.GetUtcNow().UtcDateTime }, exchange, Loop.ForExchange(db.NewId(), exchange));
        });
        return id;
    }
}
