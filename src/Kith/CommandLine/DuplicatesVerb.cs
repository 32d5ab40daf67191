using System.CommandLine;
using System.Globalization;
using Kith.People;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith duplicates</c></summary>
internal static class DuplicatesVerb
{
    internal static Command Build(Surroundings here) =>
        new Command("duplicates", "Compare everybody, merge what is certainly one person, and list who else may be, the likeliest first").Does(here, Run);

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        await FindDuplicates.Handle(session.Db, ct);
        var pairs = await ReviewDuplicates.List(ReviewDuplicates.Most, session.Db, session.Clock, ct);
        return session.Terminal.Answer(pairs, console =>
        {
            foreach (var pair in pairs)
                console.WriteLine(Terminal.Plain(string.Create(CultureInfo.InvariantCulture, $"{pair.Score:0.00}  {pair.People[0]}  {pair.People[1]}  {string.Join(", ", pair.Reasons)}")));
            console.WriteLine(pairs.Count == 0 ? "Nobody here looks like two rows of one person." : "Make two one with: kith merge PERSON PERSON");
        });
    }
}
