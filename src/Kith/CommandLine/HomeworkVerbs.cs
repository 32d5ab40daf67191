using System.CommandLine;
using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Preparation;
using Kith.Research;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith brief PERSON</c> and <c>kith question ...</c></summary>
internal static class HomeworkVerbs
{
    private static readonly Argument<string> Person = PersonArgument.Argument();

    private static readonly Argument<string?> Text = new("TEXT") { Description = "The question", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<bool> FindOut = new("--find-out") { Description = "You find it out yourself, rather than ask them" };

    private static readonly Option<string[]> Items = new("--item") { Description = "An item of a checklist, such as tiara.trends (repeatable)", HelpName = "CODE" };

    private static readonly Argument<Guid> Question = new("ID") { Description = "Id of the question, as kith question PERSON gives it" };

    private static readonly Argument<string> Answer = new("ANSWER") { Description = "The answer" };

    private static readonly Option<string?> Source = new("--source") { Description = "Where it comes from: an address, or who said it", HelpName = "TEXT" };

    internal static Command Brief(Surroundings here) =>
        new Command("brief", "The page before a meeting: who, in common, open, what they care about, what you bring, questions, the ask") { Person }.Does(here, Show);

    internal static Command Questions(Surroundings here)
    {
        var command = new Command("question", "List the questions about somebody; note and answer them") { Person }.Does(here, Each);
        command.Add(new Command("add", "Note a question for somebody, or those of a checklist") { Person, Text, FindOut, Items }.Does(here, Add));
        command.Add(new Command("answer", "Answer a question; the answer becomes a finding") { Question, Answer, Source }.Does(here, Reply));
        return command;
    }

    private static async Task<int> Show(Session session, ParseResult parsed, CancellationToken ct)
    {
        var brief = await ShowBrief.Handle(await PersonArgument.Find(session.Db, parsed.GetRequiredValue(Person), ct), session.Db, session.Clock, ct);
        return session.Terminal.Answer(brief, console =>
        {
            console.WriteLine(Terminal.Plain($"{brief.Name}{(brief.Work is { } work ? $", {work}" : "")}{(brief.MeetingAt is { } at ? at.ToString(", yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "")}"));
            console.WriteLine($"Ready: {brief.Readiness.Score} of 100");
            foreach (var missing in brief.Readiness.Missing)
                console.WriteLine($"  +{missing.Points} {missing.Text}");
            if (brief.LastContact is { } last)
                console.WriteLine(Terminal.Plain($"Last contact: {last.On:yyyy-MM-dd}, {Json.Word(last.Channel)}{(last.Summary is { } said ? $": {said}" : "")}"));
            foreach (var owed in brief.Promises)
                console.WriteLine(Terminal.Plain($"Open: {Json.Word(owed.Kind)}{(owed.What is { } what ? $": {what}" : "")}{(owed.Due is { } due ? $", due {due:yyyy-MM-dd}" : "")}"));
            Lines(console, "In common", brief.Common);
            Lines(console, "They care about", brief.Cares);
            Lines(console, brief.OrganisationName ?? "Their organisation", brief.There);
            console.WriteLine(Terminal.Plain($"I bring: {brief.Bring ?? "not written yet"}"));
            Lines(console, "My questions", brief.Questions);
            console.WriteLine(Terminal.Plain($"I ask for: {brief.Ask ?? "not written yet"}"));
        });
    }

    private static void Lines(IAnsiConsole console, string title, ShowBrief.Some some)
    {
        foreach (var line in some.Lines)
            console.WriteLine(Terminal.Plain($"{title}: {line.Text}"));
        if (some.More > 0)
            console.WriteLine($"  and {some.More} more");
    }

    private static async Task<int> Each(Session session, ParseResult parsed, CancellationToken ct)
    {
        var questions = await session.Db.AskedAbout(About.Person, await PersonArgument.Find(session.Db, parsed.GetRequiredValue(Person), ct), ct);
        return session.Terminal.Answer(questions, console =>
        {
            foreach (var question in questions)
                console.WriteLine(Terminal.Plain($"{question.Id}  {(question.Kind == QuestionKind.AskThem ? "ask" : "find out")}  {question.Text}{(question.Answer is { } answer ? $"  {answer}" : "")}"));
        });
    }

    private static async Task<int> Add(Session session, ParseResult parsed, CancellationToken ct)
    {
        var person = await PersonArgument.Find(session.Db, parsed.GetRequiredValue(Person), ct);
        var done = await AskQuestion.Handle(
            new(person, Text: parsed.GetValue(Text), Kind: parsed.GetValue(FindOut) ? QuestionKind.FindOut : QuestionKind.AskThem, Items: parsed.GetValue(Items)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(done, console => console.WriteLine($"{done.Questions.Count} noted."));
    }

    private static async Task<int> Reply(Session session, ParseResult parsed, CancellationToken ct)
    {
        var done = await AnswerQuestion.Handle(
            new(parsed.GetValue(Question), parsed.GetRequiredValue(Answer), parsed.GetValue(Source), session.Clock.IsFixed ? session.Clock.Today : null), session.Db, session.Clock, ct);
        return session.Terminal.Answer(done, console => console.WriteLine($"Answered. Take it back with: kith undo {done.Batch}"));
    }
}
