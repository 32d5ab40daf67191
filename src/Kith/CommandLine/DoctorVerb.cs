using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith doctor [--rebuild]</c></summary>
internal static class DoctorVerb
{
    private static readonly Option<bool> Rebuild = new("--rebuild") { Description = "Mend what can be mended: computed columns, search index, stuck jobs, folder rights" };

    internal static Command Build(Surroundings here) =>
        new Command("doctor", "Look whether the database, the search and the data folder are in order") { Rebuild }.Does(here, Run);

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var found = await Checkup.Run(session, parsed.GetValue(Rebuild), ct);
        var healthy = found.Checks.All(c => c.State != Health.Broken);
        return session.Terminal.Answer(
            new { healthy, found.Provider, found.Schema, found.Checks, found.Counts },
            console => Draw(console, found),
            healthy ? Root.Done : Root.Refused);
    }

    private static void Draw(IAnsiConsole console, Checkup.Found found)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("state", "check", "message");
        foreach (var check in found.Checks)
            table.AddRow(State(check), Terminal.Cell(check.Name), Terminal.Cell(check.Message));
        console.Write(table);
        console.WriteLine();
        console.WriteLine(string.Join(", ", found.Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value:N0} {c.Key}"))));
    }

    private static Text State(Check check) => check.State switch
    {
        Health.Ok when check.Mended => new("mended", new(Color.Green)),
        Health.Ok => new("ok", new(Color.Green)),
        Health.Warning => new("warning", new(Color.Yellow)),
        _ => new("broken", new(Color.Red)),
    };
}
