namespace Kith.App.Tests.Fixtures;

/// <summary>Waits for what a world does by itself.</summary>
internal static class Eventually
{
    /// <summary>Returns when it is so; fails after a minute with what the world complained about.</summary>
    internal static async Task IsSo(Func<Task<bool>> isSo, World world)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (await isSo())
                return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        throw new ShouldAssertException("It did not come about: " + string.Join('\n', world.Journal.Lines));
    }
}
