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
}
