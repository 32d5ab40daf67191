using System.Net;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Importing;
using Kith.Domain;
using Kith.People;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.People;

public sealed class AcquaintanceTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("boss", "report")]
    [InlineData("Mentor", "mentee")]
    [InlineData("child", "parent")]
    [InlineData("colleague", "colleague")]
    [InlineData(null, null)]
    public void A_kind_reads_from_the_other_side(string? kind, string? other) => Acquaintance.Reverse(kind).ShouldBe(other);

    [Theory, OnBothDatabases]
    public async Task Who_knows_whom_is_noted_on_the_page_shown_on_both_sides_and_taken_back(Database database)
    {
        await using var world = await product.Start(database);
        var (ana, ben) = (await Add(world, "Ana Kovač"), await Add(world, "Ben Adler"));
        using var visitor = await world.SignIn();

        (await visitor.Submit($"/people/{ana}", $"/people/{ana}/knows", ("Who", "ben adler"), ("As", "boss"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.Read($"/people/{ana}")).QuerySelector(".panel")!.TextContent.ShouldContain("Ben Adler boss");
        (await visitor.Read($"/people/{ben}")).QuerySelector(".panel")!.TextContent.ShouldContain("Ana Kovač report");

        await visitor.Submit($"/people/{ana}", $"/people/{ana}/knows", ("Who", "Nobody"), ("As", ""));
        await visitor.Submit($"/people/{ana}", $"/people/{ana}/knows", ("Who", "Ben Adler"), ("As", "boss"));
        (await world.Ask(db => db.Acquaintances.CountAsync(Ct))).ShouldBe(1);
        var noted = await world.Ask(db => db.Acquaintances.Select(a => a.Id).SingleAsync(Ct));
        await visitor.Submit($"/people/{ben}", $"/people/{ben}/knows/{noted}/remove");
        (await world.Ask(db => db.Acquaintances.CountAsync(Ct))).ShouldBe(0);
        await world.Undo(await world.Ask(db => db.Batches.OrderByDescending(b => b.At).ThenByDescending(b => b.Id).Select(b => b.Id).FirstAsync(Ct)));
        (await world.Ask(db => db.Acquaintances.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Merging_moves_whom_both_knew_and_separating_brings_it_back(Database database)
    {
        await using var world = await product.Start(database);
        var (ana, anna, ben) = (await Add(world, "Ana Kovač"), await Add(world, "Anna Kovac"), await Add(world, "Ben Adler"));
        foreach (var (person, other, kind) in new[] { (ana, ben, "friend"), (anna, ben, "friend"), (ben, anna, "boss"), (ana, anna, "sister") })
            await world.Ask(db => NoteAcquaintance.Handle(new(person, other, kind), db, Ct));

        var merged = await world.Ask(db => MergePeople.Handle(new(ana, [anna]), db, Ct));

        (await Rows(world)).ShouldBe([(ana, ben, "friend"), (ben, ana, "boss")], ignoreOrder: true);
        await world.Undo(merged.Batch);
        (await Rows(world)).ShouldBe([(ana, ben, "friend"), (anna, ben, "friend"), (ben, anna, "boss"), (ana, anna, "sister")], ignoreOrder: true);
    }

    private static Task<(Guid, Guid, string?)[]> Rows(World world) =>
        world.Ask(async db => (await db.Acquaintances.ToListAsync(Ct)).Select(a => (a.PersonId, a.OtherId, a.Kind)).ToArray());

    private static async Task<Guid> Add(World world, string name) => (await world.Ask(db => AddPerson.Handle(new(name), db, world.WorkspaceClock(), Ct))).Person;
}
