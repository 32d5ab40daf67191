namespace Kith.Domain.Paths;

/// <summary>One tie between two people of a graph, who are known by their numbers from zero.</summary>
/// <param name="Strength">The share of introductions over this tie that reach the other side: above 0, at most 1.</param>
public readonly record struct Tie(int One, int Other, float Strength);
