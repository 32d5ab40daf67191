namespace Kith.Domain.Arrival;

/// <summary>An introduction that was made.</summary>
/// <param name="Connector">Who made it.</param>
/// <param name="Other">Whom the user met by it; null for a referral that names nobody.</param>
/// <param name="Opportunity">The opening it was for.</param>
/// <param name="On">The day it was made.</param>
public sealed record MadeIntroduction(Guid Connector, Guid? Other, Guid? Opportunity, DateOnly On);

/// <summary>Somebody in the chain that led to an opportunity.</summary>
/// <param name="Person">Who.</param>
/// <param name="By">The introduction by which they are in it; null for somebody on the opportunity who introduced nobody.</param>
/// <param name="IsOnIt">True for somebody on the opportunity itself.</param>
public sealed record ChainMember(Guid Person, MadeIntroduction? By, bool IsOnIt)
{
    /// <summary>True when they made an introduction on the way, so that they are told how it ended.</summary>
    public bool IsConnector => By is not null;
}

/// <summary>Finds the people through whom an opportunity came about.</summary>
public static class Chain
{
    /// <summary>
    /// The people on the opportunity; whoever introduced the user to one of them or referred the user to it; whoever had introduced the user to such a
    /// connector before that; and so on. Nobody else. Those on the opportunity come first, then by how many steps away they are.
    /// </summary>
    public static IReadOnlyList<ChainMember> Of(IReadOnlyCollection<Guid> people, Guid opportunity, IReadOnlyCollection<MadeIntroduction> introductions)
    {
        var onIt = people.ToHashSet();
        var through = new Dictionary<Guid, MadeIntroduction>();
        var order = new List<Guid>();
        var wave = introductions.Where(i => i.Opportunity == opportunity || (i.Other is { } other && onIt.Contains(other))).ToList();
        while (wave.Count > 0)
        {
            var next = new List<MadeIntroduction>();
            foreach (var step in wave.OrderByDescending(i => i.On).ThenBy(i => i.Connector))
            {
                // A later introduction by the same connector lets more of what came before it count.
                if (through.TryGetValue(step.Connector, out var known) && known.On >= step.On)
                    continue;
                if (known is null)
                    order.Add(step.Connector);
                through[step.Connector] = step;
                next.AddRange(introductions.Where(i => i.Other == step.Connector && i.On < step.On));
            }
            wave = next;
        }
        return
        [
            .. people.Distinct().Select(p => new ChainMember(p, through.GetValueOrDefault(p), true)),
            .. order.Where(p => !onIt.Contains(p)).Select(p => new ChainMember(p, through[p], false)),
        ];
    }
}
