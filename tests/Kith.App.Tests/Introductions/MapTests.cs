using System.Net;
using System.Xml.Linq;
using Kith.App.Tests.CommandLine;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.People;
using Kith.App.Tests.Today;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Maps;
using Kith.Introductions;
using Kith.People;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Introductions;

public sealed class MapTests(Product product)
{
    private readonly TieMaps maps = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // By hand: Ana was met and knows Ben and Cleo, who was met too; Ben and Dora work at Acme, neither was met. Eva knows nobody.
    [Theory, OnBothDatabases]
    public async Task A_small_network_lies_as_one_would_draw_it_by_hand(Database database)
    {
        await using var world = await product.Start(database);
        var people = await Draw(world);

        var map = await Show(world);

        map.Says.ShouldBe("5 people at 1 organisation: 0 strong ties in the middle, 0 moderate and 3 weak around them, 2 you have not met.");
        map.Nodes.Select(n => (n.Name, n.IsOrganisation, n.Nearness, n.Organisation, n.Common)).ShouldBe(
        [
            ("Ana Kovač", false, Nearness.Weak, null, 1), ("Ben Adler", false, Nearness.KnownOf, "Acme", 1), ("Cleo Marsh", false, Nearness.Weak, null, 1), ("Dora Vale", false, Nearness.KnownOf, "Acme", 0),
            ("Eva Lund", false, Nearness.Weak, null, 0), ("Acme", true, null, null, 2),
        ], ignoreOrder: true);
        var circles = map.Nodes.Where(n => !n.IsOrganisation).ToDictionary(n => n.Name, n => n.Circle);
        (circles["Ana Kovač"], circles["Ben Adler"], circles["Eva Lund"]).ShouldBe((circles["Cleo Marsh"], circles["Dora Vale"], 3));
        circles["Ana Kovač"].ShouldNotBe(circles["Ben Adler"], "Ben has Acme in common with Dora, and nobody with Ana");
        map.Nodes.Where(n => n.Nearness == Nearness.Weak).ShouldAllBe(n => Far(n) < map.Nodes.Where(m => m.Nearness == Nearness.KnownOf).Min(Far));
        (await Show(world, people["Eva Lund"])).Says.ShouldBe("You know Eva Lund.");
    }

    [Theory, OnBothDatabases]
    public async Task The_ways_to_somebody_and_to_an_organisation_are_lit(Database database)
    {
        await using var world = await product.Start(database);
        var people = await Draw(world);
        var acme = await world.Ask(db => db.Organisations.Select(o => o.Id).SingleAsync(Ct));

        var ben = await Show(world, people["Ben Adler"]);
        ben.Says.ShouldBe("2 ways lead to Ben Adler; the best begins with Ana Kovač.");
        Names(ben).ShouldBe([["Ana Kovač", "Ben Adler"], ["Cleo Marsh", "Ana Kovač", "Ben Adler"]]);
        var there = await Show(world, acme);
        there.Says.ShouldBe("2 ways lead to Acme; the best begins with Ana Kovač.");
        Names(there).ShouldContain(way => way.SequenceEqual(new[] { "Ana Kovač", "Ben Adler", "Acme" }));
        (await Should.ThrowAsync<RefusedException>(() => Show(world, Guid.Empty))).Code.ShouldBe("target.unknown");

        var told = await world.Json("map", "--to", "Ben Adler");
        told["ways"]!.AsArray()[0]!.AsArray().Select(n => told["nodes"]![n!.GetValue<int>()]!["name"]!.GetValue<string>()).ShouldBe(["Ana Kovač", "Ben Adler"]);
        told["nodes"]![0]!["nearness"]!.GetValue<string>().ShouldBe("weak");
    }

    public static TheoryData<Database, int> Seeds => new() { { Database.Sqlite, 1 }, { Database.Sqlite, 2 }, { Database.Sqlite, 3 }, { Database.Postgres, 4 } };

    [Theory, MemberData(nameof(Seeds))]
    public async Task The_map_is_what_a_plain_count_of_the_rows_gives(Database database, int seed)
    {
        await using var desk = await Desk.Of(product, database);
        await Fill(desk, new Random(seed));
        var rows = await desk.World.Ask(Rows.Read);

        var map = await desk.Ask((db, _, _) => ShowMap.Handle(new(), db, maps, Ct));

        map.Nodes.Count(n => !n.IsOrganisation).ShouldBe(rows.People.Count);
        foreach (var node in map.Nodes.Where(n => !n.IsOrganisation))
        {
            var person = rows.People.Single(p => p.Id == node.Id);
            node.Strength.ShouldBe(rows.IsMet(person) ? person.Strength ?? 0 : null, node.Name);
            node.Organisation.ShouldBe(rows.At(person), node.Name);
            var known = rows.People.Where(other => rows.KnowEachOther(person, other)).ToList();
            node.Knows.Select(k => map.Nodes[k].Name).Order().ShouldBe(known.Select(k => k.FullName).Order(), node.Name);
            node.Common.ShouldBe(known.Count(rows.IsMet), node.Name);
            known.ShouldAllBe(other => rows.Reach(person).Contains(other.Id));
            map.Nodes.Where(n => n.Circle == node.Circle).ShouldAllBe(n => rows.Reach(person).Contains(n.Id));
        }
        foreach (var node in map.Nodes.Where(n => n.IsOrganisation))
            node.Common.ShouldBe(rows.People.Count(p => rows.At(p) == node.Name), node.Name);
        var (met, unmet) = (rows.People.Count(rows.IsMet), rows.People.Count(p => !rows.IsMet(p)));
        map.Says.ShouldContain($"{rows.People.Count} people at ");
        map.Says.ShouldContain($"{unmet} you have not met");
        map.Nodes.Count(n => n.Strength is not null).ShouldBe(met);
    }

    [Fact]
    public async Task The_page_has_the_picture_the_same_in_words_and_both_to_take_away()
    {
        await using var world = await product.Start(Database.Sqlite);
        using var ada = await world.SignIn();
        (await ada.Read("/insights/map")).QuerySelector("main")!.TextContent.ShouldContain("Nobody is on the map yet");
        var people = await Draw(world);
        await world.Change(db => db.People.Single(p => p.FullName == "Ben Adler").FullName = "=1+1 <b>");

        var page = await ada.Read("/insights/map");
        page.QuerySelector(".map svg > title")!.TextContent.ShouldBe(page.QuerySelector("h2")!.TextContent);
        page.QuerySelectorAll(".map svg .l0 text").Select(t => t.TextContent).ShouldContain("=1+1 <b>");
        (await ada.Read("/insights/map?view=list")).QuerySelectorAll("tbody tr td:first-child a").Select(a => a.TextContent).ShouldBe(["Ana Kovač", "=1+1 <b>", "Cleo Marsh", "Dora Vale", "Eva Lund", "Acme"], ignoreOrder: true);

        var lit = await ada.GetAsync(new Uri("/insights/map?who=eva+lund", UriKind.Relative), Ct);
        lit.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        lit.Headers.Location!.OriginalString.ShouldEndWith($"/insights/map?to={people["Eva Lund"]}");
        (await ada.Read("/insights/map?who=Nobody+Here")).QuerySelector("main")!.TextContent.ShouldContain("Nobody and no organisation here is called \"Nobody Here\".");
        (await ada.Read($"/insights/map?to={Guid.Empty}")).QuerySelector("main")!.TextContent.ShouldContain("There is no such person or organisation here");

        var svg = await ada.GetAsync(new Uri($"/insights/map.svg?to={people["Eva Lund"]}", UriKind.Relative), Ct);
        svg.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        var drawn = XDocument.Parse(await svg.Content.ReadAsStringAsync(Ct)).Root!;
        drawn.Descendants().Count(e => e.Attribute("data-id") is not null).ShouldBe(6);
        drawn.Descendants().Count(e => e.Name.LocalName == "path" && e.Attribute("class")?.Value == "p-lit").ShouldBe(1);
        var csv = await ada.GetStringAsync(new Uri("/insights/map.csv", UriKind.Relative), Ct);
        csv.Split("\r\n").Length.ShouldBe(8);
        csv.ShouldContain("'=1+1 <b>,person,not met,,Acme,2,1,");
    }

    [Fact]
    public async Task Nobody_of_another_workspace_is_on_it()
    {
        await using var world = await product.Start(Database.Sqlite);
        await Draw(world);
        var other = await world.AddWorkspace("Other");

        (await world.Ask(db => ShowMap.Handle(new(), db, maps, Ct), other)).Nodes.ShouldBeEmpty();
    }

    private Task<ShowMap.Shown> Show(World world, Guid? to = null) => world.Ask(db => ShowMap.Handle(new(to), db, maps, Ct));

    private static double Far(ShowMap.Node node) => new Spot(node.X, node.Y).Distance;

    private static IEnumerable<IReadOnlyList<string>> Names(ShowMap.Shown map) => map.Ways.Select(way => way.Select(n => map.Nodes[n].Name).ToList());

    private static async Task<IReadOnlyDictionary<string, Guid>> Draw(World world)
    {
        var people = new Dictionary<string, Guid>();
        foreach (var (name, isMet) in new[] { ("Ana Kovač", true), ("Ben Adler", false), ("Cleo Marsh", true), ("Dora Vale", false), ("Eva Lund", true) })
            people[name] = await world.Add(name, (db, person) =>
            {
                if (isMet)
                    db.Add(new Exchange { Id = db.NewId(), PersonId = person.Id, Tactic = Tactic.EventMet, On = DateOnly.FromDateTime(db.Clock.GetUtcNow().UtcDateTime) });
            });
        await world.Change(db =>
        {
            var acme = new Organisation { Id = db.NewId(), Name = "Acme", NameKey = "acme" };
            db.AddRange(acme, Job(db, people["Ben Adler"], acme), Job(db, people["Dora Vale"], acme));
        });
        await world.Ask(db => NoteAcquaintance.Handle(new(people["Ana Kovač"], people["Ben Adler"], null), db, Ct));
        await world.Ask(db => NoteAcquaintance.Handle(new(people["Ana Kovač"], people["Cleo Marsh"], null), db, Ct));
        return people;
    }

    private static Position Job(KithDb db, Guid person, Organisation place) => new() { Id = db.NewId(), PersonId = person, OrganisationId = place.Id, IsCurrent = true };

    private static async Task Fill(Desk desk, Random dice)
    {
        var people = new List<Guid>();
        for (var number = 0; number < 30; number++)
            people.Add(await desk.Person($"Person Number{number}"));
        await desk.World.Change(db =>
        {
            var places = Enumerable.Range(0, 6).Select(n => new Organisation { Id = db.NewId(), Name = $"Place {n}", NameKey = $"place {n}" }).ToList();
            db.AddRange(places);
            foreach (var person in people.Where(_ => dice.Next(3) > 0))
                db.Add(Job(db, person, places[dice.Next(6)]));
            for (var number = 0; number < 12; number++)
                db.Add(new Exchange { Id = db.NewId(), PersonId = people[dice.Next(30)], Tactic = Tactic.EventMet, On = desk.Today.AddDays(-dice.Next(60)) });
            for (var number = 0; number < 8; number++)
            {
                var at = db.Clock.GetUtcNow().UtcDateTime.AddDays(-1 - number);
                foreach (var person in people.Where(_ => dice.Next(9) == 0))
                    db.Add(new Interaction { Id = db.NewId(), PersonId = person, Channel = Channel.Meeting, Direction = Direction.Both, At = at, Summary = $"Meeting {number}" });
            }
            for (var number = 0; number < 10; number++)
                if ((dice.Next(30), dice.Next(30)) is var (one, other) && one < other)
                    db.Add(new Acquaintance { Id = db.NewId(), PersonId = people[one], OtherId = people[other] });
        });
    }

    private sealed record Rows(List<Person> People, List<Exchange> Exchanges, List<Interaction> Talks, List<Position> Jobs, List<Organisation> Places, List<Acquaintance> Stated)
    {
        internal static async Task<Rows> Read(KithDb db) => new(
            await db.People.Where(p => !p.IsSelf).ToListAsync(Ct), await db.Exchanges.ToListAsync(Ct), await db.Interactions.ToListAsync(Ct), await db.Positions.ToListAsync(Ct), await db.Organisations.ToListAsync(Ct), await db.Acquaintances.ToListAsync(Ct));

        internal bool IsMet(Person person) => Exchanges.Exists(e => e.PersonId == person.Id) || Talks.Exists(t => t.PersonId == person.Id);

        internal string? At(Person person) => Places.Find(o => Jobs.Exists(j => j.PersonId == person.Id && j.OrganisationId == o.Id))?.Name;

        internal bool KnowEachOther(Person one, Person other) => one.Id != other.Id
            && (Stated.Exists(a => (a.PersonId == one.Id && a.OtherId == other.Id) || (a.PersonId == other.Id && a.OtherId == one.Id))
                || Talks.Exists(t => t.PersonId == one.Id && Talks.Exists(u => u.PersonId == other.Id && u.Summary == t.Summary) && Talks.Count(u => u.Summary == t.Summary) <= 12)
                || (At(one) is { } place && place == At(other)));

        // Everybody one comes to over people who know each other.
        internal HashSet<Guid> Reach(Person person)
        {
            HashSet<Guid> reached = [person.Id];
            for (var before = 0; before < reached.Count;)
            {
                before = reached.Count;
                reached.UnionWith(People.Where(p => People.Exists(q => reached.Contains(q.Id) && KnowEachOther(p, q))).Select(p => p.Id).ToList());
            }
            return reached;
        }
    }
}
