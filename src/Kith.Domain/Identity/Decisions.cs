namespace Kith.Domain.Identity;

/// <summary>When two records become one by themselves, and when a person is asked: a name alone never merges.</summary>
public static class Decisions
{
    /// <summary>From here on two records that share a strong key merge by themselves.</summary>
    public const double MergesFrom = 0.95;

    /// <summary>From here on a person is asked.</summary>
    public const double AsksFrom = 0.7;

    // Addresses that stand for an office and not for a person (RFC 2142 and usage).
    private static readonly HashSet<string> Offices = new(StringComparer.Ordinal)
    {
        "info", "office", "contact", "kontakt", "hello", "mail", "post", "sales", "support", "admin", "marketing", "team", "service", "webmaster",
        "postmaster", "noreply", "no-reply", "billing", "hr", "jobs", "press", "reception", "enquiries", "secretariat", "contacto", "accueil",
        "order", "orders", "shop", "newsletter", "news", "help", "helpdesk", "invoice", "invoices", "accounts", "customerservice", "feedback", "security", "privacy", "legal"
    };

    // Shorter numbers are extensions.
    private const int PhoneDigits = 8;

    /// <summary>The decision for a probability.</summary>
    /// <param name="hasKey">They share an e-mail address, a phone number or a LinkedIn profile.</param>
    /// <param name="isContradicted">Something about them cannot be true of one person.</param>
    public static Decision Decide(double probability, bool hasKey, bool isContradicted) =>
        probability < AsksFrom ? Decision.Different
            : probability >= MergesFrom && hasKey && !isContradicted ? Decision.Merge
            : Decision.Review;

    /// <summary>True for an address that stands for an office and not for a person, such as <c>info@</c>.</summary>
    public static bool IsOffice(string address) => address.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && Offices.Contains(address[..at].ToLowerInvariant());

    /// <summary>The strong key two records share, in words.</summary>
    internal static string? Key(Corpus corpus, Row a, Row b)
    {
        for (var i = 0; i < corpus.Columns.Length; i++)
            foreach (var value in a.All(i))
                foreach (var other in b.All(i))
                    if (value.Text == other.Text && IsKey(corpus.Columns[i].Kind, value))
                        return Words.Of(corpus.Columns[i].Kind, Agreement.Same, value, other, 0);
        return null;
    }

    /// <summary>Whether two records of the set share a strong key.</summary>
    internal static bool HasKey(Corpus corpus, int a, int b)
    {
        foreach (var column in corpus.Columns)
            if (column.First(a) is { } first && column.First(b) is { } other)
            {
                if (IsShared(column.Kind, first, other)) return true;
                foreach (var value in column.More(a))
                    if (IsShared(column.Kind, value, other)) return true;
                foreach (var more in column.More(b))
                {
                    if (IsShared(column.Kind, first, more)) return true;
                    foreach (var value in column.More(a))
                        if (IsShared(column.Kind, value, more)) return true;
                }
            }
        return false;
    }

    /// <summary>Whether a pattern says something that cannot be true of one person.</summary>
    internal static bool Contradicts(Corpus corpus, ulong pattern)
    {
        for (var i = 0; i < corpus.Columns.Length; i++)
            if (Level.At(pattern, i) is var level && level > 0 && Contradicts(corpus.Columns[i].Kind, Level.Meaning(level)))
                return true;
        return false;
    }

    private static bool IsShared(FieldKind kind, Value a, Value b) => a.Text == b.Text && IsKey(kind, a);

    /// <summary>What cannot be true of one person, in words.</summary>
    internal static string? Contradiction(Corpus corpus, ulong pattern, Row a, Row b)
    {
        for (var i = 0; i < corpus.Columns.Length; i++)
            if (Level.At(pattern, i) is var level && level > 0 && Contradicts(corpus.Columns[i].Kind, Level.Meaning(level)))
                return Words.Of(corpus.Columns[i].Kind, Level.Meaning(level), a.First(i)!, b.First(i)!, 0);
        return null;
    }

    /// <summary>Whether two people of one import have different LinkedIn profiles, which makes them two people.</summary>
    internal static bool AreTwo(Corpus corpus, ulong pattern, string? sourceA, string? sourceB)
    {
        if (sourceA is null || sourceA != sourceB)
            return false;
        for (var i = 0; i < corpus.Columns.Length; i++)
            if (corpus.Columns[i].Kind == FieldKind.LinkedIn && Level.At(pattern, i) is var level && level > 0 && !Level.IsShared(level))
                return true;
        return false;
    }

    private static bool IsKey(FieldKind kind, Value value) => kind switch
    {
        FieldKind.Email => value.Text.Contains('@', StringComparison.Ordinal) && !Offices.Contains(value.Local.ToString()),
        FieldKind.Phone => value.Text.Length >= PhoneDigits,
        FieldKind.LinkedIn => true,
        _ => false
    };

    private static bool Contradicts(FieldKind kind, Agreement agreement) => kind switch
    {
        FieldKind.LinkedIn => agreement is Agreement.Near or Agreement.Different,
        FieldKind.GivenName or FieldKind.FullName or FieldKind.Date or FieldKind.Id => agreement == Agreement.Different,
        _ => false
    };
}
