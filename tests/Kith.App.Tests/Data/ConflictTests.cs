using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Data;

public sealed class ConflictTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_was_written_twice_is_a_conflict_and_what_was_written_wrongly_is_none(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db => db.Add(Place(db, "acme")));

        var twice = await Should.ThrowAsync<DbUpdateException>(() => world.Change(db => db.Add(Place(db, "acme"))));
        var nowhere = await Should.ThrowAsync<DbUpdateException>(() => world.Change(db => db.Add(new PersonTag { Id = db.NewId(), PersonId = db.NewId(), Value = "of nobody" })));

        Conflicts.Is(twice).ShouldBeTrue();
        Conflicts.Is(nowhere).ShouldBeFalse();
        Conflicts.Is(new InvalidOperationException()).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_so_and_may_try_again()
    {
        await using var world = await product.Start(Database.Postgres);
        using var ada = await world.SignIn();

        var second = await world.Ask(async db =>
        {
            await using var first = await db.Database.BeginTransactionAsync(Ct);
            db.Add(Place(db, "acme"));
            await db.SaveChangesAsync(Ct);
            var waiting = ada.Call(HttpMethod.Post, "/api/organisations", new { name = "Acme" });
            await Eventually.IsSo(
                () => world.Ask(async other => await other.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync(Ct) > 0), world);
            await first.CommitAsync(Ct);
            return await waiting;
        });

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await second.Content.ReadFromJsonAsync<JsonNode>(Ct))!["code"]!.GetValue<string>().ShouldBe("conflict");
        (await world.Ask(db => db.Organisations.CountAsync(Ct))).ShouldBe(1);
        (await (await ada.Call(HttpMethod.Post, "/api/organisations", new { name = "Acme" })).Content.ReadAsStringAsync(Ct)).ShouldNotContain("\"conflict\"");
    }

    private static Organisation Place(KithDb db, string name) => new() { Id = db.NewId(), Name = name, NameKey = name };
}
