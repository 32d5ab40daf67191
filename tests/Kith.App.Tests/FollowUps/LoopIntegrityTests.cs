using Kith.App.Tests.Fixtures;

namespace Kith.App.Tests.FollowUps;

/// <summary>
/// The promise of the product: no loop is ever lost, and none is closed without evidence or decision, whatever is done in whatever order. Each game
/// is a workspace of its own in which a dice chooses the acts; a seed that fails is named with the acts that led there.
/// </summary>
public sealed class LoopIntegrityTests(Product product)
{
    private const int Acts = 40;

    [Theory]
    [InlineData(Database.Sqlite, 1, 30)]
    [InlineData(Database.Postgres, 1001, 4)]
    public async Task No_loop_is_lost_or_closed_without_evidence_or_decision_whatever_is_done(Database database, int firstSeed, int games)
    {
        await using var world = await product.Start(database);

        for (var seed = firstSeed; seed < firstSeed + games; seed++)
        {
            var game = await LoopGame.Begin(world, seed);
            for (var act = 0; act < Acts; act++)
                await game.Play();
            game.Played.ShouldBeGreaterThan(Acts / 2, "a game whose acts are all refused shows nothing");
        }
    }
}
