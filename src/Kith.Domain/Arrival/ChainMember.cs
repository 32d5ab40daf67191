using Kith.Domain.Attribution;

namespace Kith.Domain.Arrival;

/// <summary>Somebody in the chain that led to an opportunity.</summary>
/// <param name="Person">Who.</param>
/// <param name="By">The latest introduction by which they are in it; null for somebody on the opportunity who introduced nobody.</param>
/// <param name="IsOnIt">True for somebody on the opportunity itself.</param>
public sealed record ChainMember(Guid Person, MadeIntroduction? By, bool IsOnIt)
{
    /// <summary>True when they made an introduction on the way, so that they are told how it ended.</summary>
    public bool IsConnector => By is not null;

    /// <summary>Everybody who had a part in it, as attribution counts them: those on the opportunity first, then connectors, the latest introduction first.</summary>
    public static IReadOnlyList<ChainMember> Of(IReadOnlyCollection<Guid> people, Guid opportunity, DateOnly until, IReadOnlyCollection<MadeIntroduction> introductions)
    {
        var (through, made) = Chain.Through(opportunity, people, until, introductions);
        var latest = made.GroupBy(m => m.Connector).ToDictionary(g => g.Key, g => g.OrderByDescending(m => m.MadeOn).ThenBy(m => m.Introduction).First());
        return
        [
            .. people.Distinct().Select(p => new ChainMember(p, latest.GetValueOrDefault(p), true)),
            .. through.Keys.Except(people).OrderByDescending(p => latest[p].MadeOn).ThenBy(p => p).Select(p => new ChainMember(p, latest[p], false)),
        ];
    }
}
