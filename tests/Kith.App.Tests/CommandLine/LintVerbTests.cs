using Kith.App.Tests.Fixtures;

namespace Kith.App.Tests.CommandLine;

public sealed class LintVerbTests(Product product)
{
    [Fact]
    public async Task A_draft_is_checked_and_nothing_is_stored()
    {
        await using var world = await product.Start(Database.Sqlite);
        var folder = Directory.CreateTempSubdirectory().FullName;
        var (good, bad) = (Path.Combine(folder, "good.txt"), Path.Combine(folder, "bad.txt"));
        await File.WriteAllTextAsync(good, "Hi Ana,\nWe met at DataConf. Your team at Harbor plans quays well, and few ports in the field do. How did you begin?\nBest,\nAda", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bad, "Hi Ana,\nI want a job. My CV is attached.", TestContext.Current.CancellationToken);

        var passed = await world.Run("lint", good, "--to", "Ana Kovač");
        var failed = await world.Run("lint", bad, "--kind", "in-mail", "--json");

        (passed.Exit, passed.Output).ShouldSatisfyAllConditions(r => r.Exit.ShouldBe(0), r => r.Output.ShouldContain("Nothing to better."));
        failed.Exit.ShouldBe(1);
        failed.Output.ShouldContain("\"rule\": \"insight\"");
        failed.Output.ShouldContain("\"pass\": false");
        (await world.Run("lint", Path.Combine(folder, "nothing.txt"))).Exit.ShouldBe(1);
    }
}
