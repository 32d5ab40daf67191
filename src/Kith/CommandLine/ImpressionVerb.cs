using System.CommandLine;
using Kith.Domain;
using Kith.Impressions;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith impression</c>: how conversations went, and the link that asks the other one.</summary>
internal static class ImpressionVerb
{
    private static readonly Argument<string?> Person = new("PERSON") { Description = "With whom; without it, the conversations nothing was noted about", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Argument<string> Other = PersonArgument.Argument();

    private static readonly Option<Guid?> Of = new("--of") { Description = "The conversation (default: the newest with them)", HelpName = "ID" };

    private static readonly Option<int?> Clarity = new("--clarity") { Description = "Could they say what you do, 1-5", HelpName = "N" };

    private static readonly Option<int?> Useful = new("--useful") { Description = "Was it worth their time, 1-5", HelpName = "N" };

    private static readonly Option<int?> Warm = new("--warm") { Description = "Did you get on, 1-5", HelpName = "N" };

    private static readonly Option<string?> Line = new("--line") { Description = "One line", HelpName = "TEXT" };

    private static readonly Option<string?> Asked = new("--asked") { Description = "What they asked", HelpName = "TEXT" };

    private static readonly Option<string[]> Promise = new("--promise") { Description = "What you promised; several times for several promises", HelpName = "TEXT" };

    private static readonly Option<DateOnly?> Due = Verb.Day("--due", "The day the promises are due (default: in a week)");

    private static readonly Argument<Guid> Id = new("ID") { Description = "Id of the link" };

    internal static Command Build(Surroundings here)
    {
        var command = new Command("impression", "Note how a conversation went, or list those nothing was noted about") { Person, Of, Clarity, Useful, Warm, Line, Asked, Promise, Due }.Does(here, Note);
        command.Add(new Command("ask", "Make a link that asks them two questions; prints the path of its address") { Other, Of }.Does(here, Ask));
        command.Add(new Command("withdraw", "Withdraw a link that was not answered") { Id }.Does(here, Withdraw));
        return command;
    }

    private static async Task<int> Note(Session session, ParseResult parsed, CancellationToken ct)
    {
        if (parsed.GetValue(Person) is not { } who)
            return await List(session, ct);
        var talk = await Talk(session, who, parsed, ct);
        var saved = await SaveImpression.Handle(
            new(talk.Interaction, parsed.GetValue(Clarity), parsed.GetValue(Useful), parsed.GetValue(Warm), parsed.GetValue(Line), parsed.GetValue(Asked), string.Join('\n', parsed.GetValue(Promise) ?? []), parsed.GetValue(Due)),
            session.Db, session.Clock, ct);
        return session.Terminal.Answer(saved, console => console.WriteLine(Terminal.Plain(saved.Batch is { } batch
            ? $"{saved.Title}{(saved.Loops.Count > 0 ? $"; promises opened: {saved.Loops.Count}" : "")}. Take it back with: kith undo {batch}"
            : "That was noted already.")));
    }

    private static async Task<int> List(Session session, CancellationToken ct)
    {
        var list = await ListImpressions.Handle(null, session.Db, session.Clock, ct);
        return session.Terminal.Answer(list, console =>
        {
            foreach (var talk in list.Waiting)
                console.WriteLine(Terminal.Plain($"{talk.Interaction}  {talk.On:yyyy-MM-dd}  {Json.Word(talk.Channel),-8} {talk.Name}"));
            if (list.Waiting.Count == 0)
                console.WriteLine("Every conversation of the last 30 days has its line.");
            foreach (var question in list.Compared)
                console.WriteLine($"{question.Question} {question.Together.Text}");
        });
    }

    private static async Task<int> Ask(Session session, ParseResult parsed, CancellationToken ct)
    {
        var talk = await Talk(session, parsed.GetRequiredValue(Other), parsed, ct);
        var noted = talk.Impression ?? throw new RefusedException("impression.unknown", $"Note how it went with {talk.Name} first; the link asks about the same conversation.");
        var asked = await AskFeedback.Handle(new(noted.Id), session.Db, session.Clock, ct);
        return session.Terminal.Answer(asked, console => console.WriteLine(Terminal.Plain($"{asked.Title}, until {session.Clock.DayOf(asked.ExpiresAt):yyyy-MM-dd}: {asked.Path}\nWithdraw it with: kith impression withdraw {asked.Feedback}")));
    }

    private static async Task<int> Withdraw(Session session, ParseResult parsed, CancellationToken ct)
    {
        var done = await AskFeedback.Withdraw(parsed.GetValue(Id), session.Db, ct);
        return session.Terminal.Answer(done, console => console.WriteLine(Terminal.Plain($"{done.Title}.")));
    }

    private static async Task<ShowImpression.Shown> Talk(Session session, string who, ParseResult parsed, CancellationToken ct) =>
        await ShowImpression.Handle(await PersonArgument.Find(session.Db, who, ct), parsed.GetValue(Of), session.Db, session.Clock, ct);
}
