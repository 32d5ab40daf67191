namespace Kith.Domain.Pipeline;

/// <summary>What an offer is worth by the criteria of the goal: points of those that are rated, out of as many as they could give.</summary>
/// <param name="Points">Sum of weight (1-3) times score (0-3) over the rated criteria.</param>
/// <param name="Of">The most that the rated criteria could give.</param>
/// <param name="Rated">Criteria that are rated.</param>
/// <param name="Criteria">Criteria there are.</param>
public sealed record Weighed(int Points, int Of, int Rated, int Criteria)
{
    /// <summary>Criteria that are not rated yet.</summary>
    public int Missing => Criteria - Rated;
}

/// <summary>Weighs offers against the criteria of a goal.</summary>
public static class Weighing
{
    /// <summary>Weighs one offer; a criterion without a score counts neither for nor against it.</summary>
    /// <param name="criteria">Weight of each criterion.</param>
    /// <param name="scores">Score 0-3 of those that are rated.</param>
    public static Weighed Of(IReadOnlyDictionary<Guid, int> criteria, IReadOnlyDictionary<Guid, int> scores)
    {
        var rated = criteria.Where(c => scores.ContainsKey(c.Key)).ToList();
        return new(rated.Sum(c => c.Value * scores[c.Key]), rated.Sum(c => c.Value * CriterionRating.Full), rated.Count, criteria.Count);
    }

    /// <summary>The offers that are best by one criterion: nobody where fewer than two are rated or none meets it at all.</summary>
    public static IReadOnlySet<Guid> Best(IReadOnlyDictionary<Guid, int> scores)
    {
        var most = scores.Count < 2 ? 0 : scores.Values.Max();
        return most == 0 ? new HashSet<Guid>() : scores.Where(s => s.Value == most).Select(s => s.Key).ToHashSet();
    }
}
