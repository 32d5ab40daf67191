namespace Kith.Domain.Ranking;

/// <summary>What the order of a search is made from.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">The folded name.</param>
/// <param name="Strength">Strength of the tie, 0-100; null without history.</param>
/// <param name="LastContact">Time of the last interaction (UTC).</param>
public sealed record SearchHit(Guid Id, string Name, int? Strength, DateTime? LastContact);

/// <summary>
/// The order of people found by a search: the share of the sought words that begin a word of the name (0-2), the strength of the tie
/// (0-1) and how fresh the last contact is (0-1, half after a year). Deterministic: equals stand by name.
/// </summary>
public static class SearchRanking
{
    private const double FreshForDays = 365;

    /// <summary>The hits, the likeliest first.</summary>
    public static IReadOnlyList<SearchHit> Rank(IEnumerable<SearchHit> hits, string text, DateTime now)
    {
        var words = Folding.Words(text);
        return [.. hits.OrderByDescending(hit => Score(hit, words, now)).ThenBy(hit => hit.Name, StringComparer.Ordinal).ThenBy(hit => hit.Id)];
    }

    private static double Score(SearchHit hit, string[] words, DateTime now) =>
        (2 * InName(hit.Name, words)) + ((hit.Strength ?? 0) / 100.0) + Freshness(hit.LastContact, now);

    private static double InName(string name, string[] words)
    {
        if (words.Length == 0)
            return 0;
        var parts = name.Split(' ');
        return words.Count(word => parts.Any(part => part.StartsWith(word, StringComparison.Ordinal))) / (double)words.Length;
    }

    private static double Freshness(DateTime? last, DateTime now) =>
        last is { } at ? Math.Pow(2, -Math.Max(0, (now - at).TotalDays) / FreshForDays) : 0;
}
