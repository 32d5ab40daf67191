using System.CommandLine;
using Kith.Audiences;
using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith audience</c>: the list, who fits one, its criteria, and the order of contacts at an organisation.</summary>
internal static class AudienceVerb
{
    private static readonly Argument<string> Audience = new("AUDIENCE") { Description = "Its name or id" };

    private static readonly Option<int> Page = new("--page") { Description = "Which page of 25", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<string?> Titles = new("--titles") { Description = "Words of titles, separated by commas", HelpName = "WORDS" };

    private static readonly Option<string?> Fields = new("--fields") { Description = "Words of the organisation's field", HelpName = "WORDS" };

    private static readonly Option<string?> Places = new("--places") { Description = "Words of places", HelpName = "WORDS" };

    private static readonly Option<string?> Tag = new("--tag") { Description = "A tag they carry", HelpName = "TAG" };

    private static readonly Option<DecisionRole?> Role = new("--role") { Description = "What they have to say in a decision", HelpName = Verb.Words<DecisionRole>(), CustomParser = Verb.Word<DecisionRole>() };

    private static readonly Option<bool> Deciders = new("--deciders") { Description = "Only people whose title usually decides about hiring" };

    private static readonly Option<bool> Targets = new("--at-targets") { Description = "Only people at target organisations" };

    private static readonly Option<bool> EveryGoal = new("--every-goal") { Description = "Keep it for every goal" };

    private static readonly Option<bool> Remove = new("--remove") { Description = "Remove the audience" };

    private static readonly Argument<string> Organisation = new("ORGANISATION") { Description = "Its name or id" };

    private static readonly Argument<string> Person = new("PERSON") { Description = "Who (id or its beginning, LinkedIn address, name)" };

    private static readonly Argument<DecisionRole?> Say = new("ROLE") { Description = $"{Verb.Words<DecisionRole>()}; left out, it is forgotten", Arity = ArgumentArity.ZeroOrOne, HelpName = "ROLE", CustomParser = Verb.Word<DecisionRole>() };

    internal static Command Build(Surroundings here)
    {
        var command = new Command("audience", "List audiences with how many people fit").Does(here, List);
        command.Add(new Command("show", "Who fits an audience, and why") { Audience, Page }.Does(here, Show));
        command.Add(new Command("set", "Add an audience, or give the one of that name these criteria") { Audience, Titles, Fields, Places, Tag, Role, Deciders, Targets, EveryGoal, Remove }.Does(here, Set));
        command.Add(new Command("contacts", "Whom to contact first at an organisation, and why") { Organisation }.Does(here, Contacts));
        command.Add(new Command("role", "Note what somebody has to say in an organisation's decision") { Organisation, Person, Say }.Does(here, SetSay));
        return command;
    }

    private static async Task<int> List(Session session, ParseResult parsed, CancellationToken ct)
    {
        var rows = await ListAudiences.Handle(session.Db, ct);
        return session.Terminal.Answer(rows, console =>
        {
            if (rows.Count == 0)
                console.WriteLine("No audiences yet. Add one with: kith audience set NAME --titles WORDS");
            foreach (var row in rows)
                console.WriteLine(Terminal.Plain($"{row.Name}: {(row.Goal is { } goal ? $"for {goal}" : $"{row.Whole} fit, {row.Part} in part")} ({string.Join("; ", row.Asks)})"));
        });
    }

    private static async Task<int> Show(Session session, ParseResult parsed, CancellationToken ct)
    {
        var name = parsed.GetRequiredValue(Audience);
        var id = (await Known(session.Db, name, ct))?.Id ?? throw Unknown(name);
        var shown = await ShowAudience.Handle(id, parsed.GetValue(Page), session.Db, session.Clock, ct);
        return session.Terminal.Answer(shown, console =>
        {
            console.WriteLine(Terminal.Plain($"{shown.Name}: {shown.Whole} of {shown.Total} meet everything"));
            foreach (var person in shown.People)
                console.WriteLine(Terminal.Plain($"{person.Score,3}  {person.Name}{(person.Headline is { } does ? $", {does}" : "")}: {string.Join("; ", person.Reasons.Select(r => (r.IsMet ? "+ " : "- ") + r.Text))}"));
        });
    }

    private static async Task<int> Set(Session session, ParseResult parsed, CancellationToken ct)
    {
        var name = parsed.GetRequiredValue(Audience);
        var known = await Known(session.Db, name, ct);
        var done = parsed.GetValue(Remove)
            ? await SaveAudience.Remove(known?.Id ?? throw Unknown(name), session.Db, ct)
            : await SaveAudience.Handle(
                new(known?.Id, known?.Name ?? name, parsed.GetValue(Titles), parsed.GetValue(Fields), parsed.GetValue(Places), parsed.GetValue(Tag), parsed.GetValue(Role), parsed.GetValue(Deciders), parsed.GetValue(Targets), parsed.GetValue(EveryGoal)),
                session.Db, ct);
        return session.Terminal.Answer(done, console => console.WriteLine(Terminal.Plain(done.Batch is { } batch ? $"{done.Title}. Take it back with: kith undo {batch}" : "Nothing was changed")));
    }

    private static async Task<int> Contacts(Session session, ParseResult parsed, CancellationToken ct)
    {
        var shown = await ShowContacts.Handle(await Place(session.Db, parsed.GetRequiredValue(Organisation), ct), session.Db, session.Clock, ct);
        return session.Terminal.Answer(shown, console =>
        {
            if (shown.Contacts.Count == 0)
                console.WriteLine(Terminal.Plain($"You know nobody at {shown.Name} yet; kith path may show a way in."));
            foreach (var contact in shown.Contacts)
                console.WriteLine(Terminal.Plain(string.Join("; ", new[]
                {
                    contact.Name, contact.Title, contact.Role is { } role ? Json.Word(role) : null, contact.Grounds.Count > 0 ? string.Join(", ", contact.Grounds.Select(g => g.Text)) : null,
                }.OfType<string>())));
        });
    }

    private static async Task<int> SetSay(Session session, ParseResult parsed, CancellationToken ct)
    {
        var place = await Place(session.Db, parsed.GetRequiredValue(Organisation), ct);
        var person = await PersonArgument.Find(session.Db, parsed.GetRequiredValue(Person), ct);
        var done = await SetRole.Handle(new(person, place, parsed.GetValue(Say)), session.Db, ct);
        return session.Terminal.Answer(done, console => console.WriteLine(Terminal.Plain(done.Batch is { } batch ? $"{done.Title}. Take it back with: kith undo {batch}" : "Nothing was changed")));
    }

    private static async Task<Audience?> Known(KithDb db, string word, CancellationToken ct)
    {
        var all = await db.Audiences.AsNoTracking().OrderBy(a => a.Id).ToListAsync(ct);
        return Guid.TryParse(word, out var id) ? all.Find(a => a.Id == id) : all.Find(a => Folding.Fold(a.Name) == Folding.Fold(word));
    }

    private static RefusedException Unknown(string name) => new("audience.unknown", $"There is no audience called \"{name}\"; see: kith audience");

    private static async Task<Guid> Place(KithDb db, string word, CancellationToken ct)
    {
        var (id, key) = (Guid.TryParse(word, out var known) ? known : Guid.Empty, Folding.Fold(word));
        return await db.Organisations.Where(o => o.Id == id || o.NameKey == key).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(ct) ?? throw Find.Unknown<Organisation>();
    }
}
