using System.CommandLine;
using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Introductions;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith path TARGET</c></summary>
internal static class PathVerb
{
    private static readonly Argument<string> Target = new("TARGET") { Description = "A person (id or its beginning, LinkedIn address, name) or the name of an organisation" };

    private static readonly Option<int> Limit = new("--limit") { Description = $"Paths at most (1-{FindPaths.Most})", HelpName = "N", DefaultValueFactory = _ => 5 };

    internal static Command Build(Surroundings here) => new Command("path", "Who can introduce you to a person, or to anyone at an organisation") { Target, Limit }.Does(here, Run);

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var target = await Find(session.Db, parsed.GetRequiredValue(Target), ct);
        var found = await FindPaths.Handle(new(target, parsed.GetValue(Limit)), session.Db, session.Get<TieMaps>(), ct);
        return session.Terminal.Answer(found.Paths, console =>
        {
            if (found.Paths.Count == 0)
                console.WriteLine(Terminal.Plain($"No way to {found.Name} is known yet."));
            foreach (var path in found.Paths)
            {
                console.WriteLine(Terminal.Plain(string.Create(CultureInfo.InvariantCulture, $"{string.Join(" > ", path.Via.Append(path.Target).Select(p => p.Name.Full).Prepend("you"))}  (reach {path.Reach:0.00}, novelty {path.Novelty:0.00})")));
                foreach (var reason in path.Reasons)
                    console.WriteLine(Terminal.Plain($"  {reason.Text}"));
                console.WriteLine(Terminal.Plain($"  {path.NextStep}"));
            }
        });
    }

    // A name of both is the person's: organisations are named in whole.
    internal static async Task<Guid> Find(KithDb db, string text, CancellationToken ct)
    {
        try
        {
            return await PersonArgument.Find(db, text, ct);
        }
        catch (RefusedException refused) when (refused.Code == "person.unknown")
        {
            var key = Folding.Fold(text);
            return await db.Organisations.Where(o => o.NameKey == key).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(ct)
                ?? throw new RefusedException("target.unknown", $"Nobody and no organisation here is called \"{text}\"; try: kith people --query TEXT.");
        }
    }
}
