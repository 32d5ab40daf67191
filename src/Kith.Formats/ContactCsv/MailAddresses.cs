using System.Text.RegularExpressions;

namespace Kith.Formats.ContactCsv;

/// <summary>Takes the address out of what programs write into a column of e-mail addresses.</summary>
internal static partial class MailAddresses
{
    /// <summary>The address alone; null where there is none, as in Exchange's X.500 addresses.</summary>
    public static string? Of(string text)
    {
        var value = text.Trim();
        if (value.IndexOf('<', StringComparison.Ordinal) is var open and >= 0 && value.IndexOf('>', open) is var close && close > open)
            value = value[(open + 1)..close].Trim();
        foreach (var scheme in (ReadOnlySpan<string>)["mailto:", "smtp:"])
            if (value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) value = value[scheme.Length..].Trim();
        return value.Contains('@', StringComparison.Ordinal) && !IsExchange(value) ? value : null;
    }

    /// <summary>The address that Outlook repeats in brackets in a display name: <c>Bo Lind (bo@example.com)</c>.</summary>
    public static string? InDisplayName(string text) =>
        InBrackets().Match(text) is { Success: true } match ? match.Groups[1].Value : Of(text) is { } whole && !whole.Contains(' ', StringComparison.Ordinal) ? whole : null;

    public static bool IsExchange(string value) => value.StartsWith("/o=", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[(<]([^()<>\s@]+@[^()<>\s@]+)[)>]", RegexOptions.None, 1000)]
    private static partial Regex InBrackets();
}
