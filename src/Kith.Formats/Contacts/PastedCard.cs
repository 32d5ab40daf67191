using System.Text;
using System.Text.RegularExpressions;
using Kith.Formats.Mail;
using Kith.Formats.VCards;

namespace Kith.Formats.Contacts;

/// <summary>What a pasted card says; what it does not say is null.</summary>
public sealed record PastedContact(string? Name, string? Title, string? Organisation, string? Email, string? Phone, string? Url);

/// <summary>
/// Reads what people paste of a card: a vCard, a MECARD as QR codes hold it, or the signature under a mail. Meant to be shown and put right, so it
/// guesses where an import would not.
/// </summary>
public static partial class PastedCard
{
    /// <summary>Characters of a paste at most; what follows is not read.</summary>
    public const int MostLetters = 20_000;

    private const int LongestLine = 120;

    /// <summary>What the text says; null where it says nothing.</summary>
    public static PastedContact? Read(string text)
    {
        var pasted = text.Length > MostLetters ? text[..MostLetters] : text;
        var read = pasted.Contains("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase) ? Card(pasted)
            : pasted.TrimStart().StartsWith("MECARD:", StringComparison.OrdinalIgnoreCase) ? MeCard(pasted.Trim())
            : Signature(pasted);
        return read == new PastedContact(null, null, null, null, null, null) ? null : read;
    }

    private static PastedContact? Card(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return VCardContacts.Read(stream, "card", new IssueLog()).FirstOrDefault() is not { } contact ? null : new(
            Said(contact.Name.Full), contact.Positions.Select(p => p.Title).FirstOrDefault(t => t is not null), contact.Positions.Select(p => p.Organisation).FirstOrDefault(o => o is not null),
            contact.Emails.Select(e => e.Value).FirstOrDefault(), contact.Phones.Select(p => p.Value).FirstOrDefault(),
            contact.LinkedIn is { } slug ? $"https://www.linkedin.com/in/{slug}" : contact.Urls.Select(u => u.Value).FirstOrDefault());
    }

    // MECARD:N:Family,Given;TEL:...;EMAIL:...;; with \ before what stands for itself.
    private static PastedContact MeCard(string text)
    {
        string? name = null, phone = null, email = null, url = null, organisation = null;
        foreach (Match field in MeCardField().Matches(text["MECARD:".Length..]))
        {
            var value = Said(MeCardEscape().Replace(field.Groups[2].Value, "$1"));
            switch (field.Groups[1].Value.ToUpperInvariant())
            {
                case "N": name = value?.Split(',', 2) is [var family, var given] ? $"{given.Trim()} {family.Trim()}" : value; break;
                case "TEL": phone ??= value; break;
                case "EMAIL": email ??= value; break;
                case "URL": url ??= value; break;
                case "ORG": organisation ??= value; break;
            }
        }
        return new(name, null, organisation, email, phone, url);
    }

    private static PastedContact Signature(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim().Trim('*', '_', '|').Trim()).Where(l => l.Length is > 0 and <= LongestLine).ToList();
        // A paste is nothing but a signature, so it stands below its mark.
        var found = Signatures.Find("-- \n" + string.Join('\n', lines));
        var email = Address().Match(text) is { Success: true } address ? address.Value.TrimEnd('.') : null;
        var name = lines.FirstOrDefault(l => IsName(l) && l != found?.Title?.Value && l != found?.Organisation?.Value);
        var phone = found?.Phone?.Value ?? (Number().Match(text) is { Success: true } number ? number.Value.Trim() : null);
        var url = found?.Url?.Value ?? (Web().Match(text) is { Success: true } web ? web.Value.TrimEnd('.', ',', ')') : null);
        return new(name, found?.Title?.Value, found?.Organisation?.Value, email, phone, url);
    }

    // Two to four words that begin large and hold no digit; particles may begin small.
    private static bool IsName(string line) => Name().IsMatch(line);

    private static string? Said(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)*\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:von|van|der|den|de|del|da|di|la|le|el|al|bin|zu|ten|ter|dos)\s+)*\p{Lu}[\p{L}.'’-]*){0,3}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+")]
    private static partial Regex Address();

    [GeneratedRegex(@"\+?\(?\d[\d ()/.-]{6,20}\d")]
    private static partial Regex Number();

    [GeneratedRegex(@"https?://\S+|www\.[^\s,]+", RegexOptions.IgnoreCase)]
    private static partial Regex Web();

    [GeneratedRegex(@"([A-Za-z]+):((?:\\.|[^;\\])*);", RegexOptions.None)]
    private static partial Regex MeCardField();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex MeCardEscape();
}
