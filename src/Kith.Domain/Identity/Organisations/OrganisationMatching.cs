namespace Kith.Domain.Identity;

/// <summary>
/// Tells whether two names are one organisation's. Only <see cref="OrganisationGrade.Exact"/> is safe to act on without asking; a part or a
/// subsidiary ("Siemens" and "Siemens Energy") is never more than weak. Measured in docs/identity.md.
/// </summary>
public static class OrganisationMatching
{
    // A slip in a long word is a slip; in a shorter one it may be another name.
    private const int LongWord = 8, VeryLongWord = 11, MiddlingWord = 5;

    private const int LeastInitials = 3;

    /// <summary>The grade, and why.</summary>
    public static OrganisationLikeness Compare(OrganisationName a, OrganisationName b)
    {
        if (a.Key == b.Key)
            return new(OrganisationGrade.Exact, a.Written == b.Written ? "the same name" : "the same name but for its legal form and how it is written");
        if (a.Domain is not null && a.Domain == b.Domain)
            return new(OrganisationGrade.Strong, $"the same domain, {a.Domain}");
        if (a.Sorted == b.Sorted)
            return new(OrganisationGrade.Strong, "the same words, shortened, translated or in another order");
        if (Spelling(a, b) is { } spelling)
            return spelling;
        if (Abbreviation(a, b) is { } abbreviation)
            return abbreviation;
        if (IsBeginning(a, b) || IsBeginning(b, a))
            return new(OrganisationGrade.Weak, "the one name begins the other: perhaps a part of it, or its group");
        return new(OrganisationGrade.None, "nothing they share tells one organisation from others");
    }

    // Word for word, and only one of them differs.
    private static OrganisationLikeness? Spelling(OrganisationName a, OrganisationName b)
    {
        if (a.Core.Count != b.Core.Count)
            return IsSlip(a.Key, b.Key) && a.Key.Length >= VeryLongWord && !OrganisationWords.AreGeneric(a.Core) && SameEnds(a, b)
                ? new(OrganisationGrade.Strong, "the same name with a slip of a letter") : null;
        var differing = -1;
        for (var i = 0; i < a.Core.Count; i++)
        {
            if (a.Core[i] == b.Core[i]) continue;
            if (differing >= 0) return null;
            differing = i;
        }
        var (x, y) = (a.Core[differing], b.Core[differing]);
        var shorter = Math.Min(x.Length, y.Length);
        if (HasDigit(x) || HasDigit(y) || shorter < MiddlingWord || !IsSlip(x, y))
            return null;
        return shorter >= LongWord && x[0] == y[0]
            ? new(OrganisationGrade.Strong, "the same name with a slip of a letter")
            : new(OrganisationGrade.Weak, "a name that differs in one letter");
    }

    // Where words are run together in one of them, they are cut elsewhere.
    private static bool SameEnds(OrganisationName a, OrganisationName b) => a.Key[0] == b.Key[0] && a.Key[^1] == b.Key[^1] && !HasDigit(a.Key) && !HasDigit(b.Key);

    private static bool IsSlip(string a, string b)
    {
        var allowed = Math.Min(a.Length, b.Length) >= VeryLongWord ? 2 : 1;
        return Similarity.Edits(a, b, allowed) <= allowed;
    }

    private static OrganisationLikeness? Abbreviation(OrganisationName a, OrganisationName b)
    {
        var (brief, full) = a.Key.Length <= b.Key.Length ? (a, b) : (b, a);
        if (brief.Core.Count != 1 || brief.Key.Length < LeastInitials || (full.Initials != brief.Key && AllInitials(full) != brief.Key))
            return null;
        var isKnown = (brief.Domain ?? full.Domain) is { } domain && Domains.Name(domain) == brief.Key;
        return isKnown
            ? new(OrganisationGrade.Strong, "its initials, which are its domain too")
            : new(OrganisationGrade.Weak, "its initials");
    }

    private static string AllInitials(OrganisationName name) => string.Concat(name.Words.ConvertAll(w => w[..1]));

    // "Zagora" and "Zagora Software"; not "Bank" and "Bank of Zadar".
    private static bool IsBeginning(OrganisationName one, OrganisationName other)
    {
        if (one.Core.Count >= other.Core.Count || OrganisationWords.AreGeneric(one.Core))
            return false;
        for (var i = 0; i < one.Core.Count; i++)
            if (one.Core[i] != other.Core[i]) return false;
        return true;
    }

    private static bool HasDigit(string text)
    {
        foreach (var letter in text)
            if (char.IsDigit(letter)) return true;
        return false;
    }
}
