using System.CommandLine;
using Kith.History;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith history [--page N]</c></summary>
internal static class HistoryVerb
{
    private static readonly Option<int?> Page = new("--page") { Description = "Which page, from 1", HelpName = "N" };

    internal static Command Build(Surroundings here) =>
        new Command("history", "Show what was done, newest first, each with the batch that undo takes") { Page }.Does(here, Run);

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var shown = await ShowHistory.Handle(parsed.GetValue(Page), session.Db, session.Clock, ct);
        return session.Terminal.Answer(shown.Batches, console =>
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("when", "what", "batch");
            foreach (var entry in shown.Batches)
                table.AddRow(
                    Terminal.Cell($"{entry.At:yyyy-MM-dd HH:mm}"),
                    Terminal.Cell(entry.UndoneAt is null ? entry.Title : $"{entry.Title} (taken back)"),
                    new Text(entry.Batch.ToString(), new(decoration: Decoration.Dim)));
            console.Write(table);
        });
    }
}
