using System.CommandLine;
using Kith.History;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith undo BATCH</c></summary>
internal static class UndoVerb
{
    private const int ReasonsShown = 10;

    private static readonly Argument<Guid> Batch = new("BATCH") { Description = "The batch, as import, log and goal set print it" };

    internal static Command Build(Surroundings here) =>
        new Command("undo", "Take back an import or any other batch, where nothing later built on it") { Batch }.Does(here, Run);

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var undone = await UndoBatch.Handle(parsed.GetValue(Batch), session.Db, ct);
        var kept = undone.Kept.Select(k => new { k.Id, k.Noun, k.Reason });
        return session.Terminal.Answer(
            new { undone.Batch, undone.Title, undone.Reversed, kept, undone.UndoneBy },
            console =>
            {
                console.WriteLine(Terminal.Plain($"Took back \"{undone.Title}\": {undone.Reversed} rows."));
                if (undone.Kept.Count > 0)
                    console.WriteLine($"{undone.Kept.Count} rows stay as they are:");
                foreach (var row in undone.Kept.Take(ReasonsShown))
                    console.WriteLine($"  {row.Noun} {row.Id}: {row.Reason}");
                if (undone.Kept.Count > ReasonsShown)
                    console.WriteLine("  ... (all of them with --json)");
            },
            undone.Kept.Count > 0 ? Root.Refused : Root.Done);
    }
}
