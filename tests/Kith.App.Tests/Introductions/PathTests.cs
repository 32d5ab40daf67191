using System.Net;
using System.Text.Json;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.People;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Ranking;
using Kith.Introductions;
using Kith.People;

namespace Kith.App.Tests.Introductions;

public sealed class PathTests(Product product)
{
    private readonly TieMaps maps = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Somebody_who_knows_the_target_is_asked_first_and_the_evidence_is_told(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await Known(world, "Ana Kovač");
        var ben = await world.Add("Ben Adler");
        (await Find(world, ben)).Paths.ShouldBeEmpty();

        await world.Ask(db => NoteAcquaintance.Handle(new(ana, ben, "boss"), db, Ct));

        var path = (await Find(world, ben)).Paths.ShouldHaveSingleItem();
        path.Via.Select(v => v.Name.Full).ShouldBe(["Ana Kovač"]);
        path.Target.Name.Full.ShouldBe("Ben Adler");
        path.NextStep.ShouldBe("Ask Ana Kovač for an introduction to Ben Adler.");
        path.Reasons.Select(r => r.Text).ShouldContain("Ana Kovač and Ben Adler: they know each other (boss)");
        path.Reach.ShouldBeGreaterThan(0);
        path.Score.ShouldBe(path.Reach * path.Novelty, 1e-3);
    }

    [Theory, OnBothDatabases]
    public async Task Common_meetings_mails_and_employers_in_time_are_ties(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await Known(world, "Ana Kovač", "Planning", "t-1");
        var (met, mailed, colleague, stranger) = (await world.Add("Met Once"), await world.Add("Mailed Too"), await world.Add("Col League"), await world.Add("Str Anger"));
        await world.Change(db =>
        {
            var at = db.Clock.GetUtcNow().UtcDateTime.Date.AddDays(-9);
            db.Add(new Interaction { Id = db.NewId(), PersonId = met, Channel = Channel.Meeting, Direction = Direction.Both, At = at, Summary = "Planning" });
            db.Add(new Interaction { Id = db.NewId(), PersonId = mailed, Channel = Channel.Mail, Direction = Direction.In, At = at.AddDays(-3), Thread = "t-1" });
            var acme = new Organisation { Id = db.NewId(), Name = "Acme", NameKey = "acme" };
            db.AddRange(acme, Stay(db, ana, acme, 2010, 2014), Stay(db, colleague, acme, 2012, 2016), Stay(db, stranger, acme, 2015, 2018));
        });

        var reasons = new List<string>();
        foreach (var target in new[] { met, mailed, colleague })
            reasons.AddRange((await Find(world, target)).Paths.Where(p => p.Via.Select(v => v.Id).SequenceEqual([ana])).SelectMany(p => p.Reasons).Select(r => r.Text));

        reasons.ShouldContain("Ana Kovač and Met Once: both were in one meeting with you");
        reasons.ShouldContain("Ana Kovač and Mailed Too: both were in one conversation by mail");
        reasons.ShouldContain("Ana Kovač and Col League: both were at Acme for 24 months");
        // They were there one after the other.
        (await Find(world, stranger)).Paths.ShouldNotContain(p => p.Via.Count == 1 && p.Via[0].Id == ana);
    }

    [Theory, OnBothDatabases]
    public async Task An_organisation_is_reached_through_anyone_who_works_there_now(Database database)
    {
        await using var world = await product.Start(database);
        var ana = await Known(world, "Ana Kovač");
        var ben = await world.Add("Ben Adler");
        var acme = Guid.Empty;
        await world.Change(db =>
        {
            var organisation = new Organisation { Id = db.NewId(), Name = "Acme", NameKey = "acme" };
            acme = organisation.Id;
            db.AddRange(organisation, new Position { Id = db.NewId(), PersonId = ben, OrganisationId = acme, Title = "Buyer", IsCurrent = true });
        });
        await world.Ask(db => NoteAcquaintance.Handle(new(ana, ben, null), db, Ct));

        var found = await Find(world, acme);

        (found.Name, found.IsOrganisation, found.PeopleThere).ShouldBe(("Acme", true, 1));
        found.Paths.ShouldHaveSingleItem().Target.Id.ShouldBe(ben);
        var said = await world.Run("path", "acme", "--json");
        said.Exit.ShouldBe(0);
        using var json = JsonDocument.Parse(said.Output);
        json.RootElement[0].GetProperty("via")[0].GetProperty("name").GetProperty("full").GetString().ShouldBe("Ana Kovač");
        using var visitor = await world.SignIn();
        (await visitor.Read($"/paths/{acme}")).QuerySelector(".path .chain")!.TextContent.ShouldContain("Ben Adler");
        (await visitor.GetAsync(new Uri($"/paths/{Guid.Empty}", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Zagora d.o.o.", Database.Sqlite, 1, "the same name but for its legal form and how it is written")]
    [InlineData("Zagora d.o.o.", Database.Postgres, 1, "the same name but for its legal form and how it is written")]
    [InlineData("Zagora Software", Database.Sqlite, 0.5, "the one name begins the other: perhaps a part of it, or its group")]
    [InlineData("Zagora Software", Database.Postgres, 0.5, "the one name begins the other: perhaps a part of it, or its group")]
    public async Task An_employer_alike_in_name_counts_for_what_its_name_allows(string employer, Database database, double worth, string why)
    {
        await using var world = await product.Start(database);
        var (ana, ben) = (await Known(world, "Ana Kovač"), await world.Add("Ben Adler"));
        var zagora = Guid.Empty;
        await world.Change(db =>
        {
            var sought = new Organisation { Id = db.NewId(), Name = "Zagora", NameKey = "zagora" };
            var other = new Organisation { Id = db.NewId(), Name = employer, NameKey = Folding.Fold(employer) };
            var stranger = new Organisation { Id = db.NewId(), Name = "Zagreb Bank", NameKey = "zagreb bank" };
            zagora = sought.Id;
            db.AddRange(sought, other, stranger, new Position { Id = db.NewId(), PersonId = ben, OrganisationId = other.Id, IsCurrent = true },
                new Position { Id = db.NewId(), PersonId = ana, OrganisationId = stranger.Id, IsCurrent = true });
        });
        await world.Ask(db => NoteAcquaintance.Handle(new(ana, ben, null), db, Ct));

        var found = await Find(world, zagora);

        (found.PeopleThere, found.PeopleNear).ShouldBe((0, 1));
        var path = found.Paths.ShouldHaveSingleItem();
        path.Target.Id.ShouldBe(ben);
        path.Reasons.Single(r => r.Code == "employer").ShouldBe(new Reason("employer", $"Ben Adler works at {employer}: {why}", worth));
        path.Score.ShouldBe(path.Reach * path.Novelty * worth, 1e-3);
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_in_the_trash_is_on_no_path(Database database)
    {
        await using var world = await product.Start(database);
        var (ana, ben) = (await Known(world, "Ana Kovač"), await world.Add("Ben Adler"));
        await world.Ask(db => NoteAcquaintance.Handle(new(ana, ben, null), db, Ct));
        (await Find(world, ben)).Paths.Count.ShouldBe(1);

        await world.Change(db => db.People.Single(p => p.Id == ana).TrashedAt = db.Clock.GetUtcNow().UtcDateTime);

        (await Find(world, ben)).Paths.ShouldBeEmpty();
    }

    private Task<FindPaths.Found> Find(World world, Guid target) => world.Ask(db => FindPaths.Handle(new(target), db, maps, Ct));

    // Somebody the user meets and writes with.
    private static Task<Guid> Known(World world, string name, string? meeting = "Coffee", string? thread = null) => world.Add(name, (db, person) => db.AddRange(
        new Interaction { Id = db.NewId(), PersonId = person.Id, Channel = Channel.Meeting, Direction = Direction.Both, At = db.Clock.GetUtcNow().UtcDateTime.Date.AddDays(-9), Summary = meeting },
        new Interaction { Id = db.NewId(), PersonId = person.Id, Channel = Channel.Mail, Direction = Direction.Both, At = db.Clock.GetUtcNow().UtcDateTime.AddDays(-5), Thread = thread }));

    private static Position Stay(KithDb db, Guid person, Organisation place, int from, int to) =>
        new() { Id = db.NewId(), PersonId = person, OrganisationId = place.Id, Title = "Clerk", From = new(from, 1, 1), To = new(to, 1, 1) };
}
