using Kith.App.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Data;

public sealed class StatisticsTests(Product product)
{
    [Theory]
    [InlineData("SELECT DISTINCT person_id FROM positions WHERE workspace_id = 'w' AND organisation_id = 'o'", "ix_positions_workspace_id_organisation_id")]
    [InlineData("SELECT id FROM loops WHERE workspace_id = 'w' AND state = 0 AND kind IN (1, 2) ORDER BY due", "ix_loops_workspace_id_state_kind_opened_on")]
    [InlineData("SELECT p.id FROM targets t JOIN positions x ON x.organisation_id = t.organisation_id AND x.workspace_id = 'w' JOIN people p ON p.id = x.person_id AND p.workspace_id = 'w' WHERE t.workspace_id = 'w' AND t.goal_id = 'g'", "ix_positions_workspace_id_organisation_id")]
    public async Task SQLite_does_not_take_the_workspace_for_a_rare_one(string query, string index)
    {
        await using var world = await product.Start(Database.Sqlite);

        var plan = await world.Ask(async db =>
        {
            var steps = new List<string>();
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + query;
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                steps.Add(reader.GetString(3));
            return steps;
        });

        plan.ShouldContain(step => step.Contains(index, StringComparison.Ordinal), string.Join('\n', plan));
    }
}
