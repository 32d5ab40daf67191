using System.Collections.Frozen;
using System.Globalization;

namespace Kith.Formats.VCards;

/// <summary>Brings the many words for what a number or address is for to few.</summary>
internal static class Labels
{
    private const int MaxTypes = 20;

    // Said of nearly every line by some program, and never what a person would call it.
    private static readonly FrozenSet<string> Fillers = FrozenSet.ToFrozenSet(
        ["", "pref", "internet", "voice", "msg", "text", "dom", "intl", "postal", "parcel", "x-internet", "email", "label", "tel", "url", "ldap"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["work"] = "work",
        ["business"] = "work",
        ["home"] = "home",
        ["personal"] = "home",
        ["other"] = "other",
        ["cell"] = "mobile",
        ["mobile"] = "mobile",
        ["fax"] = "fax",
        ["pager"] = "pager",
        ["main"] = "main",
        ["car"] = "car",
        ["homefax"] = "home fax",
        ["workfax"] = "work fax",
        ["otherfax"] = "other fax",
        ["home fax"] = "home fax",
        ["work fax"] = "work fax",
        ["work mobile"] = "work mobile"
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Google writes its own constants where its program shows words.
    private static readonly FrozenDictionary<string, string> Google = new Dictionary<string, string>
    {
        ["REFERRED_BY"] = "referred by",
        ["DOMESTIC_PARTNER"] = "domestic partner",
        ["RELATIVE"] = "relative",
        ["PROFILE"] = "profile",
        ["BLOG"] = "blog",
        ["GRAND_CENTRAL"] = "google voice"
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Places = ["work", "home", "other"];

    /// <summary>The words of the types that matter, place first: <c>work fax</c>; null when there are none.</summary>
    public static string? OfTypes(IEnumerable<string> types)
    {
        List<string>? words = null;
        foreach (var type in types.Take(MaxTypes))
            if (WordOf(type) is { } word && words?.Contains(word) != true) (words ??= []).Add(word);
        if (words is null) return null;
        if (words.Count == 1) return words[0];
        // An iPhone's number is a mobile's; one that can also do video is still called what it is.
        if (words.Contains("mobile")) words.RemoveAll(word => word is "iphone" or "video" or "other");
        if (words.Count > 1) words.RemoveAll(word => word == "video");
        return string.Join(' ', words.OrderBy(word => Places.Contains(word) ? 0 : 1));
    }

    /// <summary>What a person wrote (X-ABLabel), or Apple's own words out of <c>_$!&lt;Mobile&gt;!$_</c>; null when empty.</summary>
    public static string? OfCustom(string text)
    {
        text = text.Trim();
        if (text.StartsWith("_$!<", StringComparison.Ordinal) && text.EndsWith(">!$_", StringComparison.Ordinal) && text.Length > 8)
            return OfApple(text[4..^4].Trim());
        if (text.Length == 0) return null;
        return Words.TryGetValue(text, out var word) || Google.TryGetValue(text, out word) ? word : text;
    }

    private static string? OfApple(string word)
    {
        if (Words.TryGetValue(word, out var known)) return known;
        return word.Length == 0 ? null : word.ToLower(CultureInfo.InvariantCulture);
    }

    private static string? WordOf(string type)
    {
        // TYPE=HOME,TYPE=VOICE is met where TYPE=HOME,VOICE was meant.
        if (type.StartsWith("TYPE=", StringComparison.OrdinalIgnoreCase)) type = type[5..];
        type = type.Trim();
        if (Fillers.Contains(type)) return null;
        if (Words.TryGetValue(type, out var word)) return word;
        if (type.StartsWith("x-", StringComparison.OrdinalIgnoreCase)) type = type[2..];
        return type.Length == 0 ? null : type.ToLower(CultureInfo.InvariantCulture);
    }
}
