using Kith.App.Tests.Fixtures;
using Kith.CommandLine;

namespace Kith.App.Tests.Exporting;

/// <summary>Runs verbs on a data folder that no world serves.</summary>
internal static class Shell
{
    internal static async Task<Outcome> Run(string folder, TimeProvider clock, params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await Root.Run([.. words, "--data", folder], output, error, _ => null, clock);
        return new(exit, output.ToString(), error.ToString());
    }
}
