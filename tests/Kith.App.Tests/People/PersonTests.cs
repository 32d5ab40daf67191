using System.Text.Json;
using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Kith.Domain.Strength;
using Kith.History;
using Kith.People;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;
using static Kith.App.Tests.People.PeopleWorld;

namespace Kith.App.Tests.People;

public sealed class PersonTests(Product product)
{
    [Theory, OnBothDatabases]
    public async Task A_person_is_shown_with_the_story_what_is_open_and_how_it_stands(Database database)
    {
        await using var world = await product.Start(database);
        var id = await world.Add("Ana Kovač", Everything);

        var ana = await world.Do((db, clock) => ShowPerson.Handle(new(id), db, clock, Ct));

        ana.Stage.ShouldBe(Stage.Conversed);
        ana.Strength.ShouldBeGreaterThan(0);
        ana.StrengthReason.ShouldBe("1 contact, the last one 3 days ago.");
        ana.Loops.ShouldHaveSingleItem().Kind.ShouldBe(LoopKind.FollowUp);
        ana.Timeline.Select(m => m.Kind).ShouldBe(["interaction", "finding", "exchange"]);
        ana.Brief.ShouldContain("Head of Data");
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(ana, Json.Options));
        json.RootElement.GetProperty("stage").GetString().ShouldBe("conversed");
        json.RootElement.GetProperty("name").GetProperty("full").GetString().ShouldBe("Ana Kovač");
        json.RootElement.GetProperty("timeline")[0].GetProperty("channel").GetString().ShouldBe("call");
        json.RootElement.GetProperty("loops")[0].GetProperty("kind").GetString().ShouldBe("follow-up");
        json.RootElement.TryGetProperty("rhythmDays", out _).ShouldBeFalse();
        json.RootElement.TryGetProperty("headline", out _).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task The_story_is_read_to_its_end_in_pages_and_nothing_comes_twice(Database database)
    {
        await using var world = await product.Start(database);
        var id = await world.Add("Ana Kovač", (db, p) =>
        {
            Everything(db, p);
            var at = db.Clock.GetUtcNow().UtcDateTime;
            // Many at the same instant: the page must end between them without losing one.
            db.AddRange(Enumerable.Range(0, 70).Select(i => new Interaction { Id = db.NewId(), PersonId = p.Id, Channel = Channel.Message, Direction = Direction.Out, At = at.AddDays(-(i / 50) - 1) }));
            db.Add(new Exchange { Id = db.NewId(), PersonId = p.Id, Tactic = Tactic.LinkedInConnection });
        });

        var read = new List<Moment>();
        string? before = null;
        do
        {
            var page = await world.Do((db, clock) => ShowPerson.Handle(new(id, before), db, clock, Ct));
            page.Timeline.Count.ShouldBeLessThanOrEqualTo(30);
            read.AddRange(page.Timeline);
            before = page.Older;
        }
        while (before is not null);

        read.Count.ShouldBe(74);
        read.Select(m => m.Id).Distinct().Count().ShouldBe(74);
        read[^1].On.ShouldBeNull("what has no date stands at the end");
        read.Where(m => m.On is not null).Select(m => m.On!.Value).ShouldBeInOrder(SortDirection.Descending);
    }

    [Theory, OnBothDatabases]
    public async Task A_long_story_costs_as_many_queries_as_a_short_one(Database database)
    {
        await using var world = await product.Start(database);
        var quiet = await world.Add("Ana Kovač");
        var busy = await world.Add("Ben Finch", (db, p) =>
        {
            Everything(db, p);
            var at = db.Clock.GetUtcNow().UtcDateTime;
            db.AddRange(Enumerable.Range(1, 200).Select(i => new Interaction { Id = db.NewId(), PersonId = p.Id, Channel = Channel.Mail, Direction = Direction.In, At = at.AddDays(-i) }));
        });

        var little = await QueryCount.Of(() => world.Do((db, clock) => ShowPerson.Handle(new(quiet), db, clock, Ct)));
        var much = await QueryCount.Of(() => world.Do((db, clock) => ShowPerson.Handle(new(busy), db, clock, Ct)));

        much.ShouldBe(little);
        much.ShouldBeInRange(1, 8);
    }

    [Theory, OnBothDatabases]
    public async Task How_you_met_opens_a_follow_up_due_in_two_days(Database database)
    {
        await using var world = await product.Start(database);
        var today = world.Clock.Today;

        var added = await world.Do((db, clock) => AddPerson.Handle(
            new("Ana Maria Kovač", "ana@example.com", "+385 1 555 0100", "https://www.linkedin.com/in/Ana-Kovac/", "Harbor & Finch", "Head of Data", Tactic.EventMet, today.AddDays(-1), "DataConf", ["alumni", "Alumni"]),
            db, clock, Ct));

        var ana = await world.Do((db, clock) => ShowPerson.Handle(new(added.Person), db, clock, Ct));
        (ana.Name.Given, ana.Name.Family, ana.LinkedIn).ShouldBe(("Ana Maria", "Kovač", "ana-kovac"));
        ana.Headline.ShouldBe("Head of Data, Harbor & Finch");
        ana.Tags.ShouldBe(["alumni"]);
        ana.Sources!.Single().Kind.ShouldBe("manual");
        ana.Loops.ShouldHaveSingleItem().Due.ShouldBe(today.AddDays(1));
        ana.Timeline.ShouldHaveSingleItem().Text.ShouldBe("DataConf");
        (await world.Do((db, _) => UndoBatch.Handle(added.Batch, db, Ct))).Kept.ShouldBeEmpty();
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory]
    [OnBothDatabases("", null, null, null, "person.name-missing")]
    [OnBothDatabases("Ana", "ana@", null, null, "person.email")]
    [OnBothDatabases("Ana", null, "call me", null, "person.phone")]
    [OnBothDatabases("Ana", null, null, "https://example.com/ana", "person.linkedin")]
    [OnBothDatabases("Ana", null, null, "linkedin.com/in/taken", "person.linkedin-taken")]
    public async Task What_cannot_be_is_refused_and_nothing_is_stored(Database database, string name, string? email, string? phone, string? linkedIn, string code)
    {
        await using var world = await product.Start(database);
        await world.Add("Ben Finch", (_, p) =>
        {
            p.LinkedIn = "taken";
            p.TrashedAt = new(2029, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        });

        (await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => AddPerson.Handle(new(name, email, phone, linkedIn), db, clock, Ct)))).Code.ShouldBe(code);

        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Editing_changes_adds_and_removes_and_can_be_taken_back(Database database)
    {
        await using var world = await product.Start(database);
        var id = await world.Add("Ana Kovač", Everything);
        var before = await world.Do((db, clock) => ShowPerson.Handle(new(id), db, clock, Ct));
        var position = before.Positions!.Single();

        var changed = await world.Do((db, clock) => EditPerson.Handle(
            new(id, "Ana Horvat", "Ana", "Horvat", Birthday: "--02-29", CadenceDays: 90,
                Emails: [new(before.Emails!.Single().Row, "ana@harborfinch.example", "work"), new(null, "ana@home.example"), new(null, " ")],
                Positions: [new(position.Row, position.Organisation, "Chief Data Officer", From: "2024-05"), new(null, "Quay Labs", "Adviser", From: "2023", To: "2025", Current: false)],
                Tags: ["speaker"]),
            db, clock, Ct));

        var after = await world.Do((db, clock) => ShowPerson.Handle(new(id), db, clock, Ct));
        (after.Name.Full, after.Birthday, after.CadenceDays).ShouldBe(("Ana Horvat", "--02-29", 90));
        after.Emails!.Select(e => e.Value).ShouldBe(["ana@harborfinch.example", "ana@home.example"]);
        after.Phones.ShouldBeNull();
        after.Tags.ShouldBe(["speaker"]);
        after.Positions!.Select(p => (p.Title, p.Current)).ShouldBe([("Chief Data Officer", true), ("Adviser", false)]);
        after.Headline!.ShouldStartWith("Chief Data Officer, Harbor");
        (await world.Do((db, _) => UndoBatch.Handle(changed.Batch!.Value, db, Ct))).Kept.ShouldBeEmpty();
        var back = await world.Do((db, clock) => ShowPerson.Handle(new(id), db, clock, Ct));
        JsonSerializer.Serialize<PersonRecord>(back, Json.Options).ShouldBe(JsonSerializer.Serialize<PersonRecord>(before, Json.Options));
    }

    [Theory]
    [OnBothDatabases("1987-02-30")]
    [OnBothDatabases("--13-01")]
    [OnBothDatabases("21.4.1987")]
    public async Task A_birthday_that_is_no_day_is_refused(Database database, string birthday)
    {
        await using var world = await product.Start(database);
        var id = await world.Add("Ana Kovač");

        (await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => EditPerson.Handle(new(id, "Ana", Birthday: birthday), db, clock, Ct)))).Code.ShouldBe("person.birthday");
    }

    [Theory, OnBothDatabases]
    public async Task A_loop_is_put_aside_until_a_later_day_or_closed_with_a_reason(Database database)
    {
        await using var world = await product.Start(database);
        var id = await world.Add("Ana Kovač");
        var today = world.Clock.Today;
        var opened = await world.Do((db, clock) => OpenLoop.Handle(new(id, LoopKind.PromiseByMe, "send the article", today.AddDays(3)), db, clock, Ct));

        await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => SnoozeLoop.Handle(new(opened.Loop, today), db, clock, Ct)));
        await world.Do((db, clock) => SnoozeLoop.Handle(new(opened.Loop, today.AddDays(7)), db, clock, Ct));
        (await world.Do((db, clock) => ShowPerson.Handle(new(id), db, clock, Ct))).Loops.Single().SnoozedUntil.ShouldBe(today.AddDays(7));
        await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => CloseLoop.Handle(new(opened.Loop, ""), db, clock, Ct)));
        await world.Do((db, clock) => CloseLoop.Handle(new(opened.Loop, "no longer needed"), db, clock, Ct));

        var ana = await world.Do((db, clock) => ShowPerson.Handle(new(id), db, clock, Ct));
        ana.Loops.ShouldBeEmpty();
        ana.Timeline.ShouldHaveSingleItem().Decision.ShouldBe("no longer needed");
        (await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => OpenLoop.Handle(new(id, LoopKind.PromiseByThem, " "), db, clock, Ct)))).Code.ShouldBe("loop.what-missing");
    }

    [Theory, OnBothDatabases]
    public async Task The_palette_finds_people_and_organisations_by_a_few_letters(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db => db.AddRange(Enumerable.Range(0, 12).Select(i => new Person { Id = db.NewId(), FullName = $"Harriet {i}" })));
        await world.Change(db => db.Add(new Organisation { Id = db.NewId(), Name = "Harbor & Finch", NameKey = "harbor finch" }));

        var hits = await world.Do((db, clock) => FindByName.Handle("har", db, clock, Ct));

        hits.Count.ShouldBe(FindByName.Most);
        hits[^1].Name.ShouldBe("Harbor & Finch");
        (await world.Do((db, clock) => FindByName.Handle("fin", db, clock, Ct))).Single().IsOrganisation.ShouldBeTrue();
        (await world.Do((db, clock) => FindByName.Handle(" ", db, clock, Ct))).ShouldBeEmpty();
    }
}
