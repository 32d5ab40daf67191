using System.CommandLine;
using Kith.Domain;
using Kith.People;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith log PERSON --channel C --direction D</c></summary>
internal static class LogVerb
{
    private static readonly Argument<string> Person = PersonArgument.Argument();

    private static readonly Option<Channel?> How = new("--channel")
    {
        Description = "How you were in contact",
        HelpName = Verb.Words<Channel>(),
        Required = true,
        CustomParser = Verb.Word<Channel>(),
    };

    private static readonly Option<Direction?> Way = new("--direction")
    {
        Description = "Who turned to whom: they to you (in), you to them (out), or both",
        HelpName = Verb.Words<Direction>(),
        Required = true,
        CustomParser = Verb.Word<Direction>(),
    };

    private static readonly Option<string> Note = new("--note") { Description = "A line about it", HelpName = "TEXT" };

    private static readonly Option<bool> Ask = new("--ask") { Description = "You asked for something; how ready the brief was is kept with it" };

    internal static Command Build(Surroundings here) =>
        new Command("log", "Log a contact with somebody, today or --on another day; loops it answers close") { Person, How, Way, Note, Ask }
            .Does(here, Run, fixesToday: false);

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var (db, clock) = (session.Db, session.Clock);
        var id = await PersonArgument.Find(db, parsed.GetRequiredValue(Person), ct);
        var command = new LogInteraction.Command(id, parsed.GetValue(How)!.Value, parsed.GetValue(Way)!.Value, parsed.GetValue(Verb.On), parsed.GetValue(Note), parsed.GetValue(Ask));
        var logged = await LogInteraction.Handle(command, db, clock, ct);

        var interaction = await db.Interactions.AsNoTracking().SingleAsync(i => i.Id == logged.Interaction, ct);
        var person = await db.People.AsNoTracking().Where(p => p.Id == id).Select(p => new { p.Id, Name = p.FullName, p.Stage, p.NextTouch }).SingleAsync(ct);
        var loops = await db.Loops.AsNoTracking().Where(l => logged.ClosedLoops.Contains(l.Id)).OrderBy(l => l.OpenedOn)
            .Select(l => new { l.Id, l.Kind, l.What, l.OpenedOn, l.State, l.ClosedOn }).ToListAsync(ct);
        return session.Terminal.Answer(
            new
            {
                interaction.Id,
                person,
                interaction.Channel,
                interaction.Direction,
                On = clock.DayOf(interaction.At),
                interaction.At,
                Note = interaction.Summary,
                interaction.Readiness,
                loops,
                logged.Batch,
            },
            console =>
            {
                console.WriteLine(Terminal.Plain($"Logged a {Json.Word(interaction.Channel)} with {person.Name} on {clock.DayOf(interaction.At):yyyy-MM-dd}."));
                if (interaction.Readiness is < Domain.Preparation.Readiness.Ready and var ready)
                    console.WriteLine($"Asked before the homework was done: {ready} of 100. kith brief shows what is missing.");
                foreach (var loop in loops)
                    console.WriteLine(Terminal.Plain($"Closed: {Json.Word(loop.Kind)} of {loop.OpenedOn:yyyy-MM-dd}{(loop.What is null ? "" : $" ({loop.What})")}."));
                console.WriteLine($"Take it back with: kith undo {logged.Batch}");
            });
    }
}
