using Kith.Domain;

namespace Kith.Importing;

/// <summary>
/// The follow-ups that this import's exchanges open. They wait in memory until the messages are read, so that those that were followed up
/// long ago are written closed, with their evidence: 28 bytes each, and as much again for the few that have some.
/// </summary>
internal sealed class FollowUps(KnownPeople people)
{
    private readonly List<Waiting> waiting = [];
    private readonly Dictionary<int, int> places = [];
    private readonly Dictionary<int, Evidence> evidence = [];

    internal void Open(int person, Exchange exchange)
    {
        places[person] = waiting.Count;
        waiting.Add(new(person, exchange.Id, exchange.On));
    }

    /// <summary>Remembers the earliest contact by the user that answers the follow-up.</summary>
    internal void Answer(int person, Interaction interaction, DateOnly day)
    {
        if (!places.TryGetValue(person, out var place) || !Loop(waiting[place], Guid.Empty).IsAnsweredBy(interaction.Direction, day))
            return;
        if (!evidence.TryGetValue(place, out var known) || interaction.At < known.At)
            evidence[place] = new(interaction.Id, interaction.At, day);
    }

    /// <summary>The loops of all exchanges, as they stand after everything was read.</summary>
    internal IEnumerable<Loop> Loops(Func<Guid> newId)
    {
        foreach (var (place, followUp) in waiting.Index())
        {
            var loop = Loop(followUp, newId());
            if (evidence.TryGetValue(place, out var found))
                loop.CloseOnEvidence(found.Interaction, found.Day);
            yield return loop;
        }
    }

    private Loop Loop(Waiting followUp, Guid id) => Domain.Loop.ForExchange(
        id, new() { Id = followUp.Exchange, PersonId = people[followUp.Person], Tactic = Tactic.LinkedInConnection, On = followUp.On });

    private readonly record struct Waiting(int Person, Guid Exchange, DateOnly? On);

    private readonly record struct Evidence(Guid Interaction, DateTime At, DateOnly Day);
}
