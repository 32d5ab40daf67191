using System.Text;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Events;
using Kith.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Events;

public sealed class EventTests(Product product)
{
    private const string Programme = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Invented//EN
        BEGIN:VEVENT
        UID:2@dataconf.example
        DTSTART:20300201T130000Z
        DTEND:20300201T134500Z
        SUMMARY:Ports and pipelines
        LOCATION:Room B
        ATTENDEE;CN=Ana K.:mailto:ANA@zagora.example
        ATTENDEE;CN=Somebody New:mailto:new@zagora.example
        ATTENDEE;CUTYPE=ROOM;CN=Room B:mailto:room@dataconf.example
        END:VEVENT
        BEGIN:VEVENT
        UID:1@dataconf.example
        DTSTART:20300201T090000Z
        DTEND:20300201T100000Z
        SUMMARY:Opening
        LOCATION:Great Hall
        END:VEVENT
        END:VCALENDAR
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_pasted_list_is_matched_with_people_known_and_bad_lines_are_told(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač", p => p.FamilyName = "Kovač");
        await desk.Person("Ben Okafor");
        await desk.Person("Ben Okafor");
        var conference = await Event(desk);

        var added = await desk.Ask((db, _, _) => AddAttendees.Handle(new(conference, "KOVAC, Ana\n0123\nBen Okafor, Zagora\nCem Yıldız – Harbor & Finch\nana kovač"), db, Ct));
        var again = await desk.Ask((db, _, _) => AddAttendees.Handle(new(conference, "Cem Yildiz"), db, Ct));
        var shown = await Show(desk, conference);

        (added.Count, added.Known, added.Unchanged).ShouldBe((3, 1, 1));
        added.Issues.Select(i => (i.Line, i.Code)).ShouldBe([(2, "list.name")]);
        (again.Count, again.Unchanged, again.Batch).ShouldBe((0, 1, null));
        shown.List.Select(l => (l.Name, l.Person, l.Headline)).ShouldBe(
            [("Ana KOVAC", ana, null), ("Ben Okafor", null, "Zagora"), ("Cem Yıldız", null, "Harbor & Finch")], ignoreOrder: true);
        await desk.Undo(added.Batch!.Value);
        (await Show(desk, conference)).ListTotal.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Whom_to_meet_stands_first_with_the_reason(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var conference = await Event(desk);
        await desk.Ask((db, _, _) => AddAttendees.Handle(new(conference, "Ana Kovač\nZoe Adler"), db, Ct));
        var zoe = (await Show(desk, conference)).List.Single(l => l.Name == "Zoe Adler").Id;

        await desk.Ask((db, _, _) => EditAttendee.Handle(new(zoe, true, "Decides about data; ask about the port"), db, Ct));
        var shown = await Show(desk, conference);

        shown.Wanted.ShouldBe(1);
        shown.List.Select(l => (l.Name, l.IsWanted, l.Why)).ShouldBe([("Zoe Adler", true, "Decides about data; ask about the port"), ("Ana Kovač", false, null)]);
        await desk.Ask((db, _, _) => EditAttendee.Handle(new(zoe, false, Remove: true), db, Ct));
        (await Show(desk, conference)).List.Select(l => l.Name).ShouldBe(["Ana Kovač"]);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_is_captured_there_gets_a_follow_up_and_is_no_longer_only_a_name(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var conference = await Event(desk);
        await desk.Ask((db, _, _) => AddAttendees.Handle(new(conference, "Cem Yıldız"), db, Ct));

        var captured = await Capture(desk, conference, "Cem Yildiz", "wants the deck");
        var shown = await Show(desk, conference);

        shown.List.ShouldHaveSingleItem().Person.ShouldBe(captured.Person);
        var met = shown.People.ShouldHaveSingleItem();
        (met.Name, met.Notes.Single(), met.IsWaiting).ShouldBe(("Cem Yildiz", "wants the deck", true));
        met.Open.Single().Due.ShouldBe(desk.Today.AddDays(2));
        await desk.Undo(captured.Batch);
        var before = await Show(desk, conference);
        (before.People.Count, before.List.Single().Person).ShouldBe((0, null));
    }

    [Theory, OnBothDatabases]
    public async Task What_came_of_it_is_counted_from_the_history(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var conference = await Event(desk);
        var ana = (await Capture(desk, conference, "Ana Kovač")).Person;
        var ben = (await Capture(desk, conference, "Ben Okafor")).Person;
        await Capture(desk, conference, "Cem Yıldız");
        await desk.Talked(ben, 30);

        desk.World.Clock.Pass(TimeSpan.FromDays(1));
        await Log(desk, ana, Channel.Mail, Direction.Out);
        desk.World.Clock.Pass(TimeSpan.FromDays(4));
        await Log(desk, ana, Channel.Mail, Direction.In);
        await Log(desk, ben, Channel.Call, Direction.Both);
        await desk.Ask((db, clock, _) => EditEvent.Handle(new(conference, "DataConf", TargetConversations: 5, Cost: 80, Hours: 4), db, clock, Ct));
        var shown = await Show(desk, conference);

        var brought = shown.Return;
        (brought.Met, brought.Within48.Text, brought.Ever.Text, brought.WroteBack.Text, brought.Talked.Text).ShouldBe((3, "1 of 3", "2 of 3", "1 of 3", "1 of 3"));
        (brought.HoursPerTalk, brought.CostPerTalk).ShouldBe((4, 80));
        shown.People.Select(p => p.Name).First().ShouldBe("Cem Yıldız", "who waits stands first");
        var row = (await desk.Ask((db, clock, _) => ListEvents.Handle(1, db, clock, Ct))).Rows.Single();
        (row.Exchanges, row.FollowedUp).ShouldBe((3, 2));
    }

    [Theory, OnBothDatabases]
    public async Task A_calendar_file_gives_agenda_time_place_and_guests_in_one_batch(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        await desk.World.Change(db => db.Add(new PersonEmail { Id = db.NewId(), PersonId = ana, Value = "ana@zagora.example" }));
        var conference = await desk.Ask((db, clock, _) => AddEvent.Handle(new("DataConf"), db, clock, Ct));

        var taken = await desk.Ask((db, clock, _) => TakeAgenda.Handle(conference.Event, Encoding.UTF8.GetBytes(Programme), "dataconf.ics", db, clock, Ct));
        var shown = await Show(desk, conference.Event);

        (taken.Sessions, taken.Guests).ShouldBe((2, 2));
        shown.Agenda!.Split('\n').ShouldBe(["Fri 1 Feb 2030", "09:00 Opening, Great Hall", "13:00 Ports and pipelines, Room B"]);
        (shown.At, shown.Ends, shown.Place).ShouldBe((new DateTime(2030, 2, 1, 9, 0, 0), new DateTime(2030, 2, 1, 13, 45, 0), "Great Hall"));
        shown.List.Select(l => (l.Name, l.Person)).ShouldBe([("Ana Kovač", ana), ("Somebody New", null)], ignoreOrder: true);
        await desk.Undo(taken.Batch!.Value);
        var before = await Show(desk, conference.Event);
        (before.Agenda, before.At, before.ListTotal).ShouldBe((null, null, 0));
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_is_refused_with_a_sentence(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var conference = await Event(desk);

        (await Code(() => desk.Ask((db, clock, _) => TakeAgenda.Handle(conference, "hello"u8.ToArray(), "notes.txt", db, clock, Ct)))).ShouldBe("calendar.empty");
        (await Code(() => desk.Ask((db, clock, _) => TakeAgenda.Handle(conference, new byte[TakeAgenda.MostBytes + 1], "big.ics", db, clock, Ct)))).ShouldBe("file.large");
        (await Code(() => desk.Ask((db, clock, _) => EditEvent.Handle(new(conference, "X", new(2030, 1, 2), new(2030, 1, 1)), db, clock, Ct)))).ShouldBe("event.ends-early");
        (await Code(() => desk.Ask((db, clock, _) => EditEvent.Handle(new(conference, "X", Url: "javascript:alert(1)"), db, clock, Ct)))).ShouldBe("address.invalid");
        (await Code(() => desk.Ask((db, clock, _) => EditEvent.Handle(new(conference, "X", TargetConversations: 51), db, clock, Ct)))).ShouldBe("input.invalid");
        var most = await desk.Ask((db, _, _) => AddAttendees.Handle(new(conference, string.Concat(Enumerable.Range(0, Attendee.Most + 1).Select(i => $"Guest Number{i}\n"))), db, Ct));
        (most.Count, most.Issues.Single().Code).ShouldBe((Attendee.Most, "list.long"));
        (await Code(() => desk.Ask((db, _, _) => AddAttendees.Handle(new(conference, "One More"), db, Ct)))).ShouldBe("event.list-full");
    }

    [Theory, OnBothDatabases]
    public async Task An_event_where_people_were_met_stays_and_an_empty_one_goes_and_comes_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (kept, gone) = (await Event(desk), await Event(desk));
        await Capture(desk, kept, "Ana Kovač");
        await desk.Ask((db, _, _) => AddAttendees.Handle(new(gone, "Cem Yıldız"), db, Ct));

        (await Code(() => desk.Ask((db, _, _) => EditEvent.Remove(kept, db, Ct)))).ShouldBe("event.met");
        var removed = await desk.Ask((db, _, _) => EditEvent.Remove(gone, db, Ct));
        (await desk.World.Ask(db => db.Events.CountAsync(Ct))).ShouldBe(1);
        await desk.Undo(removed.Batch!.Value);

        (await Show(desk, gone)).List.Single().Name.ShouldBe("Cem Yıldız");
    }

    [Theory, OnBothDatabases]
    public async Task Another_workspace_sees_and_changes_nothing_of_it(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var conference = await Event(desk);
        await desk.Ask((db, _, _) => AddAttendees.Handle(new(conference, "Cem Yıldız"), db, Ct));
        var listed = (await Show(desk, conference)).List.Single().Id;
        var other = await desk.World.AddWorkspace("Other");

        (await Code(() => desk.World.Ask(db => AddAttendees.Handle(new(conference, "Ana"), db, Ct), other))).ShouldBe("event.unknown");
        (await Code(() => desk.World.Ask(db => EditAttendee.Handle(new(listed, true), db, Ct), other))).ShouldBe("attendee.unknown");
        (await Code(() => desk.World.Ask(db => EditEvent.Remove(conference, db, Ct), other))).ShouldBe("event.unknown");
    }

    [Fact]
    public async Task The_pages_lead_through_before_during_and_after()
    {
        await using var world = await product.Start(Database.Sqlite);
        var desk = new Desk(world);
        using var ada = await world.SignIn();
        var conference = await desk.Ask((db, clock, _) => AddEvent.Handle(new("Data <Night>", clock.Local(clock.Now).AddDays(1)), db, clock, Ct));
        var address = $"/events/{conference.Event}";

        await ada.Submit(address, $"{address}/list", ("List", "Ana Kovač, Head of data\n0123"));
        var before = await ada.Read(address);
        before.QuerySelector("h1")!.TextContent.ShouldBe("Data <Night>");
        before.Body!.TextContent.ShouldContain("Line 2: There is no name on this line");
        before.Body.TextContent.ShouldContain("Head of data");

        world.Clock.Pass(TimeSpan.FromDays(1));
        var sent = await ada.Submit($"/capture?event={conference.Event}", "capture", ("Form.Name", "Ana Kovač"), ("Form.What", "CardReceived"), ("Form.Note", "asks about ports"));
        sent.Headers.Location!.ToString().ShouldEndWith($"/capture?event={conference.Event}");
        var during = await ada.Read($"/capture?event={conference.Event}");
        during.QuerySelector("#captured")!.ParentElement!.ParentElement!.TextContent.ShouldContain("asks about ports");

        world.Clock.Pass(TimeSpan.FromDays(1));
        var met = (await Show(desk, conference.Event)).People.Single();
        await ada.Submit(address, $"/people/{met.Person}/loops/{met.Open.Single().Id}", ("Channel", "Mail"));
        var after = await ada.Read(address);
        after.Body!.TextContent.ShouldContain("nobody waits for a follow-up");
        after.QuerySelector(".figures dd")!.TextContent.ShouldBe("1 of 1");
    }

    [Fact]
    public async Task The_verb_prepares_captures_and_shows()
    {
        await using var world = await product.Start(Database.Sqlite);
        var list = Path.Combine(Directory.CreateTempSubdirectory().FullName, "guests.txt");
        await File.WriteAllTextAsync(list, "Ana Kovač\n0123\n", Ct);

        (await world.Run("event", "add", "DataConf", "--at", "2030-05-01T18:00")).Exit.ShouldBe(0);
        var listed = await world.Run("event", "list", "dataconf", list);
        var met = await world.Run("event", "met", "dataconf", "Ben Okafor", "--what", "card-received", "--json");
        var shown = await world.Run("event", "show", "DataConf");

        (listed.Exit, listed.Error.Trim()).ShouldBe((1, "guests.txt, line 2: There is no name on this line; a name begins it, such as: Ana Kovač, Head of data"));
        met.Output.ShouldContain("\"person\"");
        shown.Output.ShouldContain("met: Ben Okafor, follow up by ");
        (await world.Run("event", "show", "nowhere")).Exit.ShouldBe(1);
    }

    private static async Task<Guid> Event(Desk desk) =>
        (await desk.Ask((db, clock, _) => AddEvent.Handle(new("DataConf", clock.Local(clock.Now)), db, clock, Ct))).Event;

    private static Task<ShowEvent.Shown> Show(Desk desk, Guid id) => desk.Ask((db, clock, _) => ShowEvent.Handle(id, 1, db, clock, Ct));

    private static Task<CaptureEncounter.Captured> Capture(Desk desk, Guid conference, string name, string? note = null) =>
        desk.Ask((db, clock, _) => CaptureEncounter.Handle(new(name, CaptureEncounter.Kind.CardReceived, Note: note, Event: conference), db, clock, Ct));

    private static Task<Kith.People.LogInteraction.Logged> Log(Desk desk, Guid person, Channel channel, Direction direction) =>
        desk.Ask((db, clock, _) => Kith.People.LogInteraction.Handle(new(person, channel, direction), db, clock, Ct));

    private static async Task<string> Code<T>(Func<Task<T>> act) => (await Should.ThrowAsync<RefusedException>(act)).Code;
}
