using System.Collections.Frozen;
using Kith.Formats.Contacts;
using Kith.Formats.LinkedIn;

namespace Kith.Formats.VCards;

/// <summary>Messengers and social profiles: IMPP (RFC 4770), X-SOCIALPROFILE, SOCIALPROFILE (RFC 9554) and one name for each old service.</summary>
internal static class CardAccounts
{
    private static readonly FrozenDictionary<string, string> Services = new Dictionary<string, string>
    {
        ["X-AIM"] = "aim",
        ["X-ICQ"] = "icq",
        ["X-JABBER"] = "jabber",
        ["X-MSN"] = "msn",
        ["X-YAHOO"] = "yahoo",
        ["X-SKYPE"] = "skype",
        ["X-SKYPE-USERNAME"] = "skype",
        ["X-GADUGADU"] = "gadugadu",
        ["X-GROUPWISE"] = "groupwise",
        ["X-GTALK"] = "googletalk",
        ["X-GOOGLE-TALK"] = "googletalk",
        ["X-GOOGLE TALK"] = "googletalk",
        ["X-QQ"] = "qq",
        ["X-SAMETIME"] = "sametime",
        ["X-TWITTER"] = "twitter",
        ["X-FACEBOOK"] = "facebook",
        ["X-SIP"] = "sip",
        ["X-MATRIX"] = "matrix",
        ["X-TELEGRAM"] = "telegram",
        ["X-WHATSAPP"] = "whatsapp",
        ["X-SIGNAL"] = "signal",
        ["X-MASTODON"] = "mastodon",
        ["X-INSTAGRAM"] = "instagram",
        ["X-XING"] = "xing",
        ["X-GITHUB"] = "github",
        ["X-EVOLUTION-VIDEO-URL"] = "video",
        ["X-MS-IMADDRESS"] = "im",
        ["X-KADDRESSBOOK-X-IMADDRESS"] = "im"
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Each program has its own scheme for one service, and Apple puts x-apple before what has none.
    private static readonly FrozenDictionary<string, string?> Schemes = new Dictionary<string, string?>
    {
        ["x-apple"] = null,
        ["aim"] = "aim",
        ["icq"] = "icq",
        ["xmpp"] = "xmpp",
        ["jabber"] = "jabber",
        ["msnim"] = "msn",
        ["msn"] = "msn",
        ["ymsgr"] = "yahoo",
        ["yahoo"] = "yahoo",
        ["skype"] = "skype",
        ["gg"] = "gadugadu",
        ["gadu"] = "gadugadu",
        ["googletalk"] = "googletalk",
        ["google"] = "googletalk",
        ["gtalk"] = "googletalk",
        ["groupwise"] = "groupwise",
        ["twitter"] = "twitter",
        ["irc"] = "irc",
        ["sip"] = "sip",
        ["sips"] = "sip",
        ["tg"] = "telegram",
        ["telegram"] = "telegram",
        ["whatsapp"] = "whatsapp",
        ["matrix"] = "matrix",
        ["im"] = "im",
        ["facebook"] = "facebook",
        ["qq"] = "qq"
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Places = ["work", "home", "other"];

    public static bool IsProfile(VCardProperty property) => property.Name is "X-SOCIALPROFILE" or "SOCIALPROFILE" or "X-LINKEDIN";

    /// <summary>The LinkedIn profile a line gives: by its address, or by the bare name where the line says LinkedIn.</summary>
    public static string? LinkedInOf(VCardProperty property)
    {
        var value = Escapes.Read(property.Value);
        if (SlugOf(value) is { } slug) return slug;
        if (property.Name != "X-LINKEDIN" && !string.Equals(ServiceOf(property, null), "linkedin", StringComparison.OrdinalIgnoreCase)) return null;
        var user = property.Parameters.First("X-USER") ?? property.Parameters.First("USERNAME") ?? WithoutScheme(value, null, out _);
        return user.Length > 0 && user.AsSpan().IndexOfAny("/ @") < 0 ? ProfileSlug.Of($"/in/{user}") : null;
    }

    /// <summary>The slug of an address on LinkedIn.</summary>
    public static string? SlugOf(string url) => url.Contains("linkedin.", StringComparison.OrdinalIgnoreCase) ? ProfileSlug.Of(url) : null;

    /// <summary>The accounts a line gives; none when it gives none.</summary>
    public static IEnumerable<Labelled> Of(VCardProperty property, string? customLabel)
    {
        if (property.Name == "IMPP" || IsProfile(property))
        {
            var service = ServiceOf(property, customLabel);
            var value = WithoutScheme(Escapes.Read(property.Value), service, out var scheme);
            if (value.Length > 0) yield return new(value, service ?? scheme ?? property.Parameters.Label);
            else if (property.Parameters.First("X-USER") is { Length: > 0 } user) yield return new(user, service);
        }
        else if (Services.TryGetValue(property.Name, out var known) && Escapes.Read(property.Value) is { Length: > 0 } name)
            yield return new(name, known);
        else if (property.Name.StartsWith("X-MESSAGING/", StringComparison.Ordinal))
            // KDE 4 wrote one property for each service, its values divided by a private character.
            foreach (var one in Escapes.Read(property.Value).Split('\uE000', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                yield return new(one, KdeService(property.Name) is { Length: > 0 } kde ? kde : null);
    }

    /// <summary>The name of a service as given, in lower case where it is one word.</summary>
    public static string NameOf(string service)
    {
        service = service.Trim();
        return service.All(char.IsLetterOrDigit) ? service.ToLowerInvariant() : service;
    }

    private static string? ServiceOf(VCardProperty property, string? customLabel)
    {
        var named = property.Parameters.First("X-SERVICE-TYPE") ?? property.Parameters.First("SERVICE-TYPE");
        if (!string.IsNullOrWhiteSpace(named)) return NameOf(named);
        if (customLabel is not null) return customLabel;
        // TYPE=SKYPE names the service, TYPE=work does not.
        var label = property.Parameters.Label;
        return label is null || Places.Contains(label.Split(' ')[0]) ? null : label;
    }

    private static string WithoutScheme(string value, string? own, out string? service)
    {
        service = null;
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return value;
        var isScheme = Schemes.TryGetValue(value[..colon], out service) || value[..colon].Equals(own, StringComparison.OrdinalIgnoreCase);
        return isScheme ? value[(colon + 1)..].Trim() : value;
    }

    private static string KdeService(string name)
    {
        var service = name["X-MESSAGING/".Length..].Split('-')[0].Trim().ToLowerInvariant();
        return Schemes.GetValueOrDefault(service) ?? service;
    }
}
