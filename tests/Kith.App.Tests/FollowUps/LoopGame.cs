using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Importing;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.FollowUps;

/// <summary>One game: a workspace, a dice of one seed, and the acts so far.</summary>
internal sealed class LoopGame
{
    private readonly World world;
    private readonly Workspace workspace;
    private readonly Random dice;
    private readonly LoopModel model;
    private readonly List<string> acts = [];
    private int day;

    private LoopGame(World world, Workspace workspace, int seed) =>
        (this.world, this.workspace, dice, model, Seed) = (world, workspace, new Random(seed), new LoopModel(world, workspace), seed);

    /// <summary>The seed of the dice.</summary>
    internal int Seed { get; }

    /// <summary>Acts that were not refused.</summary>
    internal int Played { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A game with five people in it.</summary>
    internal static async Task<LoopGame> Begin(World world, int seed)
    {
        var game = new LoopGame(world, await world.AddWorkspace($"Game {seed}"), seed);
        for (var person = 0; person < 5; person++)
            await game.Do("add a person", LoopActs.All[0].Do);
        return game;
    }

    /// <summary>Plays one act and looks whether the promise still holds.</summary>
    internal async Task Play()
    {
        // Days pass in the game alone: the clock of the installation would wake its hourly and daily tasks, and no seed would play the same twice.
        if (dice.Next(4) == 0)
            day += dice.Next(9);
        if (dice.Next(14) == 0)
            await Import();
        else
        {
            var (name, act) = LoopActs.All[dice.Next(LoopActs.All.Count)];
            await Do(name, act);
        }
    }

    private Task Import() => Told("import connections and messages", () => world.Import(LoopActs.Names.Export(dice, world.Clock.Today.AddDays(day)), within: workspace));

    private Task Do(string name, Func<LoopActs, Task> act) => Told(name, () => world.Ask(
        async db =>
        {
            var clock = world.WorkspaceClock(workspace);
            clock.Fix(world.Clock.Today.AddDays(day));
            await act(new(db, clock, dice, Ct));
            return true;
        },
        workspace));

    private async Task Told(string name, Func<Task> act)
    {
        var before = await People();
        try
        {
            await act();
            acts.Add(name);
            Played++;
        }
        catch (RefusedException no)
        {
            acts.Add($"{name} ({no.Code})");
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            acts.Add(name);
            throw new InvalidOperationException($"Seed {Seed} broke.\n{Story()}", broken);
        }
        // Only these two erase; a person that an undo removes is not the user's decision.
        if (name is "erase for good" or "empty the trash")
            model.Erased([.. before.Except(await People())]);
        var faults = await model.Faults();
        faults.ShouldBeEmpty($"Seed {Seed}.\n{Story()}");
    }

    private string Story() => string.Join('\n', acts.Select((act, number) => $"{number + 1}. {act}"));

    private Task<List<Guid>> People() => world.Ask(db => db.People.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).Select(p => p.Id).ToListAsync(Ct), workspace);
}
