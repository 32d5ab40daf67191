namespace Kith.Domain.Paths;

/// <summary>What one search writes in, kept for the next: about 17 bytes a person, and 8 more once a search had no limit.</summary>
internal sealed class SearchBuffers(int people)
{
    private Spread? fromSource, fromTargets;

    /// <summary>The person who asks and the targets.</summary>
    internal PersonSet Ends { get; } = new(people);

    /// <summary>Whom the asking person has a tie with.</summary>
    internal PersonSet Known { get; } = new(people);

    internal Fringe Near { get; } = new(people);

    internal Fringe Far { get; } = new(people);

    /// <summary>The least cost of two ties from the busier end.</summary>
    internal Labels Middle { get; } = new(people, 2 * ushort.MaxValue);

    internal Completions Completions { get; } = new(people);

    internal BestPaths Best { get; } = new();

    internal Spread FromSource => fromSource ??= new(people);

    internal Spread FromTargets => fromTargets ??= new(people);
}
