using System.CommandLine;
using Kith.People;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith merge PERSON PERSON...</c></summary>
internal static class MergeVerb
{
    private static readonly Argument<string[]> People = new("PERSON")
    {
        Description = "Who stays, then who else that person is: ids or their beginnings, LinkedIn addresses, or names that only one person has",
        Arity = new(2, MergePeople.Most),
    };

    internal static Command Build(Surroundings here) =>
        new Command("merge", "Make several people one; undo separates them again") { People }.Does(here, Run);

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var ids = new List<Guid>();
        foreach (var named in parsed.GetRequiredValue(People))
            ids.Add(await PersonArgument.Find(session.Db, named, ct));
        var merged = await MergePeople.Handle(new(ids[0], ids[1..]), session.Db, ct);
        var person = await ShowPerson.Handle(new(merged.Person), session.Db, session.Clock, ct);
        return session.Terminal.Answer(
            Json.With(person, "batch", merged.Batch),
            console =>
            {
                console.WriteLine(Terminal.Plain($"One person now: {merged.Name}"));
                console.WriteLine($"Take it back with: kith undo {merged.Batch}");
            });
    }
}
