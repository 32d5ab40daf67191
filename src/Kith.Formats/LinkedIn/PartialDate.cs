using static System.FormattableString;

namespace Kith.Formats.LinkedIn;

/// <summary>A date as exactly as people give it in a profile: a year, a month or a day.</summary>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>The first day it can mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Invariant($"{Year:0000}"),
        (_, null) => Invariant($"{Year:0000}-{Month:00}"),
        _ => Invariant($"{Year:0000}-{Month:00}-{Day:00}")
    };
}
