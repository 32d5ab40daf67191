namespace Kith.Domain.Identity;

/// <summary>What to expect of two records of one person before any were seen: rounded figures of our own, which the records then correct.</summary>
internal static class Expectation
{
    /// <summary>How many pairs the expectation stands for: more in a large set, where a few odd pairs must not turn it.</summary>
    internal static double Belief(int records) => Math.Max(20, records / 50.0);

    /// <summary>The most that a person's records differ in such a field, however often those that were found do: beyond it they were not one person.</summary>
    internal static double MostDifferent(FieldKind kind) => IsKept(kind) ? 0.25 : 0.6;

    /// <summary>The least that a person's records differ in any field.</summary>
    internal const double LeastDifferent = 0.02;

    /// <summary>The most that members of a household differ in what they share.</summary>
    internal const double MostDifferentNear = 0.3;

    /// <summary>So many pairs per record are no sign yet that there are households.</summary>
    internal const double Few = 0.001;

    // Same, Variant, Crossed, Close, Near, Different.
    private static readonly double[] Kept = [0.76, 0.05, 0.02, 0.09, 0.04, 0.04];
    private static readonly double[] Changing = [0.62, 0.05, 0.00, 0.10, 0.06, 0.17];

    internal static double Of(FieldKind kind, Agreement agreement) =>
        (IsKept(kind) ? Kept : Changing)[(int)agreement - 1];

    /// <summary>Whether it belongs to the person and not to where or how one lives now.</summary>
    internal static bool IsKept(FieldKind kind) => kind is FieldKind.GivenName or FieldKind.FamilyName or FieldKind.FullName or FieldKind.Date or FieldKind.Id;

    /// <summary>Whether a household shares it: its name and its address.</summary>
    internal static bool IsShared(FieldKind kind) => kind is FieldKind.FamilyName or FieldKind.Phone or FieldKind.Street or FieldKind.HouseNumber
        or FieldKind.PostalCode or FieldKind.City or FieldKind.Region or FieldKind.Country;

    /// <summary>What two people share by chance counts as if seen on so many pairs, for sets too small to tell.</summary>
    internal const double Pairs = 100;

    /// <summary>Logarithm of the most that any two records may be one person from the start, for sets of a few.</summary>
    internal static readonly double MostMatches = Math.Log(0.05);

    /// <summary>How often two strangers agree so far.</summary>
    internal static double ByChance(FieldKind kind, Agreement agreement) => agreement switch
    {
        Agreement.Same => Alike(kind),
        Agreement.Variant => 0.3 * Alike(kind),
        Agreement.Crossed => 0.0005,
        Agreement.Close => (0.5 * Alike(kind)) + 0.0005,
        Agreement.Near => Alike(kind) + 0.01,
        _ => Math.Max(0.1, 0.99 - (3 * Alike(kind)))
    };

    private static double Alike(FieldKind kind) => kind switch
    {
        FieldKind.Email or FieldKind.LinkedIn or FieldKind.Id => 0.000001,
        FieldKind.Phone or FieldKind.FullName => 0.00001,
        FieldKind.Date or FieldKind.Street => 0.0001,
        FieldKind.FamilyName or FieldKind.PostalCode => 0.002,
        FieldKind.GivenName or FieldKind.HouseNumber or FieldKind.Organisation => 0.01,
        FieldKind.City => 0.03,
        FieldKind.Title or FieldKind.Text => 0.05,
        FieldKind.Region => 0.1,
        _ => 0.4
    };
}
