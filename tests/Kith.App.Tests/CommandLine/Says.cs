using System.Text.Json;
using System.Text.Json.Nodes;
using Kith.App.Tests.Fixtures;

namespace Kith.App.Tests.CommandLine;

/// <summary>Reading what a verb printed for programs.</summary>
internal static class Says
{
    /// <summary>Runs a verb that must succeed and print one JSON document and nothing else.</summary>
    internal static async Task<JsonNode> Json(this World world, params string[] words)
    {
        var outcome = await world.Run([.. words, "--json"]);
        outcome.Exit.ShouldBe(0, outcome.Error);
        return outcome.Document();
    }

    /// <summary>The one document on standard output.</summary>
    internal static JsonNode Document(this Outcome outcome) =>
        JsonNode.Parse(outcome.Output, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = false })!;

    /// <summary>The text of a property.</summary>
    internal static string Text(this JsonNode node, string property) => node[property]!.GetValue<string>();
}
