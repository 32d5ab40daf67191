using System.Collections.Concurrent;

namespace Kith.Domain.Paths;

/// <summary>
/// Who knows whom, and how well, in about six bytes for each direction of a tie: compressed sparse rows whose ties lie strongest first.
/// Never changes, and can be searched from many threads at once.
/// </summary>
public sealed class TieGraph
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly TieLayout layout;
    private readonly ConcurrentBag<SearchBuffers> free = [];

    private TieGraph(ReadOnlyMemory<byte> bytes, TieLayout layout) => (this.bytes, this.layout) = (bytes, layout);

    /// <summary>People, who are numbered from zero.</summary>
    public int People => layout.People;

    /// <summary>Pairs of people with a tie.</summary>
    public int Ties => layout.Directed / 2;

    /// <summary>The whole graph, to be written to a file and read again.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Builds a graph. Of several ties between two people the strongest counts; a tie to oneself is left out.</summary>
    public static TieGraph Build(int people, ReadOnlySpan<Tie> ties)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        var built = TieBuild.Bytes(people, ties);
        return new(built, TieLayout.Read(built));
    }

    /// <summary>A graph over bytes that stay where they are, such as a mapped file. Bytes that are not whole are refused.</summary>
    public static TieGraph Read(ReadOnlyMemory<byte> bytes)
    {
        var layout = TieLayout.Read(bytes.Span);
        TieCheck.Refuse(layout, bytes.Span);
        return new(bytes, layout);
    }

    /// <summary>How many people this one has a tie with.</summary>
    public int Degree(int person) => View().Degree(person);

    /// <summary>Whom this one has a tie with and how strong it is (0-1), the strongest first.</summary>
    public IReadOnlyList<(int Other, double Strength)> Neighbours(int person)
    {
        var view = View();
        var others = view.Neighbours(person);
        var costs = view.Costs(person);
        var ties = new (int, double)[others.Length];
        for (var i = 0; i < ties.Length; i++)
            ties[i] = (others[i], TieCost.Strength(costs[i]));
        return ties;
    }

    internal TieView View() => layout.View(bytes.Span);

    internal SearchBuffers Rent() => free.TryTake(out var buffers) ? buffers : new(People);

    internal void Return(SearchBuffers buffers) => free.Add(buffers);
}
