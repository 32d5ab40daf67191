namespace Kith.Domain.Funnel;

/// <summary>How far a published figure can be trusted.</summary>
public enum Confidence
{
    /// <summary>An experiment or a peer-reviewed study.</summary>
    A,

    /// <summary>Data of a large platform.</summary>
    B,

    /// <summary>A rule of thumb of practitioners.</summary>
    C,
}

/// <summary>A published figure to compare with.</summary>
/// <param name="Text">The figure in one sentence.</param>
/// <param name="Source">Who found it, when, among whom.</param>
/// <param name="Confidence">How far to trust it.</param>
public sealed record Benchmark(string Text, string Source, Confidence Confidence)
{
    /// <summary>Every figure that may be shown.</summary>
    public static readonly IReadOnlyList<Benchmark> All =
    [
        new("56 % found their job through a contact, and of these 17 % through somebody they saw often, 56 % occasionally, 28 % rarely.", "Granovetter 1973/74, 282 men in Newton, Massachusetts", Confidence.A),
        new("Moderately weak ties lead to new jobs most often: about ten mutual connections, not none and not a hundred.", "Rajkumar et al., Science 2022, 20 million LinkedIn members", Confidence.A),
        new("Training in job search raises the odds of employment 2.67 times.", "Liu, Huang, Wang 2014, meta-analysis of 47 studies", Confidence.A),
        new("1 of 16 referred candidates is hired, 1 of 152 applicants.", "Lever, 2015-16", Confidence.B),
        new("40 % of referred candidates reach an interview.", "Ashby 2024", Confidence.B),
        new("About 5 % of people who get a card ever follow up.", "Five practitioners, who report 0.7 to 10 %", Confidence.C),
        new("About 15 conversations lead to one with a decision maker, and about 25 of these to an accepted offer.", "Pierson, LHH", Confidence.C),
    ];
}
