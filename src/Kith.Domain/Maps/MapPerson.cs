using Kith.Domain.Funnel;

namespace Kith.Domain.Maps;

/// <summary>How near somebody is to the user; the first is nearest.</summary>
public enum Nearness
{
    /// <summary>Strength 60 and above.</summary>
    Strong,

    /// <summary>Strength 20 to below 60.</summary>
    Moderate,

    /// <summary>Met, with a strength below 20.</summary>
    Weak,

    /// <summary>Never met; the user only knows of them.</summary>
    KnownOf,
}

/// <summary>Somebody who is to be placed on a map.</summary>
/// <param name="Strength">Of the tie with the user, 0-100; null where they never met.</param>
/// <param name="Organisation">Number of the organisation where they work now, from 0; null where none is on the map.</param>
public sealed record MapPerson(int? Strength, int? Organisation)
{
    /// <summary>The ring they belong to.</summary>
    public Nearness Nearness => Strength switch
    {
        null => Nearness.KnownOf,
        >= (int)Portfolio.StrongFrom => Nearness.Strong,
        >= (int)Portfolio.ModerateFrom => Nearness.Moderate,
        _ => Nearness.Weak,
    };
}

/// <summary>Two people on a map who know each other.</summary>
/// <param name="One">Number of the one, from 0.</param>
/// <param name="Other">Number of the other.</param>
/// <param name="Strength">How well, above 0 to 1.</param>
public readonly record struct MapTie(int One, int Other, double Strength);
