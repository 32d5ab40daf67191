using System.Text;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Kith.Importing;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Importing;

public sealed class CalendarTests(Product product)
{
    private const string Ana = "ATTENDEE;CN=Ana Kovač;PARTSTAT=ACCEPTED:mailto:ana@example.com\n";
    private const string Me = "ORGANIZER;CN=Ada Harbor:mailto:ada@example.org\nATTENDEE;CN=Ada Harbor;PARTSTAT=ACCEPTED:mailto:ada@example.org\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_past_meeting_is_a_contact_with_everybody_else_who_was_there(Database database)
    {
        await using var world = await Adas(database);

        var imported = await Import(world, Meeting("m1", "20300301T090000Z", Me + Ana + "ATTENDEE;CN=Ben Adler;PARTSTAT=DECLINED:mailto:ben@example.com\nATTENDEE;CN=Room 4;CUTYPE=ROOM:mailto:room4@example.com\n"));

        (imported.People, imported.Interactions, imported.Files[0].Kind).ShouldBe((1, 1, "calendar"));
        var meeting = await world.Ask(db => db.Interactions.SingleAsync(Ct));
        (meeting.Channel, meeting.Direction, meeting.Summary, meeting.At).ShouldBe((Channel.Meeting, Direction.Both, "Talk about the port", new DateTime(2030, 3, 1, 9, 0, 0, DateTimeKind.Utc)));
        (await world.Ask(db => db.People.Where(p => !p.IsSelf).Select(p => p.FullName).SingleAsync(Ct))).ShouldBe("Ana Kovač");
        (await world.Ask(db => Kith.Data.Projections.Drift(db, Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_contact_is_left_out_and_told(Database database)
    {
        await using var world = await Adas(database);

        var imported = await Import(
            world,
            Meeting("solo", "20300301T090000Z", Me),
            Meeting("declined", "20300301T090000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.org\n" + Ana),
            Meeting("cancelled", "20300301T090000Z", Me + Ana + "STATUS:CANCELLED\n"),
            "BEGIN:VEVENT\nUID:day\nSUMMARY:Offsite\nDTSTART;VALUE=DATE:20300301\n" + Me + Ana + "END:VEVENT\n",
            Meeting("future", "20300401T090000Z", Me + Ana),
            Meeting("crowd", "20300301T090000Z", Me + string.Concat(Enumerable.Range(0, 14).Select(n => $"ATTENDEE:mailto:guest{n}@example.com\n"))));

        (imported.People, imported.Interactions).ShouldBe((0, 0));
        imported.Files[0].Issues.Select(i => i.Code).ShouldBe(["skipped.alone", "skipped.future", "skipped.crowd"], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task A_series_is_many_meetings_and_the_same_calendar_twice_changes_nothing(Database database)
    {
        await using var world = await Adas(database);
        string[] series =
        [
            Meeting("weekly", "20300201T090000Z", Me + Ana + "RRULE:FREQ=WEEKLY;COUNT=5\nEXDATE:20300215T090000Z\n"),
            "BEGIN:VEVENT\nUID:weekly\nRECURRENCE-ID:20300208T090000Z\nDTSTART:20300209T100000Z\nSUMMARY:Moved once\n" + Me + Ana + "END:VEVENT\n",
        ];

        (await Import(world, series)).Interactions.ShouldBe(4);

        (await world.Ask(db => db.Interactions.OrderBy(i => i.At).Select(i => i.At).ToListAsync(Ct))).Select(at => at.Day).ShouldBe([1, 9, 22, 1]);
        (await Import(world, series)).Batch.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_meeting_that_was_moved_stays_one_meeting(Database database)
    {
        await using var world = await Adas(database);
        await Import(world, Meeting("m1", "20300301T090000Z", Me + Ana));

        var moved = await Import(world, Meeting("m1", "20300302T110000Z", Me + Ana + "SEQUENCE:1\n"));

        (moved.Interactions, moved.Files[0].Updated).ShouldBe((0, 1));
        (await world.Ask(db => db.Interactions.Select(i => i.At).SingleAsync(Ct))).ShouldBe(new DateTime(2030, 3, 2, 11, 0, 0, DateTimeKind.Utc));
        (await world.Undo(moved.Batch!.Value)).Kept.ShouldBeEmpty();
        (await world.Ask(db => db.Interactions.Select(i => i.At).SingleAsync(Ct))).ShouldBe(new DateTime(2030, 3, 1, 9, 0, 0, DateTimeKind.Utc));
    }

    [Theory, OnBothDatabases]
    public async Task A_meeting_is_the_follow_up_of_a_connection(Database database)
    {
        await using var world = await Adas(database);
        await world.Import(new Export().Connections($"Ana,Kovač,{Export.Url("ana-kovac")},ana@example.com,Harbor & Finch,Head of Data,27 Feb 2030"));

        (await Import(world, Meeting("m1", "20300301T090000Z", Me + Ana))).People.ShouldBe(0);

        (await world.Ask(db => db.Loops.Select(l => l.State).SingleAsync(Ct))).ShouldBe(LoopState.Closed);
    }

    [Theory, OnBothDatabases]
    public async Task What_names_a_page_and_no_guests_is_an_event(Database database)
    {
        await using var world = await Adas(database);

        await Import(world, Meeting("conf", "20300501T090000Z", "URL:https://dataconf.example\n"));

        (await world.Ask(db => db.Events.Select(e => new { e.Name, e.Url }).SingleAsync(Ct))).ShouldBe(new { Name = "Talk about the port", Url = (string?)"https://dataconf.example" });
    }

    // The user's own address is known from the user's own row.
    private async Task<World> Adas(Database database)
    {
        var world = await product.Start(database);
        await world.Change(db =>
        {
            var ada = new Person { Id = db.NewId(), FullName = "Ada Harbor", IsSelf = true };
            db.AddRange(ada, new PersonEmail { Id = db.NewId(), PersonId = ada.Id, Value = "ada@example.org" });
        });
        return world;
    }

    private static string Meeting(string uid, string start, string lines) =>
        $"BEGIN:VEVENT\nUID:{uid}\nSUMMARY:Talk about the port\nDTSTART:{start}\n{lines}END:VEVENT\n";

    private static Task<Imported> Import(World world, params string[] events) =>
        world.Import(Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\nVERSION:2.0\n{string.Concat(events)}END:VCALENDAR\n"), "calendar.ics");
}
