namespace Kith.Domain.Attribution;

/// <summary>One use of a tactic on the way to an outcome.</summary>
/// <param name="Id">The exchange, or the introduction.</param>
/// <param name="On">The day; the first day there is where the source did not tell.</param>
/// <param name="Tactic">Which tactic.</param>
/// <param name="Person">With whom: for an introduction or a referral, whoever made it.</param>
/// <param name="Event">The event at which it happened.</param>
public sealed record Touch(Guid Id, DateOnly On, Tactic Tactic, Guid Person, Guid? Event = null);

/// <summary>An exchange as the chain reads it.</summary>
public sealed record Used(Guid Exchange, Guid Person, Tactic Tactic, DateOnly? On, Guid? Event = null);

/// <summary>An introduction or referral that was made.</summary>
public sealed record MadeIntroduction(Guid Introduction, IntroductionKind Kind, Guid Connector, Guid? Other, Guid? Opportunity, DateOnly MadeOn);

/// <summary>The chain from exchanges and introductions to what came of them.</summary>
public static class Chain
{
    /// <summary>
    /// Everything that led to an outcome of an opportunity by that day: exchanges with the people behind it, introductions to them and referrals for
    /// it, and what led to whoever made these, up to the day they made them. In the order of time.
    /// </summary>
    /// <param name="opportunity">The opportunity.</param>
    /// <param name="people">The people behind it.</param>
    /// <param name="until">The day of the outcome.</param>
    /// <param name="used">Exchanges by person.</param>
    /// <param name="made">Introductions and referrals that were made.</param>
    public static IReadOnlyList<Touch> Of(Guid opportunity, IEnumerable<Guid> people, DateOnly until, ILookup<Guid, Used> used, IReadOnlyList<MadeIntroduction> made)
    {
        var (counts, links) = Through(opportunity, people, until, made);
        var told = links.Where(l => l.Other is not null).Select(l => (l.Other!.Value, l.MadeOn)).ToHashSet();
        return
        [
            .. counts.SelectMany(c => used[c.Key].Where(u => (u.On ?? DateOnly.MinValue) <= c.Value && !(u is { Tactic: Tactic.Introduction or Tactic.Referral, On: { } on } && told.Contains((c.Key, on)))))
                .Select(u => new Touch(u.Exchange, u.On ?? DateOnly.MinValue, u.Tactic, u.Person, u.Event))
                .Concat(links.Select(l => new Touch(l.Introduction, l.MadeOn, l.Kind == IntroductionKind.Referral ? Tactic.Referral : Tactic.Introduction, l.Connector)))
                .OrderBy(t => t.On).ThenBy(t => t.Tactic).ThenBy(t => t.Id),
        ];
    }

    /// <summary>
    /// The people through whom an opportunity came about by that day, each with the day until which what happened with them counts, and the introductions
    /// on the way: those to the people behind it and the referrals for it, those to whoever made these before they did, and so on. Nobody else.
    /// </summary>
    public static (IReadOnlyDictionary<Guid, DateOnly> People, IReadOnlySet<MadeIntroduction> Made) Through(Guid opportunity, IEnumerable<Guid> people, DateOnly until, IReadOnlyCollection<MadeIntroduction> made)
    {
        var counts = people.Distinct().ToDictionary(p => p, _ => until);
        var links = made.Where(m => m.Opportunity == opportunity && m.MadeOn <= until).ToHashSet();
        foreach (var link in links)
            Later(counts, link);
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var link in made.Where(m => m.Other is { } other && !links.Contains(m) && counts.TryGetValue(other, out var day) && m.MadeOn <= day).ToList())
            {
                links.Add(link);
                Later(counts, link);
                grew = true;
            }
        }
        return (counts, links);
    }

    // A connector's part ends with the last introduction they made.
    private static void Later(Dictionary<Guid, DateOnly> counts, MadeIntroduction link) =>
        counts[link.Connector] = counts.TryGetValue(link.Connector, out var day) && day > link.MadeOn ? day : link.MadeOn;
}
