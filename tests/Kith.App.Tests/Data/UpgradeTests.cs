using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kith.App.Tests.Data;

public sealed class UpgradeTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Criteria_that_stood_one_a_line_become_rows(Database database)
    {
        await using var world = await product.Start(database);
        await world.Change(db => db.Add(new Goal { Id = db.NewId(), RoleFamily = "Head of data" }));

        await world.Ask(async db =>
        {
            await db.GetService<IMigrator>().MigrateAsync("RememberAnswers", Ct);
            await db.Database.ExecuteSqlAsync($"UPDATE goals SET criteria = {"Little travel\r\n\n  People I learn from  "} WHERE workspace_id = {db.WorkspaceId}", Ct);
            await db.GetService<IMigrator>().MigrateAsync(cancellationToken: Ct);
            return 0;
        });

        var criteria = await world.Ask(db => db.Criteria.OrderBy(c => c.Place).ToListAsync(Ct));
        criteria.Select(c => (c.Text, c.Weight)).ShouldBe([("Little travel", 2), ("People I learn from", 2)]);
    }
}
