using Kith.Formats.Mail;

namespace Kith.Importing;

/// <summary>What people are called in the headers of mail and the lists of guests.</summary>
internal static class MailNames
{
    private const int Longest = 120;

    /// <summary>The name as one says it; null where there is only an address.</summary>
    internal static string? Of(MailAddress address) => Of(address.Name, address.Email);

    internal static string? Of(string? written, string? address)
    {
        var name = string.Join(' ', (written ?? "").Trim().Trim('"', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // "Ana Kovač via LinkedIn", "Ana Kovač (Zagora)"
        if (name.IndexOf(" via ", StringComparison.OrdinalIgnoreCase) is var via and > 0)
            name = name[..via];
        if (name.EndsWith(')') && name.IndexOf(" (", StringComparison.Ordinal) is var bracket and > 0)
            name = name[..bracket];
        if (name.Length is 0 or > Longest || name.Contains('@', StringComparison.Ordinal) || !name.Any(char.IsLetter) || string.Equals(name, address, StringComparison.OrdinalIgnoreCase))
            return null;
        // "Kovač, Ana", as programs of offices write; "Zagora, Inc." is no such name.
        return name.Split(',') is [var family, var given] && family.Trim() is { Length: > 0 } last && given.Trim() is { Length: > 1 } first && !first.EndsWith('.') && Words(last) <= 3 && Words(first) <= 2
            ? $"{first} {last}"
            : name;
    }

    private static int Words(string text) => 1 + text.Count(c => c == ' ');
}
