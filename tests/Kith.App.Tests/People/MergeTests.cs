using System.Net;
using System.Reflection;
using System.Text.Json;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Importing;
using Kith.Data;
using Kith.Domain;
using Kith.History;
using Kith.People;
using Microsoft.EntityFrameworkCore;
using static Kith.App.Tests.People.PeopleWorld;

namespace Kith.App.Tests.People;

public sealed class MergeTests(Product product)
{
    [Theory, OnBothDatabases]
    public async Task Everything_about_two_people_is_about_one_and_separating_them_restores_both_exactly(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač", Everything);
        var annie = await world.Add("Annie Kovac", (db, p) =>
        {
            Everything(db, p);
            (p.LinkedIn, p.Birthday, p.Notes) = ("annie-kovac", "--03-01", "Sails");
            db.Add(new PersonEmail { Id = db.NewId(), PersonId = p.Id, Value = "annie@example.org" });
            db.Add(new Loop { Id = db.NewId(), PersonId = p.Id, Kind = LoopKind.PromiseByMe, What = "send the deck" });
        });
        var before = await Dump(world);

        var merged = await world.Do((db, _) => MergePeople.Handle(new(ana, [annie]), db, Ct));

        var one = await world.Do((db, clock) => ShowPerson.Handle(new(ana), db, clock, Ct));
        one.Emails!.Select(e => e.Value).ShouldBe(["ana@example.com", "annie@example.org"], "what both have is there once");
        (one.LinkedIn, one.Birthday, one.Notes).ShouldBe(("annie-kovac", "--03-01", "Sails"));
        one.Sources!.Count.ShouldBe(2);
        one.Loops.Count.ShouldBe(3);
        one.Timeline.Count(m => m.Kind is "interaction" or "exchange").ShouldBe(4);
        one.Timeline.ShouldContain(m => m.Text == "Also written Annie Kovac");
        (await world.Ask(db => db.People.Select(p => p.Id).ToListAsync(Ct))).ShouldBe([ana]);
        (await world.Ask(db => db.PeopleMatching("sails").CountAsync(Ct))).ShouldBe(0);
        (await Should.ThrowAsync<RefusedException>(() => world.Do((db, clock) => ShowPerson.Handle(new(annie), db, clock, Ct)))).Code.ShouldBe("person.unknown");
        (await world.Do((db, clock) => ShowTrash.Handle(null, db, clock, Ct))).Total.ShouldBe(0, "whoever was merged is not in the trash");
        (await world.Ask(db => Projections.Drift(db, Ct))).ShouldBe(0);

        (await world.Undo(merged.Batch)).Kept.ShouldBeEmpty();

        var after = await Dump(world);
        after.Except(before).ShouldBeEmpty();
        before.Except(after).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_happened_after_a_merge_stays_with_whom_it_happened_to(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač", Everything);
        var annie = await world.Add("Annie Kovac", Everything);
        var merged = await world.Do((db, _) => MergePeople.Handle(new(ana, [annie]), db, Ct));
        var call = await world.Do((db, clock) => LogInteraction.Handle(new(ana, Channel.Call, Direction.Both, null, "after"), db, clock, Ct));

        await world.Undo(merged.Batch);

        (await world.Ask(db => db.Interactions.Where(i => i.Summary == "after").Select(i => i.PersonId).SingleAsync(Ct))).ShouldBe(ana);
        (await world.Ask(db => db.Interactions.CountAsync(i => i.PersonId == annie, Ct))).ShouldBe(1);
        (await world.Ask(db => Projections.Drift(db, Ct))).ShouldBe(0);
        call.Batch.ShouldNotBe(merged.Batch);
    }

    [Theory, OnBothDatabases]
    public async Task No_loop_is_lost_or_closed_by_merging_and_separating_in_any_order(Database database)
    {
        await using var world = await product.Start(database);
        var people = new List<Guid>();
        foreach (var name in new[] { "Ana One", "Ana Two", "Ana Three" })
            people.Add(await world.Add(name, Everything));
        var loops = await Loops(world);

        var first = await world.Do((db, _) => MergePeople.Handle(new(people[1], [people[2]]), db, Ct));
        var second = await world.Do((db, _) => MergePeople.Handle(new(people[0], [people[1]]), db, Ct));
        (await world.Ask(db => db.Loops.Select(l => l.PersonId).Distinct().SingleAsync(Ct))).ShouldBe(people[0]);
        (await world.Ask(db => db.People.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).CountAsync(p => p.MergedInto == people[0], Ct))).ShouldBe(2);

        await world.Undo(second.Batch);
        await world.Undo(first.Batch);

        (await Loops(world)).ShouldBe(loops);
        (await world.Ask(db => db.People.CountAsync(Ct))).ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task A_later_export_finds_whom_its_profile_was_merged_into(Database database)
    {
        await using var world = await product.Start(database);
        var export = new Export().Connections(
            $"Ana,Kovač,{Export.Url("ana-kovac")},,Harbor & Finch,Head of Data,12 Mar 2024", $"Annie,Kovac,{Export.Url("annie-kovac")},,Northwind Mills,Adviser,2 Jan 2023");
        await world.Import(export);
        var ids = await world.Ask(db => db.People.OrderBy(p => p.LinkedIn).Select(p => p.Id).ToListAsync(Ct));
        await world.Do((db, _) => MergePeople.Handle(new(ids[0], [ids[1]]), db, Ct));

        (await world.Import(export)).Batch.ShouldBeNull("the same export changes nothing");

        var later = await world.Import(export.Messages(
            Export.ToAda("annie-kovac", "2024-05-01 10:00:00", "Hello"), Export.FromAda("ana-kovac", "2024-05-02 10:00:00", "Hello to you", "c2")));
        (later.People, later.Interactions).ShouldBe((0, 2));
        (await world.Ask(db => db.Interactions.Select(i => i.PersonId).Distinct().SingleAsync(Ct))).ShouldBe(ids[0]);
        (await world.Ask(db => db.People.Where(p => p.Id == ids[0]).Select(p => p.FullName).SingleAsync(Ct))).ShouldBe("Ana Kovač");
    }

    [Theory, OnBothDatabases]
    public async Task Erasing_somebody_erases_the_rows_that_were_merged_into_them(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač", Everything);
        var annie = await world.Add("Annie Kovac", Everything);
        await world.Do((db, _) => MergePeople.Handle(new(ana, [annie]), db, Ct));
        await world.Do((db, clock) => TrashPeople.Handle(new([ana]), db, clock, Ct));

        await world.Do((db, _) => EraseForGood.Handle(ana, db, Ct));

        (await world.Ask(db => db.People.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).CountAsync(Ct))).ShouldBe(0);
        (await world.Ask(db => db.Batches.CountAsync(b => b.Title.Contains("Kova"), Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Two_people_are_compared_and_one_answer_decides(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await world.Add("Ana Kovač", Everything);
        var annie = await world.Add("Annie Kovac");
        var ben = await world.Add("Ben Adler");
        await Suspect(world, ana, annie, 0.9);
        await Suspect(world, ana, ben, 0.8);
        using var visitor = await world.SignIn();
        var page = await visitor.Read("/people/duplicates");
        page.QuerySelectorAll(".pair .card").Length.ShouldBe(2);
        page.QuerySelector(".lead")!.TextContent.ShouldBe("same e-mail · names alike");
        page.QuerySelector(".sub")!.TextContent.Trim().ShouldStartWith("2 pairs");
        var form = page.QuerySelectorAll("form").Single(f => f.QuerySelector("button[name=answer]") is not null).GetAttribute("action")!;

        await visitor.Submit("/people/duplicates", form, ("answer", "Same"));

        (await world.Ask(db => db.People.OrderBy(p => p.FullName).Select(p => p.FullName).ToListAsync(Ct))).ShouldBe(["Ana Kovač", "Ben Adler"]);
        var next = await visitor.Read("/people/duplicates");
        next.QuerySelector(".pair")!.TextContent.ShouldContain("Ben Adler");
        next.QuerySelector("section[aria-labelledby=merged]")!.TextContent.ShouldContain("Merged Annie Kovac into Ana Kovač");
        form = next.QuerySelectorAll("form").Single(f => f.QuerySelector("button[name=answer]") is not null).GetAttribute("action")!;
        await visitor.Submit("/people/duplicates", form, ("answer", "Different"));
        (await visitor.Read("/people/duplicates")).QuerySelector(".empty").ShouldNotBeNull();
        (await visitor.PostAsync(new Uri(form, UriKind.Relative), new FormUrlEncodedContent([]), Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "without a token nothing is decided");
    }

    [Theory, OnBothDatabases]
    public async Task Later_comes_back_on_its_day_and_different_holds_for_whom_they_become(Database database)
    {
        await using var world = await product.Start(database);
        var (ana, annie, ben) = (await world.Add("Ana Kovač"), await world.Add("Annie Kovac"), await world.Add("Ben Adler"));
        var later = await Suspect(world, ana, annie, 0.9);
        var different = await Suspect(world, annie, ben, 0.8);
        await world.Do((db, clock) => DecideDuplicate.Handle(new(different, DecideDuplicate.Answer.Different), db, clock, Ct));
        await world.Do((db, clock) => DecideDuplicate.Handle(new(later, DecideDuplicate.Answer.Later), db, clock, Ct));
        (await world.Do((db, clock) => ReviewDuplicates.List(10, db, clock, Ct))).ShouldBeEmpty();

        world.Clock.Pass(TimeSpan.FromDays(DecideDuplicate.LaterDays));
        (await world.Do((db, clock) => ReviewDuplicates.List(10, db, clock, Ct))).Single().Id.ShouldBe(later);
        await world.Do((db, clock) => DecideDuplicate.Handle(new(later, DecideDuplicate.Answer.Same, ana), db, clock, Ct));

        var (first, second) = Duplicate.Pair(ana, ben);
        (await world.Ask(db => db.Duplicates.Where(d => d.FirstId == first && d.SecondId == second).Select(d => d.State).SingleAsync(Ct))).ShouldBe(DuplicateState.Different);
    }

    [Theory, OnBothDatabases]
    public async Task Looking_for_duplicates_merges_what_is_certain_once_and_whoever_is_separated_stays_so(Database database)
    {
        await using var world = await product.Start(database);
        (await world.Run("sample")).Exit.ShouldBe(0);
        var ana = await world.Ask(db => db.People.Where(p => db.Emails.Any(e => e.PersonId == p.Id) && p.FamilyName != null).OrderBy(p => p.Id).FirstAsync(Ct));
        var email = await world.Ask(db => db.Emails.Where(e => e.PersonId == ana.Id).OrderBy(e => e.Id).Select(e => e.Value).FirstAsync(Ct));
        var again = await world.Add($"{ana.GivenName} {ana.FamilyName}", (db, p) => db.Add(new PersonEmail { Id = db.NewId(), PersonId = p.Id, Value = email }));

        var outcome = await world.Run("duplicates", "--json");

        outcome.Exit.ShouldBe(0, outcome.Error);
        var pair = await world.Ask(db => db.Duplicates.SingleAsync(d => (d.FirstId == ana.Id && d.SecondId == again) || (d.FirstId == again && d.SecondId == ana.Id), Ct));
        (pair.State, pair.Score > 0.95, pair.Reasons.Contains("same e-mail address", StringComparison.Ordinal)).ShouldBe((DuplicateState.Same, true, true));
        (await world.Ask(db => db.People.CountAsync(p => p.Id == ana.Id || p.Id == again, Ct))).ShouldBe(1);

        await world.Undo(await world.Ask(db => db.Batches.Where(b => b.Title.StartsWith("Merged ")).OrderByDescending(b => b.At).Select(b => b.Id).FirstAsync(Ct)));
        using var visitor = await world.SignIn();
        await visitor.Submit("/people/duplicates", "/people/duplicates/look");
        (await visitor.Read("/people/duplicates")).QuerySelector("[data-toast]")!.TextContent.ShouldContain("Nobody new");
        (await world.Ask(db => db.People.CountAsync(p => p.Id == ana.Id || p.Id == again, Ct))).ShouldBe(2);
    }

    private static async Task<Guid> Suspect(World world, Guid one, Guid other, double score)
    {
        var (first, second) = Duplicate.Pair(one, other);
        var id = Ids.New(world.Clock);
        await world.Change(db => db.Add(new Duplicate { Id = id, FirstId = first, SecondId = second, Score = score, Reasons = "same e-mail\nnames alike" }));
        return id;
    }

    private static Task<string> Loops(World world) => world.Ask(async db =>
        string.Join('\n', (await db.Loops.OrderBy(l => l.Id).ToListAsync(Ct)).Select(l => $"{l.Id} {l.PersonId} {l.State} {l.What} {l.Due} {l.EvidenceId}")));

    // Every row of every noun, whichever column it has; the log and its batches grow and are left out.
    private static Task<List<string>> Dump(World world) => world.Ask(async db =>
    {
        var lines = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => typeof(Entity).IsAssignableFrom(t)))
            lines.AddRange(await (Task<List<string>>)typeof(MergeTests).GetMethod(nameof(Rows), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [db])!);
        return lines;
    });

    private static async Task<List<string>> Rows<T>(KithDb db)
        where T : Entity =>
        (await db.Set<T>().IgnoreQueryFilters(new[] { KithDb.TrashFilter }).AsNoTracking().OrderBy(r => r.Id).ToListAsync(Ct)).ConvertAll(r => $"{typeof(T).Name} {JsonSerializer.Serialize(r)}");
}
