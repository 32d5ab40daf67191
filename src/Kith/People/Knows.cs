namespace Kith.People;

/// <summary>Somebody a person knows, and what they are to the person.</summary>
public sealed record Knows(Guid Acquaintance, Guid Person, string Name, string? Kind)
{
    /// <summary>Whom a person knows, by name, whichever of the two it was noted with.</summary>
    internal static IReadOnlyList<Knows> Of(IReadOnlyList<Noted> noted) =>
    [
        .. noted.Where(n => n.Kind == Noted.Acquaintance).OrderBy(n => n.OtherSortName, StringComparer.Ordinal)
            .Select(n => new Knows(n.Id, n.Other!.Value, n.OtherName!, n.FromOther ? Domain.Acquaintance.Reverse(n.Text) : n.Text)),
    ];
}
