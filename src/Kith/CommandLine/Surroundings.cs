using System.CommandLine;
using Kith.Data;

namespace Kith.CommandLine;

/// <summary>What a command line runs in: where it prints, what the environment says, and what time it is.</summary>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, Func<string, string?> Environment, TimeProvider Clock)
{
    /// <summary>The storage a command line names. The connection string is a secret, so it comes from the environment only.</summary>
    internal Storage Storage(ParseResult parsed)
    {
        var folder = parsed.GetValue(Verb.Data)?.FullName
            ?? Given("KITH_DATA")
            ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.LocalApplicationData, System.Environment.SpecialFolderOption.Create), "kith");
        return new(Path.GetFullPath(folder), Given("KITH_POSTGRES"));
    }

    // An empty variable is how many set-ups say "not set".
    private string? Given(string variable) => Environment(variable) is { Length: > 0 } value ? value : null;
}
