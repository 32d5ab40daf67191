using Kith.Domain;

namespace Kith.Importing;

/// <summary>
/// The follow-ups that this import's exchanges open. They wait in memory until the messages are read, so that those that were followed up
/// long ago are written closed, with their evidence.
/// </summary>
internal sealed class FollowUps
{
    private readonly Dictionary<int, int> byPerson = [];
    private readonly List<Waiting> waiting = [];

    internal int Count => waiting.Count;

    internal void Open(int person, Guid personId, Exchange exchange)
    {
        byPerson[person] = waiting.Count;
        waiting.Add(new(personId, exchange.Id, exchange.On));
    }

    /// <summary>Remembers the earliest contact by the user that answers the follow-up.</summary>
    internal void Answer(int person, Interaction interaction, DateOnly day)
    {
        if (!byPerson.TryGetValue(person, out var place))
            return;
        var followUp = waiting[place];
        var isAnswer = Loop(followUp, Guid.Empty).IsAnsweredBy(interaction.Direction, day);
        if (isAnswer && (followUp.EvidenceAt is null || interaction.At < followUp.EvidenceAt))
            waiting[place] = followUp with { Evidence = interaction.Id, EvidenceAt = interaction.At, ClosedOn = day };
    }

    /// <summary>The loops of all exchanges, as they stand after everything was read.</summary>
    internal IEnumerable<Loop> Loops(Func<Guid> newId)
    {
        foreach (var followUp in waiting)
        {
            var loop = Loop(followUp, newId());
            if (followUp.Evidence is { } evidence)
                loop.CloseOnEvidence(evidence, followUp.ClosedOn!.Value);
            yield return loop;
        }
    }

    private static Loop Loop(Waiting followUp, Guid id) => Domain.Loop.ForExchange(
        id, new() { Id = followUp.Exchange, PersonId = followUp.Person, Tactic = Tactic.LinkedInConnection, On = followUp.On });

    private readonly record struct Waiting(
        Guid Person, Guid Exchange, DateOnly? On, Guid? Evidence = null, DateTime? EvidenceAt = null, DateOnly? ClosedOn = null);
}
