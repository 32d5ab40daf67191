using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kith.Formats.LinkedIn;

/// <summary>The one stable key of a person on LinkedIn: what stands after <c>/in/</c> in the profile's address.</summary>
public static class ProfileSlug
{
    private const string Marker = "/in/";
    private static readonly SearchValues<char> Ends = SearchValues.Create("/?# \t\r\n");

    /// <summary>The slug, decoded and in lower case; null where the address is not that of a profile.</summary>
    public static string? Of(string? url)
    {
        var at = url?.IndexOf(Marker, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0) return null;
        var rest = url.AsSpan(at + Marker.Length);
        var end = rest.IndexOfAny(Ends);
        var slug = Uri.UnescapeDataString((end < 0 ? rest : rest[..end]).ToString());
        // Emoji do stand in slugs; control characters and halves of characters only in hostile ones.
        var plain = string.Concat(slug.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)));
        slug = plain.Normalize().ToLower(CultureInfo.InvariantCulture);
        return slug.Length > 0 ? slug : null;
    }
}
