using System.CommandLine;
using System.Globalization;
using Kith.Domain;
using Kith.Sequences;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith sequence</c>: what runs, start, stop, out of office, and own sequences.</summary>
internal static class SequenceVerb
{
    private static readonly Argument<string> Person = PersonArgument.Argument();

    private static readonly Option<string?> Second = new("--second") { Description = "A second person at the same organisation, for steps that turn to one", HelpName = "PERSON" };

    private static readonly Option<string?> Which = new("--sequence") { Description = "Code, id or name of the sequence (default: 3b7)", HelpName = "SEQUENCE" };

    private static readonly Option<Guid?> Loop = new("--loop") { Description = "Hand over this loop; it sleeps while the sequence runs", HelpName = "ID" };

    private static readonly Option<string?> Reason = new("--reason") { Description = "Why you stop it", HelpName = "TEXT", Required = true };

    private static readonly Argument<DateOnly?> Until = new("DAY") { Description = "The last day they are away (YYYY-MM-DD); none when they are back", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Argument<string> Name = new("NAME") { Description = "Name of a sequence of your own" };

    private static readonly Option<string[]> Step = new("--step") { Description = "A step, DAYS first|second: WHAT (repeatable, in order)", HelpName = "STEP", Required = true };

    internal static Command Build(Surroundings here)
    {
        var command = new Command("sequence", "List sequences: those that run with their next step, how the last ones ended, those that can be started").Does(here, List);
        command.Add(new Command("start", "Start one with a person, counting from today or --on an earlier day") { Person, Which, Second, Loop }.Does(here, Start, fixesToday: false));
        command.Add(new Command("stop", "Stop the one that runs with a person, with a reason") { Person, Reason }.Does(here, Stop));
        command.Add(new Command("away", "Let it wait until somebody is back in office") { Person, Until }.Does(here, Away));
        command.Add(new Command("write", "Write a sequence of your own, or change it; what runs keeps its steps") { Name, Step }.Does(here, Write));
        command.Add(new Command("delete", "Delete a sequence of your own; what runs goes on") { Name }.Does(here, Delete));
        return command;
    }

    private static async Task<int> List(Session session, ParseResult parsed, CancellationToken ct)
    {
        var shown = await ListSequences.Handle(session.Db, session.Clock, ct);
        return session.Terminal.Answer(shown, console =>
        {
            if (shown.Running.Count == 0)
                console.WriteLine("Nothing runs; start one with: kith sequence start PERSON");
            foreach (var run in shown.Running)
                console.WriteLine(Terminal.Plain($"{Day(run.Next?.Due)}  {run.Person.Name}, {run.Name}: {run.Next?.What}{(run.Next is { } next && next.With.Id != run.Person.Id ? $" ({next.With.Name})" : "")}"));
            foreach (var run in shown.Ended)
                console.WriteLine(Terminal.Plain($"{Day(run.EndedOn)}  {run.Person.Name}, {run.Name}: {run.Ending}{(run.Segment is { } segment ? $" ({Json.Word(segment)})" : "")}"));
            console.WriteLine(Terminal.Plain($"To start: {string.Join(", ", shown.Sequences.Select(k => k.Id is null ? k.Code : k.Name))}"));
        });
    }

    private static async Task<int> Start(Session session, ParseResult parsed, CancellationToken ct)
    {
        var person = await PersonArgument.Find(session.Db, parsed.GetRequiredValue(Person), ct);
        Guid? second = parsed.GetValue(Second) is { } name ? await PersonArgument.Find(session.Db, name, ct) : null;
        var started = await StartSequence.Handle(new(person, parsed.GetValue(Which), second, parsed.GetValue(Verb.On), parsed.GetValue(Loop)), session.Db, session.Clock, ct);
        return session.Terminal.Answer(started, console =>
        {
            console.WriteLine(Terminal.Plain($"{started.Title}. {Day(started.Due)}: {started.What}."));
            console.WriteLine($"Take it back with: kith undo {started.Batch}");
        });
    }

    private static async Task<int> Stop(Session session, ParseResult parsed, CancellationToken ct) =>
        Told(session, await ChangeRun.Handle(new(await Running(session, parsed, ct), parsed.GetValue(Reason)), session.Db, session.Clock, ct));

    private static async Task<int> Away(Session session, ParseResult parsed, CancellationToken ct) =>
        Told(session, await ChangeRun.Wait(new(await Running(session, parsed, ct), parsed.GetValue(Until)), session.Db, session.Clock, ct));

    private static async Task<int> Write(Session session, ParseResult parsed, CancellationToken ct)
    {
        var name = parsed.GetRequiredValue(Name);
        var saved = await SaveSequence.Handle(new(await Own(session, name, ct), name, string.Join('\n', parsed.GetValue(Step) ?? [])), session.Db, ct);
        return session.Terminal.Answer(saved, console => console.WriteLine(Terminal.Plain($"{saved.Title}.")));
    }

    private static async Task<int> Delete(Session session, ParseResult parsed, CancellationToken ct)
    {
        var name = parsed.GetRequiredValue(Name);
        var own = await Own(session, name, ct) ?? throw new RefusedException("sequence.unknown", $"No sequence of your own is called \"{name}\".");
        var saved = await SaveSequence.Remove(own, session.Db, ct);
        return session.Terminal.Answer(saved, console => console.WriteLine(Terminal.Plain($"{saved.Title}.")));
    }

    private static int Told(Session session, ChangeRun.Done done) => session.Terminal.Answer(done, console =>
    {
        console.WriteLine(Terminal.Plain($"{done.Title}.{(done.Due is null ? "" : $" The next step is due {Day(done.Due)}.")}"));
        if (done.Batch is { } batch)
            console.WriteLine($"Take it back with: kith undo {batch}");
    });

    private static async Task<Guid> Running(Session session, ParseResult parsed, CancellationToken ct)
    {
        var person = await PersonArgument.Find(session.Db, parsed.GetRequiredValue(Person), ct);
        return await session.Db.SequenceRuns.Where(r => r.State == RunState.Running && (r.PersonId == person || r.SecondId == person)).OrderBy(r => r.PersonId == person ? 0 : 1).ThenBy(r => r.Id)
            .Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct) ?? throw new RefusedException("sequence.none", "No sequence runs with this person.");
    }

    private static async Task<Guid?> Own(Session session, string name, CancellationToken ct) =>
        (await ListSequences.Kinds(session.Db, ct)).FirstOrDefault(k => k.Id is not null && SequencesOf.Is(k.Name, name))?.Id;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "----------";
}
