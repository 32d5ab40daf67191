namespace Kith.Domain.Identity;

/// <summary>Says in words what the comparison of two values gave, for the page where people review duplicates.</summary>
internal static class Words
{
    // A shared value of the two rarest ranks is worth telling.
    private const int Rare = 1;

    internal static string Of(FieldKind kind, Agreement agreement, Value a, Value b, int rarity) => agreement switch
    {
        Agreement.Same => IsName(kind) && rarity <= Rare && a.Count > 0 ? $"rare {Noun(kind)}" : $"same {Noun(kind)}",
        Agreement.Variant => Variant(kind, a, b),
        Agreement.Crossed => "given and family name exchanged",
        Agreement.Close => $"{Noun(kind)} one slip apart",
        Agreement.Near => a.Text.Length == 1 || b.Text.Length == 1 ? $"same initial of the {Noun(kind)}" : $"similar {Noun(kind)}",
        Agreement.Different => $"different {Noun(kind)}",
        _ => $"no {Noun(kind)} to compare"
    };

    private static string Variant(FieldKind kind, Value a, Value b)
    {
        // The table has many names both ways; the short one of them is the short form.
        var (brief, full) = a.Length <= b.Length ? (a, b) : (b, a);
        if (kind == FieldKind.GivenName && full.Length - brief.Length > 1 && Nicknames.IsShortFor(brief.Text, full.Text))
            return $"{Capital(brief.Text)} is short for {Capital(full.Text)}";
        if (kind == FieldKind.GivenName && Nicknames.Related(a.Text, b.Text))
            return $"{Capital(a.Text)} and {Capital(b.Text)} are forms of one name";
        return kind switch
        {
            FieldKind.Email => "same e-mail name at another domain",
            FieldKind.Phone => "same phone number but for its prefix",
            FieldKind.Date => "same date but for what is left out, or with day and month exchanged",
            _ => $"same {Noun(kind)} in other words or another order"
        };
    }

    private static bool IsName(FieldKind kind) => kind is FieldKind.GivenName or FieldKind.FamilyName or FieldKind.FullName;

    private static string Capital(string name) => string.Concat(char.ToUpperInvariant(name[0]).ToString(), name.AsSpan(1));

    private static string Noun(FieldKind kind) => kind switch
    {
        FieldKind.GivenName => "given name",
        FieldKind.FamilyName => "family name",
        FieldKind.FullName => "name",
        FieldKind.Email => "e-mail address",
        FieldKind.Phone => "phone number",
        FieldKind.LinkedIn => "LinkedIn profile",
        FieldKind.Organisation => "organisation",
        FieldKind.Title => "title",
        FieldKind.Date => "birthday",
        FieldKind.Street => "street",
        FieldKind.HouseNumber => "house number",
        FieldKind.City => "town",
        FieldKind.Region => "region",
        FieldKind.PostalCode => "postal code",
        FieldKind.Country => "country",
        FieldKind.Id => "identifier",
        _ => "text"
    };
}
