using System.CommandLine;
using Kith.People;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith people [--query TEXT] [--limit N]</c></summary>
internal static class PeopleVerb
{
    private static readonly Option<string> Query = new("--query", "-q") { Description = "Words of a name, role or organisation; beginnings are enough", HelpName = "TEXT" };

    private static readonly Option<int?> Limit = new("--limit") { Description = "How many at most", HelpName = "N" };

    internal static Command Build(Surroundings here) =>
        new Command("people", "List people, or the best matches of a search") { Query, Limit }.Does(here, Run);

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var people = await ListPeople.Handle(new(parsed.GetValue(Query), parsed.GetValue(Limit)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(people, console => Draw(console, people));
    }

    private static void Draw(IAnsiConsole console, IReadOnlyList<PersonRecord> people)
    {
        if (people.Count == 0)
        {
            console.WriteLine("Nobody. Bring people in with: kith import FILE");
            return;
        }
        var table = new Table().Border(TableBorder.Simple).AddColumns("name", "what they do", "id");
        foreach (var person in people)
            table.AddRow(Terminal.Cell(person.Name.Full), Terminal.Cell(PersonVerb.Work(person)), new Text(person.Id.ToString(), new(decoration: Decoration.Dim)));
        console.Write(table);
    }
}
