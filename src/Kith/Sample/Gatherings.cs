using Kith.Data;
using Kith.Domain;

namespace Kith.Sample;

/// <summary>The events of the sample network: who was met at those that were, and whom to meet at those to come.</summary>
internal sealed class Gatherings(SampleRows rows, WorkspaceClock clock)
{
    private const int MetEach = 5;

    private static readonly (string Name, string Headline)[] Strangers =
    [
        ("Ilse Sandberg-Achterberg", "Programme director, Harbor & Finch"), ("Tomasz Wilk", "Grid planning, Lumen Foundry"), ("Noor El Amrani", "Keynote: heat networks"),
        ("Per Lindqvist", "Founder"), ("Chiamaka Obi", "Head of forecasting"),
    ];

    /// <summary>Makes the events; those who are met come from people there is a history with.</summary>
    internal void Hold(IReadOnlyList<Person> known)
    {
        for (var number = 0; number < Lines.Events.Length; number++)
        {
            var past = Add(number, number == 0 ? -4 : -(60 + (number * 90)));
            foreach (var person in known.Skip(number * MetEach).Take(MetEach))
                Meet(past, person, number);
            Prepare(Add(number, 9 + (number * 11)), known.Skip(number * 3).Take(4));
        }
    }

    private Event Add(int number, int days) => rows.Add(rows.Events, new()
    {
        Id = rows.NewId(),
        Name = Lines.Events[number],
        StartsAt = clock.Noon(clock.Today.AddDays(days)).AddHours(6),
        EndsAt = clock.Noon(clock.Today.AddDays(days)).AddHours(9),
        Place = number % 2 == 0 ? "Old Customs House, Rotterdam" : "Rooftop of the Data Guild",
        Status = days < 0 ? "attended" : number % 2 == 0 ? "going" : "interested",
        Url = "https://example.org/events",
        Agenda = number % 2 == 0 ? "18:00 Doors\n18:30 Three short talks on forecasting\n20:00 Drinks" : null,
        TargetConversations = MetEach,
        TargetFollowUps = 2,
        Hours = days < 0 ? 4 + (number * 0.5) : null,
        Cost = days < 0 ? number * 15 : null,
    });

    private void Meet(Event gathering, Person person, int number)
    {
        var day = clock.DayOf(gathering.StartsAt!.Value);
        var exchange = rows.Add(rows.Exchanges, new()
        {
            Id = rows.NewId(),
            PersonId = person.Id,
            Tactic = number % 2 == 0 ? Tactic.CardReceived : Tactic.EventMet,
            On = day,
            EventId = gathering.Id,
            Note = $"Talked about {Lines.Topics[(number + person.FullName.Length) % Lines.Topics.Length]}.",
        });
        var loop = rows.Add(rows.Loops, Loop.ForExchange(rows.NewId(), exchange));
        if (rows.History(person.Id).Where(i => i.Direction != Direction.In && clock.DayOf(i.At) >= day).MinBy(i => i.At) is { } first)
            loop.CloseOnEvidence(first.Id, clock.DayOf(first.At));
    }

    private void Prepare(Event gathering, IEnumerable<Person> people)
    {
        foreach (var person in people)
            List(gathering, person.FullName, null, person, null);
        foreach (var (name, headline) in Strangers)
            List(gathering, name, headline, null, headline.StartsWith("Programme", StringComparison.Ordinal) ? "Leads the team I would like to join; ask how they plan the move" : null);
    }

    private void List(Event gathering, string name, string? headline, Person? person, string? why) => rows.Add(rows.Attendees, new()
    {
        Id = rows.NewId(),
        EventId = gathering.Id,
        PersonId = person?.Id,
        Name = name,
        Headline = headline,
        IsWanted = why is not null,
        Why = why,
    });
}
