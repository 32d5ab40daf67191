using System.CommandLine;
using System.Globalization;
using Kith.Messages;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith message</c>: drafts from templates, what was sent, and the note that a message was sent.</summary>
internal static class MessageVerb
{
    private static readonly Argument<string> Person = PersonArgument.Argument();

    private static readonly Argument<Guid> Id = new("ID") { Description = "The message, as the list shows it" };

    private static readonly Option<Guid?> Loop = new("--loop") { Description = "What is open with them and is to be answered", HelpName = "ID" };

    private static readonly Option<Guid?> Introduction = new("--introduction") { Description = "The introduction it is a step of", HelpName = "ID" };

    private static readonly Option<string?> Template = new("--template") { Description = "Code, id or name of the template (default: the usual one)", HelpName = "TEMPLATE" };

    private static readonly Option<bool> Keep = new("--save") { Description = "Keep the draft" };

    internal static Command Build(Surroundings here)
    {
        var command = new Command("message", "List drafts and messages you sent").Does(here, List);
        command.Add(new Command("draft", "Fill in a template for a person and check it; nothing is sent") { Person, Loop, Introduction, Template, Keep }.Does(here, Draft));
        command.Add(new Command("sent", "Note that you sent a message: the contact is logged and closes what it answers") { Id }.Does(here, Sent));
        command.Add(new Command("discard", "Discard a draft") { Id }.Does(here, Discard));
        command.Add(new Command("templates", "List the templates").Does(here, Templates));
        return command;
    }

    private static async Task<int> List(Session session, ParseResult parsed, CancellationToken ct)
    {
        var page = await ListMessages.Handle(1, session.Db, ct);
        return session.Terminal.Answer(page, console =>
        {
            if (page.Total == 0)
                console.WriteLine("No messages; begin one with: kith message draft PERSON");
            foreach (var row in page.Rows)
                console.WriteLine(Terminal.Plain($"{row.Id}  {(row.SentAt is { } at ? $"sent {Day(session.Clock.DayOf(at))}" : "draft          ")}  {row.Name}: {row.Subject ?? row.Begins.ReplaceLineEndings(" ")}"));
        });
    }

    private static async Task<int> Draft(Session session, ParseResult parsed, CancellationToken ct)
    {
        var person = await PersonArgument.Find(session.Db, parsed.GetRequiredValue(Person), ct);
        var draft = await Compose.Handle(new(person, parsed.GetValue(Loop), parsed.GetValue(Introduction), parsed.GetValue(Template)), session.Db, session.Clock, ct);
        if (parsed.GetValue(Keep))
            draft = draft with { Message = (await SaveMessage.Handle(new(person, draft.Text, draft.Kind, draft.Subject, draft.Loop, draft.Introduction, draft.Template), session.Db, session.Clock, ct)).Message };
        return session.Terminal.Answer(
            new { draft.Message, draft.Person, draft.Email, draft.Template, draft.Kind, draft.Subject, draft.Text, missing = draft.Gaps, draft.Lint.Words, draft.Lint.Pass, draft.Lint.Findings, draft.Variables },
            console =>
            {
                if (draft.Subject is { } subject)
                    console.WriteLine(Terminal.Plain($"Subject: {subject}\n"));
                console.WriteLine(Terminal.Plain(draft.Text));
                console.WriteLine(Terminal.Plain($"\n{draft.Lint.Words} words"));
                if (draft.Gaps.Count > 0)
                    console.WriteLine(Terminal.Plain($"Missing: {string.Join(", ", draft.Gaps)}"));
                foreach (var finding in draft.Lint.Findings)
                    console.WriteLine(Terminal.Plain($"{Json.Word(finding.Rule)}: {finding.Message}"));
                if (draft.Message is { } id)
                    console.WriteLine(Terminal.Plain($"Kept as {id}"));
            });
    }

    private static async Task<int> Sent(Session session, ParseResult parsed, CancellationToken ct) =>
        Say(session, await SaveMessage.Sent(parsed.GetRequiredValue(Id), session.Db, session.Clock, ct));

    private static async Task<int> Discard(Session session, ParseResult parsed, CancellationToken ct) =>
        Say(session, await SaveMessage.Discard(parsed.GetRequiredValue(Id), session.Db, ct));

    private static int Say(Session session, SaveMessage.Done done) =>
        session.Terminal.Answer(done, console => console.WriteLine(Terminal.Plain($"{done.Title}. Take it back with: kith undo {done.Batch}")));

    private static async Task<int> Templates(Session session, ParseResult parsed, CancellationToken ct)
    {
        var rows = await SaveTemplate.List(session.Db, ct);
        return session.Terminal.Answer(rows, console =>
        {
            foreach (var row in rows)
                console.WriteLine(Terminal.Plain($"{row.Code,-38}{Json.Word(row.Kind),-12}{row.Name}"));
        });
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
