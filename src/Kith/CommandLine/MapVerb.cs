using System.CommandLine;
using Kith.Introductions;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith map [--to TARGET] [--svg FILE]</c></summary>
internal static class MapVerb
{
    // Whoever wants all of them takes --json or the file.
    private const int MostCircles = 12;
    private const int MostNames = 6;

    private static readonly Option<string?> To = new("--to") { Description = "Light the ways to a person (id or its beginning, LinkedIn address, name) or an organisation (name)", HelpName = "TARGET" };

    private static readonly Option<string?> Svg = new("--svg") { Description = "Write the picture to that file", HelpName = "FILE" };

    internal static Command Build(Surroundings here) => new Command("map", "People and organisations by strength and common neighbours, and who stand together") { To, Svg }.Does(here, Run);

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var target = parsed.GetValue(To) is { } text ? await PathVerb.Find(session.Db, text, ct) : (Guid?)null;
        var map = await ShowMap.Handle(new(target), session.Db, session.Get<TieMaps>(), ct);
        if (parsed.GetValue(Svg) is { } file)
            await File.WriteAllTextAsync(file, MapDrawing.Of(map).Svg, ct);
        return session.Terminal.Answer(map, console =>
        {
            console.WriteLine(Terminal.Plain(map.Says));
            foreach (var way in map.Ways)
                console.WriteLine(Terminal.Plain($"  you > {string.Join(" > ", way.Select(n => map.Nodes[n].Name))}"));
            if (target is null)
                foreach (var circle in map.Nodes.Where(n => n.Circle is not null).GroupBy(n => n.Circle).Where(c => c.Count() > 1).OrderByDescending(c => c.Count()).ThenBy(c => c.Key).Take(MostCircles))
                    console.WriteLine(Terminal.Plain($"  circle of {circle.Count()}{Around(circle)}: {string.Join(", ", circle.Take(MostNames).Select(n => n.Name))}{(circle.Count() > MostNames ? ", ..." : "")}"));
        });
    }

    private static string Around(IEnumerable<ShowMap.Node> circle) =>
        circle.Select(n => n.Organisation).OfType<string>().CountBy(o => o).OrderByDescending(o => o.Value).Select(o => $" around {o.Key}").FirstOrDefault() ?? "";
}
