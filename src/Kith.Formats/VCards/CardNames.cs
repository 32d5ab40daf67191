using System.Collections.Frozen;

namespace Kith.Formats.VCards;

/// <summary>Gives names of properties and parameters in upper case, one object for each that is met often.</summary>
internal static class CardNames
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Known =
        Words().ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Of(ReadOnlySpan<char> name)
    {
        if (Known.TryGetValue(name, out var known)) return known;
        var upper = new char[name.Length];
        name.ToUpperInvariant(upper);
        return new(upper);
    }

    private static IEnumerable<string> Words() => [
        "ADR", "BDAY", "CATEGORIES", "EMAIL", "FN", "IMPP", "KIND", "LABEL", "N", "NICKNAME", "NOTE", "ORG", "PHOTO", "PRODID", "REV", "ROLE",
        "TEL", "TITLE", "UID", "URL", "X-ABLABEL", "X-ABADR", "X-SOCIALPROFILE", "TYPE", "VALUE", "PREF", "CHARSET", "ENCODING", "LANGUAGE"];
}
