using System.Text;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Kith.Importing;
using Kith.People;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Importing;

public sealed class MonicaTests(Product product)
{
    // The clock of the tests stands in March 2030.
    private const string Account = """
        { "version": "1.0-preview.1", "account": { "data": [
          { "count": 3, "type": "contact", "values": [
            { "uuid": "c-mara", "properties": { "first_name": "Mara", "last_name": "Ellingsen", "description": "Sails on Sundays", "food_preferences": "No nuts",
                "stay_in_touch_frequency": 30, "first_met_date": { "is_year_unknown": false, "date": "2029-05-04T00:00:00.000000Z" }, "first_met_through": "c-bo", "tags": [ "vip" ] },
              "data": [
                { "count": 1, "type": "call", "values": [ { "uuid": "ca-1", "properties": { "called_at": "2030-01-05T10:00:00Z", "content": "About the fair", "contact_called": true } } ] },
                { "count": 1, "type": "note", "values": [ { "uuid": "n-1", "created_at": "2029-12-24T00:00:00Z", "properties": { "body": "Sent a card" } } ] },
                { "count": 3, "type": "reminder", "values": [
                  { "uuid": "r-1", "properties": { "initial_date": "2024-06-12", "title": "Birthday", "frequency_type": "year", "frequency_number": 1 } },
                  { "uuid": "r-2", "properties": { "initial_date": "2031-06-12", "title": "Ask about the boat", "frequency_type": "one_time" } },
                  { "uuid": "r-3", "properties": { "initial_date": "2024-06-12", "title": "Write to her", "frequency_type": "week", "frequency_number": 2 } } ] },
                { "count": 2, "type": "task", "values": [
                  { "uuid": "ta-1", "properties": { "title": "Lend the book", "completed": true, "completed_at": "2030-01-07T00:00:00Z" } },
                  { "uuid": "ta-2", "properties": { "title": "Send the photos", "completed": false } } ] },
                { "count": 1, "type": "conversation", "values": [ { "uuid": "co-1", "properties": { "happened_at": "2030-01-06", "messages": [
                  { "uuid": "m-1", "properties": { "content": "Hello", "written_at": "2030-01-06T08:00:00Z", "written_by_me": true } },
                  { "uuid": "m-2", "properties": { "content": "Hello back", "written_at": "2030-01-06T08:05:00Z", "written_by_me": false } } ] } } ] },
                { "count": 1, "type": "life_event", "values": [ { "uuid": "l-1", "properties": { "name": "New job", "happened_at": "2029-09-01" } } ] },
                { "count": 1, "type": "activities", "values": [ "act-1" ] } ] },
            { "uuid": "c-bo", "properties": { "first_name": "Bo", "last_name": "Lind", "is_dead": true, "stay_in_touch_frequency": 7 },
              "data": [ { "count": 1, "type": "activity", "values": [ "act-1" ] } ] },
            { "uuid": "c-child", "properties": { "first_name": "Ida", "is_partial": true } } ] },
          { "count": 3, "type": "relationship", "values": [
            { "uuid": "re-1", "properties": { "type": "child", "contact_is": "c-child", "of_contact": "c-mara" } },
            { "uuid": "re-2", "properties": { "type": "boss", "contact_is": "c-bo", "of_contact": "c-mara" } },
            { "uuid": "re-3", "properties": { "type": "subordinate", "contact_is": "c-mara", "of_contact": "c-bo" } } ] },
          { "count": 1, "type": "activity", "values": [ { "uuid": "act-1", "properties": { "summary": "Sailed to the island", "description": "Windy", "happened_at": "2029-08-01" } } ] }
        ] } }
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Everything_that_was_noted_in_Monica_comes_in_as_Kiths_own(Database database)
    {
        await using var world = await product.Start(database);

        var imported = await Import(world);

        (imported.People, imported.Interactions, imported.Exchanges).ShouldBe((2, 5, 1));
        var mara = await world.Ask(db => db.People.SingleAsync(p => p.FullName == "Mara Ellingsen", Ct));
        (mara.Notes, mara.CadenceDays).ShouldBe(("Sails on Sundays", 30));
        (await world.Ask(db => db.Interactions.Where(i => i.PersonId == mara.Id).OrderBy(i => i.At).ToListAsync(Ct))).Select(i => (i.Channel, i.Direction, i.Summary)).ShouldBe(
        [
            (Channel.Meeting, Direction.Both, "Sailed to the island\nWindy"), (Channel.Call, Direction.In, "About the fair"), (Channel.Message, Direction.Out, "Hello"), (Channel.Message, Direction.In, "Hello back"),
        ]);
        (await world.Ask(db => db.Findings.Where(f => f.PersonId == mara.Id).Select(f => f.Fact).ToListAsync(Ct))).ShouldBe(
            ["Sent a card", "New job", "Food: No nuts", "Every 14 days: Write to her", "Child: Ida"], ignoreOrder: true);
        var loops = await world.Ask(db => db.Loops.Where(l => l.PersonId == mara.Id).ToListAsync(Ct));
        loops.Select(l => (l.Kind, l.What, l.State, l.Due)).ShouldBe(
        [
            (LoopKind.PromiseByMe, "Lend the book", LoopState.Closed, null), (LoopKind.PromiseByMe, "Send the photos", LoopState.Open, null),
            (LoopKind.FollowUp, "Ask about the boat", LoopState.Open, new DateOnly(2031, 6, 12)), (LoopKind.FollowUp, null, LoopState.Closed, new DateOnly(2029, 5, 6)),
        ], ignoreOrder: true);
        var met = await world.Ask(db => db.Exchanges.SingleAsync(Ct));
        (met.Tactic, met.On, met.Note).ShouldBe((Tactic.Introduction, new DateOnly(2029, 5, 4), "Through Bo Lind"));
        (await world.Ask(db => db.People.Where(p => p.FullName == "Bo Lind").Select(p => p.CadenceDays).SingleAsync(Ct))).ShouldBeNull();
        (await world.Ask(db => Kith.Data.Projections.Drift(db, Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_tie_that_both_tell_of_is_kept_once_and_read_from_either_side(Database database)
    {
        await using var world = await product.Start(database);
        await Import(world);

        (await Knows(world, "Mara Ellingsen")).ShouldBe(["Bo Lind: boss", "Bo Lind: introduced you"], ignoreOrder: true);
        (await Knows(world, "Bo Lind")).ShouldBe(["Mara Ellingsen: report", "Mara Ellingsen: introduced you"], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task A_later_export_adds_and_changes_only_what_is_new_and_undo_leaves_nothing(Database database)
    {
        await using var world = await product.Start(database);
        var first = await Import(world);

        (await Import(world)).Batch.ShouldBeNull();
        var later = await Import(world, Account.Replace("About the fair", "About the fair and the boat", StringComparison.Ordinal)
            .Replace("\"title\": \"Send the photos\", \"completed\": false", "\"title\": \"Send the photos\", \"completed\": true, \"completed_at\": \"2030-02-01T00:00:00Z\"", StringComparison.Ordinal));
        (later.Added, later.Updated).ShouldBe((0, 2));
        (await world.Ask(db => db.Loops.Where(l => l.What == "Send the photos").Select(l => l.Decision).SingleAsync(Ct))).ShouldBe("Done in Monica");

        await world.Undo(later.Batch!.Value);
        (await world.Ask(db => db.Loops.Where(l => l.What == "Send the photos").Select(l => l.State).SingleAsync(Ct))).ShouldBe(LoopState.Open);
        await world.Undo(first.Batch!.Value);
        (await world.Ask(async db => await db.People.CountAsync(Ct) + await db.Interactions.CountAsync(Ct) + await db.Loops.CountAsync(Ct) + await db.Findings.CountAsync(Ct)
            + await db.Exchanges.CountAsync(Ct) + await db.Acquaintances.CountAsync(Ct))).ShouldBe(0);
    }

    private static async Task<IReadOnlyList<string>> Knows(World world, string name)
    {
        var id = await world.Ask(db => db.People.Where(p => p.FullName == name).Select(p => p.Id).SingleAsync(Ct));
        var shown = await world.Ask(db => ShowPerson.Handle(new(id), db, world.WorkspaceClock(), Ct));
        return [.. shown.Knows.Select(k => $"{k.Name}: {k.Kind}")];
    }

    private static Task<Imported> Import(World world, string account = Account) => world.Import(Encoding.UTF8.GetBytes(account), "monica.json");
}
