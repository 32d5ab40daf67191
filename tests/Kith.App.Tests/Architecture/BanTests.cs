using System.Text.RegularExpressions;
using Kith.App.Tests.Fixtures;

namespace Kith.App.Tests.Architecture;

/// <summary>Builds a project that does everything that is banned, under the rules every project here inherits.</summary>
public sealed partial class BanTests : IDisposable
{
    private const string Sample = """
        using System.Globalization;

        namespace Guilty;

        internal static class Sample
        {
            internal static object[] Clock() =>
            [
                DateTime.Now, // banned
                DateTime.UtcNow, // banned
                DateTime.Today, // banned
                DateTimeOffset.Now, // banned
                DateTimeOffset.UtcNow, // banned
            ];

            internal static object[] Identifiers() =>
            [
                Guid.NewGuid(), // banned
                Guid.CreateVersion7(), // banned
                Guid.CreateVersion7(default), // banned
            ];

            internal static int Wait(Task<int> task)
            {
                Thread.Sleep(1); // banned
                Thread.Sleep(TimeSpan.Zero); // banned
                task.Wait(); // banned
                _ = task.Wait(1); // banned
                return task.Result; // banned
            }

            internal static object[] Culture(string text) =>
            [
                DateTime.Parse(text), // banned
                DateOnly.Parse(text), // banned
                DateTimeOffset.Parse(text), // banned
                int.Parse(text), // banned
                double.Parse(text), // banned
                decimal.Parse(text), // banned
                int.Parse(text, CultureInfo.InvariantCulture),
            ];

            internal static int Warning(string? text) => text.Length;
        }
        """;

    // Under the repository, so that the sample inherits its build rules.
    private readonly DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(Code.Root, "artifacts", "guilty-" + Path.GetRandomFileName()));

    [Fact]
    public async Task Clock_random_ids_blocking_waits_and_culture_stop_the_build_and_so_does_a_warning()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Guilty.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\" />", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Sample.cs"), Sample, TestContext.Current.CancellationToken);

        var (exit, printed) = await Command.Try("dotnet", "build", folder.FullName, "-v", "q", "-nodeReuse:false", $"-p:ArtifactsPath={folder.FullName}/out",
            "-p:RestorePackagesWithLockFile=false", "-p:RestoreLockedMode=false", "-p:NuGetAudit=false");

        exit.ShouldBe(1, printed);
        BannedLine().Matches(printed).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))
            .Distinct().Order().ShouldBe(GuiltyLines(), printed);
        printed.ShouldContain("error CS8602");
    }

    [Fact]
    public async Task Every_banned_symbol_is_tried()
    {
        var banned = await File.ReadAllLinesAsync(Path.Combine(Code.Root, "BannedSymbols.txt"), TestContext.Current.CancellationToken);

        banned.Length.ShouldBe(GuiltyLines().Count());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<int> GuiltyLines() =>
        Sample.Split('\n').Index().Where(line => line.Item.Contains("// banned", StringComparison.Ordinal)).Select(line => line.Index + 1);

    [GeneratedRegex(@"Sample\.cs\((\d+),\d+\): error RS0030")]
    private static partial Regex BannedLine();
}
