namespace Kith.Domain.Paths;

/// <summary>People who can bring one person to another, one introduction after the other.</summary>
/// <param name="People">From the person who asks to the target, by their numbers.</param>
/// <param name="Reach">The share of such requests that arrive, 0-1: the product of the strengths of the ties.</param>
/// <param name="MutualTies">Ties that the asking person and the first connector have in common; null where nobody needs to be asked.</param>
/// <param name="Novelty">What the first connector can bring that is new, 0.25-1; 1 where nobody needs to be asked.</param>
public sealed record WarmPath(IReadOnlyList<int> People, double Reach, int? MutualTies, double Novelty)
{
    /// <summary>What paths are ordered by, 0-1: reach times novelty.</summary>
    public double Score => Reach * Novelty;

    /// <summary>The asking person knows the target: there is nobody to ask.</summary>
    public bool IsDirect => People.Count == 2;
}

/// <summary>Which paths are wanted.</summary>
/// <param name="Count">The best so many by reach, at least 1.</param>
/// <param name="Limit">Ties in a path, 1-4. Null: any number, and then only the one path of most reach is found.</param>
public sealed record PathOptions(int Count = 5, int? Limit = PathOptions.MostTies)
{
    /// <summary>Four ties are three people to ask; further requests hardly ever arrive.</summary>
    public const int MostTies = 4;
}
