using System.CommandLine;
using Kith.Sample;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith sample [--force]</c></summary>
internal static class SampleVerb
{
    private static readonly Option<bool> Force = new("--force") { Description = "Also where there are people already" };

    internal static Command Build(Surroundings here) =>
        new Command("sample", "Load a plainly fictitious network to try things out; one undo removes it") { Force }.Does(here, Run);

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var loaded = await LoadSample.Handle(new(parsed.GetValue(Force)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(loaded, console =>
        {
            console.WriteLine($"Loaded {loaded.People} people at {loaded.Organisations} organisations, with {loaded.Interactions} interactions. None of them exists.");
            console.WriteLine($"See them with: kith today. Remove them with: kith undo {loaded.Batch}");
        });
    }
}
