using System.CommandLine;
using System.Globalization;
using Kith.People;
using Spectre.Console;

namespace Kith.CommandLine;

/// <summary><c>kith person ID</c></summary>
internal static class PersonVerb
{
    private static readonly Argument<string> Person = PersonArgument.Argument();

    internal static Command Build(Surroundings here) =>
        new Command("person", "Show somebody: facts, open loops, story and how the relationship stands") { Person }.Does(here, Run);

    /// <summary>What somebody does where.</summary>
    internal static string? Work(PersonRecord person) =>
        person.Positions?.FirstOrDefault(p => p.Current && !p.IsEducation) is { } held ? Data.Projections.Headline(held.Title, held.Organisation) : null;

    private static async Task<int> Run(Session session, ParseResult parsed, CancellationToken ct)
    {
        var id = await PersonArgument.Find(session.Db, parsed.GetRequiredValue(Person), ct);
        var shown = await ShowPerson.Handle(new(id), session.Db, session.Clock, ct);
        return session.Terminal.Answer(shown, console => Draw(console, shown));
    }

    private static void Draw(IAnsiConsole console, ShowPerson.Shown person)
    {
        console.Write(Terminal.Cell(person.Name.Full, new(decoration: Decoration.Bold)));
        console.WriteLine();
        if (Work(person) is { } work)
            console.WriteLine(Terminal.Plain(work));
        var dormant = person.Dormant == true ? ", dormant" : "";
        var rhythm = person.RhythmDays is { } days ? string.Create(CultureInfo.InvariantCulture, $", usually every {days:0} days") : "";
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Json.Word(person.Stage)}{dormant}, strength {person.Strength} of 100{rhythm}"));
        foreach (var way in (person.Emails ?? []).Select(e => e.Value).Concat((person.Phones ?? []).Select(p => p.Value)).Concat((person.Urls ?? []).Select(u => u.Value)))
            console.WriteLine(Terminal.Plain(way));
        if (person.LinkedIn is { } slug)
            console.WriteLine(Terminal.Plain($"https://www.linkedin.com/in/{slug}"));
        console.WriteLine(person.Id.ToString());
        Open(console, person);
        Story(console, person);
    }

    private static void Open(IAnsiConsole console, ShowPerson.Shown person)
    {
        if (person.Loops.Count == 0)
            return;
        console.WriteLine();
        console.WriteLine("Open");
        foreach (var loop in person.Loops)
            console.WriteLine(Terminal.Plain($"  {Json.Word(loop.Kind)}{(loop.What is { } what ? $": {what}" : "")}{(loop.Due is { } due ? $", due {due:yyyy-MM-dd}" : "")}{(loop.SnoozedUntil is { } until ? $", until {until:yyyy-MM-dd}" : "")}"));
    }

    private static void Story(IAnsiConsole console, ShowPerson.Shown person)
    {
        if (person.Timeline.Count == 0)
            return;
        console.WriteLine();
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("on", "what", "text");
        foreach (var moment in person.Timeline)
            table.AddRow(Terminal.Cell($"{moment.On:yyyy-MM-dd}"), Terminal.Cell(What(moment)), Terminal.Cell(moment.Evidence ?? moment.Text ?? moment.Rating ?? moment.Decision));
        console.Write(table);
    }

    private static string What(Moment moment) => moment switch
    {
        { Channel: { } channel, Direction: { } direction } => $"{Json.Word(channel)} ({Json.Word(direction)})",
        { Tactic: { } tactic } => Json.Word(tactic),
        { Way: { } way } => $"{(moment.Evidence is null ? "said" : "shown")} ({Json.Word(way)})",
        { Loop: { } loop } => $"closed {Json.Word(loop)}",
        _ => moment.Kind,
    };
}
