namespace Kith.Domain.Aims;

/// <summary>What the order of the list looks at in one target organisation.</summary>
/// <param name="Id">The target.</param>
/// <param name="NameKey">Its folded name.</param>
/// <param name="Motivation">0-3; null where the user has not said it.</param>
/// <param name="Posting">1-3; null where nobody has looked.</param>
/// <param name="Advocate">How strong (0-100) the strongest tie to somebody who works there is; null where nobody is known.</param>
/// <param name="KnowsDecider">True where somebody known there usually decides about hiring.</param>
public sealed record LampValues(Guid Id, string NameKey, int? Motivation, int? Posting, int? Advocate, bool KnowsDecider = false);

/// <summary>
/// The LAMP list (Dalton, The 2-Hour Job Search): target organisations by motivation, then posting, then advocate. The first five are worked
/// on. A value that is not said counts as 1, and behind a 1 that is said.
/// </summary>
public static class Lamp
{
    /// <summary>Organisations a list should have (Dalton).</summary>
    public const int Wanted = 40;

    /// <summary>How many of them are worked on at a time (Dalton).</summary>
    public const int Top = 5;

    /// <summary>The words for a motivation of 0 to 3.</summary>
    public static readonly IReadOnlyList<string> Motivations = ["On the list", "Interested", "Keen", "Dream"];

    /// <summary>The words for a posting of 1 to 3; there is none for 0.</summary>
    public static readonly IReadOnlyList<string> Postings = ["No opening", "Related opening", "Fitting opening"];

    private const int Unsaid = 1;

    /// <summary>The list in its order: total, and the same whatever the order it came in.</summary>
    public static IReadOnlyList<T> Sort<T>(IEnumerable<T> targets, Func<T, LampValues> values) =>
    [
        .. targets.Select(target => (Target: target, Of: values(target)))
            .OrderByDescending(t => t.Of.Motivation ?? Unsaid).ThenBy(t => t.Of.Motivation is null)
            .ThenByDescending(t => t.Of.Posting ?? Unsaid).ThenBy(t => t.Of.Posting is null)
            .ThenByDescending(t => t.Of.Advocate ?? -1)
            .ThenBy(t => t.Of.NameKey, StringComparer.Ordinal).ThenBy(t => t.Of.Id)
            .Select(t => t.Target),
    ];

    /// <summary>What the list lacks, one sentence each; empty where it lacks nothing.</summary>
    /// <param name="sorted">The whole list in its order.</param>
    public static IReadOnlyList<string> Gaps(IReadOnlyList<LampValues> sorted)
    {
        if (sorted.Count == 0)
            return [];
        var top = sorted.Take(Top).ToList();
        var gaps = new List<string>();
        Say(top.Count(t => t.Advocate is null), $"your top {top.Count}", "No advocate at");
        Say(top.Count(t => t.Advocate is not null && !t.KnowsDecider), $"your top {top.Count}", "Someone known, but nobody who usually decides, at");
        Say(top.Count(t => t.Posting is null), $"your top {top.Count}", "Nobody has looked for openings at");
        Say(sorted.Count(t => t.Motivation is null), $"{sorted.Count}", "It is not said how much you want");
        if (sorted.Count < Wanted)
            gaps.Add($"{Wanted - sorted.Count} more {(Wanted - sorted.Count == 1 ? "organisation" : "organisations")} would make it the {Wanted} that LAMP asks for");
        return gaps;

        void Say(int lacking, string of, string what)
        {
            if (lacking > 0)
                gaps.Add($"{what} {lacking} of {of}");
        }
    }

    /// <summary>The word for a motivation; "Target" where it is not said.</summary>
    public static string Motivation(int? value) => value is >= 0 and <= 3 ? Motivations[value.Value] : "Target";

    /// <summary>The word for a posting; null where it is not said.</summary>
    public static string? Posting(int? value) => value is >= 1 and <= 3 ? Postings[value.Value - 1] : null;
}
