using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Audiences;
using Kith.Domain;
using Kith.Goals;
using Kith.History;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Audiences;

public sealed class LampTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_list_is_sorted_by_motivation_posting_and_advocate_and_says_what_it_lacks(Database database)
    {
        await using var desk = await WithGoal(database);
        var (ana, ben) = (await desk.Person("Ana Kovač"), await desk.Person("Ben Okafor"));
        await Known(desk, ana, "Lumen");
        await desk.Works(ben, "Quay Labs");
        foreach (var (name, motivation, posting) in new (string, int?, int?)[] { ("Quay Labs", 2, 1), ("Lumen", 2, 1), ("Harbor & Finch", 3, null), ("Tidewater", 2, 3) })
            await Set(desk, name, motivation, posting);

        var board = await Board(desk);

        board.Rows.Select(r => r.Name).ShouldBe(["Harbor & Finch", "Tidewater", "Lumen", "Quay Labs"]);
        board.Rows[2].Advocate.ShouldNotBeNull().Name.ShouldBe("Ana Kovač");
        board.Rows[3].Advocate.ShouldBeNull("a name on a list is nobody one knows");
        board.Gaps.ShouldBe(["No advocate at 3 of your top 4", "Nobody has looked for openings at 1 of your top 4", "36 more organisations would make it the 40 that LAMP asks for"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_advocate_is_the_strongest_tie_who_works_there_now(Database database)
    {
        await using var desk = await WithGoal(database);
        var (weak, strong, gone) = (await desk.Person("Weak Tie"), await desk.Person("Strong Tie"), await desk.Person("Gone Tie"));
        foreach (var person in new[] { weak, strong, gone })
            await desk.Works(person, "Lumen");
        await desk.World.Change(db => db.Positions.Where(p => p.PersonId == gone).ToList().ForEach(p => p.End(desk.Today.AddDays(-10))));
        await desk.Talked(weak, 300, Direction.Out);
        foreach (var (days, person) in from days in (int[])[1, 20, 40, 60, 80] from person in (Guid[])[strong, gone] select (days, person))
            await desk.Talked(person, days);
        await Set(desk, "Lumen", 3);

        var row = (await Board(desk)).Rows.ShouldHaveSingleItem();

        row.Advocate.ShouldNotBeNull().Name.ShouldBe("Strong Tie");
        (row.Known, row.KnowsDecider, row.IsTop).ShouldBe((2, true, true));
    }

    [Theory, OnBothDatabases]
    public async Task Several_values_are_one_act_and_taken_back_as_one(Database database)
    {
        await using var desk = await WithGoal(database);
        await Set(desk, "Lumen", 1, 1);
        await Set(desk, "Tidewater");
        var rows = (await Board(desk)).Rows;

        var done = await Value(desk, [.. rows.Select(r => new ValueTargets.Value(r.Target, r.Name == "Tidewater" ? 3 : 1, r.Name == "Tidewater" ? 2 : 1))]);

        (done.Changed, (await Board(desk)).Rows[0].Name).ShouldBe((1, "Tidewater"));
        await desk.Undo(done.Batch!.Value);
        (await Board(desk)).Rows.Select(r => (r.Name, r.Motivation, r.Posting)).ShouldBe([("Lumen", 1, 1), ("Tidewater", null, null)]);
        (await Value(desk, [new(rows[0].Target, rows[0].Motivation, rows[0].Posting)])).Batch.ShouldBeNull("nothing was changed");
        (await Should.ThrowAsync<RefusedException>(() => Value(desk, [new(rows[0].Target, 4, 1)]))).Code.ShouldBe("input.invalid");
        (await Should.ThrowAsync<RefusedException>(() => Value(desk, [new(Guid.AllBitsSet, 1, 1)]))).Code.ShouldBe("target.unknown");
    }

    [Theory, OnBothDatabases]
    public async Task A_pasted_list_finds_what_is_known_reports_bad_lines_and_is_one_batch(Database database)
    {
        await using var desk = await WithGoal(database);
        await Set(desk, "Harbor & Finch", 1);
        await desk.Works(await desk.Person("Ana Kovač"), "Große Wärme GmbH");

        var came = await Import(desk, "Organisation,Motivation,Posting\nHARBOR & finch B.V.,3,2\n\"Smith, Jones & Co\",2\ngrosse waerme\nGroße Wärme\nTidewater,5\n,3\nLumen,1,0\nharbor finch,1\nQuay Labs");

        (came.Added, came.Changed, came.Unchanged).ShouldBe((4, 1, 0));
        came.Issues.Select(i => (i.Line, i.Code)).ShouldBe([(6, "row.value"), (7, "row.value"), (8, "row.value"), (9, "row.twice")]);
        came.Issues[0].Message.ShouldContain("\"5\" is no motivation, which is 0 to 3");
        (await Board(desk)).Rows.Select(r => (r.Name, r.Motivation, r.Posting)).ShouldBe(
            [("Harbor & Finch", 3, 2), ("Smith, Jones & Co", 2, null), ("Große Wärme GmbH", null, null), ("grosse waerme", null, null), ("Quay Labs", null, null)], ignoreOrder: true);
        came.New.ShouldBe(3);
        await desk.Undo(came.Batch!.Value);
        (await Board(desk)).Rows.ShouldHaveSingleItem().Motivation.ShouldBe(1);
        (await desk.World.Ask(db => db.Organisations.Select(o => o.Name).OrderBy(n => n).ToListAsync(Ct))).ShouldBe(["Große Wärme GmbH", "Harbor & Finch"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_list_twice_changes_nothing(Database database)
    {
        await using var desk = await WithGoal(database);
        await Import(desk, "Lumen;3;2\nTidewater;2");

        var again = await Import(desk, "Lumen\t3\t2\nTidewater\t2");

        (again.Added, again.Changed, again.Unchanged, again.Batch).ShouldBe((0, 0, 2, null));
    }

    [Theory, OnBothDatabases]
    public async Task A_list_beyond_the_most_fills_the_list_and_says_what_was_left_out(Database database)
    {
        await using var desk = await WithGoal(database);

        var came = await Import(desk, string.Join('\n', Enumerable.Range(1, 203).Select(i => $"Firm number {i}x")));

        (came.Added, came.Issues.Count).ShouldBe((200, 3));
        came.Issues.ShouldAllBe(i => i.Code == "targets.many");
        (await desk.World.Ask(db => db.Organisations.CountAsync(Ct))).ShouldBe(200, "what was left out was not made either");
        (await Should.ThrowAsync<RefusedException>(() => Set(desk, "One more"))).Code.ShouldBe("targets.many");
    }

    [Theory]
    [InlineData("\0\u0001,1", "row.value")]
    [InlineData("\"never closed,1", null)]
    [InlineData("!!!,1", "row.value")]
    [InlineData("Lumen,99999999999999999999", "row.value")]
    [InlineData("Lumen,-1", "row.value")]
    public async Task Hostile_lines_are_told_with_their_number(string line, string? code)
    {
        await using var desk = await WithGoal(Database.Postgres);

        var came = await Import(desk, "Tidewater\n" + line);

        if (code is not null)
            came.Issues.ShouldContain(i => i.Line == 2 && i.Code == code);
        (await Board(desk)).Rows.ShouldContain(r => r.Name == "Tidewater");
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_a_list_is_refused_in_a_sentence(Database database)
    {
        await using var bare = await Desk.Of(product, database);
        (await Should.ThrowAsync<RefusedException>(() => Import(bare, "Lumen"))).Code.ShouldBe("goal.missing");
        (await Board(bare, orNull: true)).ShouldBeNull();
        await bare.Ask((db, clock, _) => SetGoal.Handle(new("Head of data"), db, clock, Ct));

        (await Should.ThrowAsync<RefusedException>(() => Import(bare, " "))).Code.ShouldBe("input.invalid");
        (await Should.ThrowAsync<RefusedException>(() => Import(bare, new string('x', ImportTargets.MostBytes + 1)))).Code.ShouldBe("list.large");
        (await Should.ThrowAsync<RefusedException>(() => Set(bare, "&"))).Code.ShouldBe("organisation.name-missing");
        (await Should.ThrowAsync<RefusedException>(() => Set(bare, "Lu\0men"))).Code.ShouldBe("input.invalid");
        (await Should.ThrowAsync<RefusedException>(() => Set(bare, new string('x', 201)))).Code.ShouldBe("input.invalid");
    }

    [Theory, OnBothDatabases]
    public async Task An_organisation_made_by_a_list_stays_when_somebody_was_noted_there_since(Database database)
    {
        await using var desk = await WithGoal(database);
        var came = await Import(desk, "Lumen");
        var lumen = (await Board(desk)).Rows[0].Organisation;
        var ana = await desk.Person("Ana Kovač");
        await desk.Ask((db, _, _) => SetRole.Handle(new(ana, lumen, DecisionRole.Champion), db, Ct));

        await desk.Undo(came.Batch!.Value);

        (await desk.World.Ask(db => db.Targets.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.Stakeholders.CountAsync(Ct))).ShouldBe(1, "undo takes back no later act");
    }

    [Theory, OnBothDatabases]
    public async Task Erasing_an_organisation_or_its_advocate_takes_it_off_the_list(Database database)
    {
        await using var desk = await WithGoal(database);
        var ana = await desk.Person("Ana Kovač");
        await Known(desk, ana, "Lumen");
        await Set(desk, "Lumen", 3);
        var lumen = (await Board(desk)).Rows[0].Organisation;
        await desk.Ask((db, _, _) => SetRole.Handle(new(ana, lumen, DecisionRole.Champion), db, Ct));

        await Trash(desk, db => db.People.Single(p => p.Id == ana));
        (await Board(desk)).Rows[0].Advocate.ShouldBeNull();
        await desk.Ask((db, _, _) => EraseForGood.Handle(ana, db, Ct));
        (await desk.World.Ask(db => db.Stakeholders.CountAsync(Ct))).ShouldBe(0);
        await Trash(desk, db => db.Organisations.Single(o => o.Id == lumen));
        (await Board(desk)).Total.ShouldBe(0);
        await desk.Ask((db, _, _) => EraseForGood.Handle(lumen, db, Ct));

        (await desk.World.Ask(db => db.Targets.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Another_workspace_sees_and_changes_nothing_of_it(Database database)
    {
        await using var desk = await WithGoal(database);
        await Set(desk, "Lumen", 3);
        var target = (await Board(desk)).Rows[0];
        var other = await desk.World.AddWorkspace("Ben's network");
        using var ben = await desk.World.SignIn(other);

        (await ben.GetAsync(new Uri("/api/lamp", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ben.Read("/lamp")).Body!.TextContent.ShouldNotContain("Lumen");
        (await Should.ThrowAsync<RefusedException>(() => desk.World.Ask(db => ValueTargets.Handle(new([new(target.Target, 0, 1)]), db, Ct), other))).Code.ShouldBe("target.unknown");
        (await Should.ThrowAsync<RefusedException>(() => desk.World.Ask(db => SetRole.Handle(new(Guid.AllBitsSet, target.Organisation, DecisionRole.Peer), db, Ct), other))).Code.ShouldBe("person.unknown");
    }

    [Theory, OnBothDatabases]
    public async Task A_hundred_targets_cost_as_many_queries_as_one(Database database)
    {
        await using var desk = await WithGoal(database);
        await Import(desk, "Lumen");
        var one = await QueryCount.Of(() => Board(desk));
        await Import(desk, string.Join('\n', Enumerable.Range(1, 99).Select(i => $"Firm number {i}x")));

        var board = await Board(desk);

        (await QueryCount.Of(() => Board(desk))).ShouldBe(one);
        one.ShouldBe(3);
        (board.Total, board.Rows.Count).ShouldBe((100, ShowLamp.Size));
    }

    [Theory, OnBothDatabases]
    public async Task The_page_adds_values_and_takes_off_without_script(Database database)
    {
        await using var desk = await WithGoal(database);
        using var ada = await desk.World.SignIn();

        await ada.Submit("/lamp", "add", ("Organisation", "Lumen"));
        await ada.Submit("/lamp", "add", ("Organisation", "Tide <water>"));
        var page = await ada.Read("/lamp");
        var tide = page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Tide <water>", StringComparison.Ordinal));
        var name = tide.QuerySelector<IHtmlSelectElement>("select")!.Name!;
        await ada.Submit("/lamp", "value", [(name, "3"), (name.Replace("Motivation", "Posting", StringComparison.Ordinal), "2")]);
        var valued = await ada.Read("/lamp");
        valued.QuerySelectorAll(".who a > span:last-child").Select(n => n.TextContent).ShouldBe(["Tide <water>", "Lumen"]);
        valued.QuerySelectorAll("tbody select").OfType<IHtmlSelectElement>().Take(2).Select(s => s.Value).ShouldBe(["3", "2"]);
        await ada.Submit("/lamp", "off", ("Off", valued.QuerySelectorAll("button[name=Off]")[1].GetAttribute("value")));

        (await Board(desk)).Rows.ShouldHaveSingleItem().Name.ShouldBe("Tide <water>");
    }

    [Theory, OnBothDatabases]
    public async Task The_page_brings_in_a_list_and_shows_the_lines_it_left_out(Database database)
    {
        await using var desk = await WithGoal(database);
        using var ada = await desk.World.SignIn();

        var sent = await ada.Submit("/lamp", "import", ("Import.Lines", "Lumen,3\nTidewater,many"));

        sent.StatusCode.ShouldBe(HttpStatusCode.OK, "there is something to read first");
        (await sent.Content.ReadAsStringAsync(Ct)).ShouldContain("Line 2: ");
        (await ada.Submit("/lamp", "import", ("Import.Lines", "Quay Labs"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Board(desk)).Rows.Select(r => r.Name).ShouldBe(["Lumen", "Quay Labs"]);
    }

    [Fact]
    public async Task The_page_reads_an_uploaded_file()
    {
        await using var desk = await WithGoal(Database.Sqlite);
        using var ada = await desk.World.SignIn();
        var page = await ada.Read("/lamp");
        using var form = new MultipartFormDataContent();
        foreach (var hidden in page.Forms.Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "import").QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
            form.Add(new StringContent(hidden.Value), hidden.Name!);
        using var file = new ByteArrayContent("name;motivation\nLumen;3\n"u8.ToArray());
        form.Add(file, "Import.File", "targets.csv");

        (await ada.PostAsync(new Uri("/lamp", UriKind.Relative), form, Ct)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await Board(desk)).Rows.ShouldHaveSingleItem().Motivation.ShouldBe(3);
    }

    private async Task<Desk> WithGoal(Database database)
    {
        var desk = await Desk.Of(product, database);
        await desk.Ask((db, clock, _) => SetGoal.Handle(new("Head of data"), db, clock, Ct));
        return desk;
    }

    private static async Task Known(Desk desk, Guid person, string organisation)
    {
        await desk.Works(person, organisation);
        await desk.Talked(person, 5);
    }

    private static async Task Trash(Desk desk, Func<Kith.Data.KithDb, ITrashable> row) =>
        await desk.World.Change(db => row(db).TrashedAt = db.Clock.GetUtcNow().UtcDateTime);

    private static async Task<ShowLamp.Board> Board(Desk desk) => (await Board(desk, orNull: true)).ShouldNotBeNull();

    private static Task<ShowLamp.Board?> Board(Desk desk, bool orNull) => desk.Ask((db, _, _) => ShowLamp.Handle(1, db, Ct));

    private static Task<SetTarget.Done> Set(Desk desk, string name, int? motivation = null, int? posting = null) =>
        desk.Ask((db, clock, _) => SetTarget.Handle(new(Name: name, Motivation: motivation, Posting: posting), db, clock, Ct));

    private static Task<ValueTargets.Done> Value(Desk desk, params ValueTargets.Value[] values) => desk.Ask((db, _, _) => ValueTargets.Handle(new(values), db, Ct));

    private static Task<ImportTargets.Imported> Import(Desk desk, string lines) => desk.Ask((db, clock, _) => ImportTargets.Handle(new(lines), db, clock, Ct));
}
