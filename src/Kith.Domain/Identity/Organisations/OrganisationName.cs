namespace Kith.Domain.Identity;

/// <summary>An organisation's name in the forms it is compared in, and its domain.</summary>
public sealed class OrganisationName
{
    private OrganisationName(string written, List<string> words, string? domain)
    {
        (Written, Words, Domain) = (written, words, domain);
        Key = string.Concat(words);
        var core = new List<string>();
        foreach (var word in words)
            if (!OrganisationWords.IsBetween(word) || words.Count == 1) core.Add(OrganisationWords.Full(word));
        // A name may be made of nothing else, as "The The" is.
        Core = core.Count > 0 ? core : words;
        var sorted = new List<string>(Core);
        sorted.Sort(StringComparer.Ordinal);
        Sorted = string.Join(' ', sorted);
        Initials = Words.Count > 2 || Core.Count > 1 ? string.Concat(Core.ConvertAll(w => w[..1])) : "";
    }

    internal string Written { get; }

    /// <summary>The folded name without its legal form.</summary>
    public string Plain => string.Join(' ', Words);

    /// <summary>The folded name without its legal form and without spaces: two names with one key are one organisation's.</summary>
    public string Key { get; }

    /// <summary>The registered domain; null where it is not known or many share it.</summary>
    public string? Domain { get; }

    internal List<string> Words { get; }

    /// <summary>The words that tell, written out.</summary>
    internal List<string> Core { get; }

    /// <summary>The words that tell, whatever their order.</summary>
    internal string Sorted { get; }

    internal string Initials { get; }

    /// <summary>Reads a name as it was written.</summary>
    /// <param name="written">"Zagora d.o.o.".</param>
    /// <param name="address">A web address, an e-mail address or a domain of the organisation.</param>
    public static OrganisationName Of(string written, string? address = null)
    {
        var words = new List<string>(Transliteration.Fold(LegalForms.WithoutEastAsian(written)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (words.Count > 1 && words[0] == "the")
            words.RemoveAt(0);
        LegalForms.Remove(words);
        // "Finch & Sons" and "Finch and Sons"; at the ends they may be initials.
        for (var i = words.Count - 2; i > 0; i--)
            if (words[i] is "and" or "und" or "et" or "y" or "e" or "og" or "och")
                words.RemoveAt(i);
        if (words.Count == 0)
            words.Add(written.Trim().ToLowerInvariant());
        return new(written.Trim(), words, Domains.OfOrganisation(address));
    }
}
