using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Utils;

namespace Kith.Formats.Mail;

/// <summary>Turns the octets of header fields into text, addresses, dates and identifiers.</summary>
internal static partial class HeaderText
{
    public static string? Text(byte[]? value)
    {
        if (value is null) return null;
        var text = Rfc2047.DecodeText(Utf7.WordsToUtf8(value)).Replace("\0", "", StringComparison.Ordinal).Trim();
        return text.Length > 0 ? text : null;
    }

    public static IEnumerable<MailAddress> Addresses(byte[] value)
    {
        value = Utf7.WordsToUtf8(value);
        if (InternetAddressList.TryParse(value, out var list) && list.Mailboxes.Any())
            return list.Mailboxes.Select(mailbox => Address(mailbox.Address, mailbox.Name)).OfType<MailAddress>();
        var text = Text(value) ?? "";
        var found = Loose().Matches(text).Select(match => Address(match.Groups["email"].Value, match.Groups["name"].Value)).OfType<MailAddress>().ToList();
        if (found.Count > 0 || text.Contains(':', StringComparison.Ordinal)) return found;
        return Address("", text) is { } nameOnly ? [nameOnly] : [];
    }

    public static DateTimeOffset? Date(byte[]? value) =>
        value is not null && DateUtils.TryParse(value, out var date) && date != DateTimeOffset.MinValue ? date : null;

    /// <summary>The identifiers between angle brackets; without any, the words that look like one.</summary>
    public static IReadOnlyList<string> Ids(byte[]? value, int most)
    {
        if (value is null) return [];
        var text = Encoding.UTF8.GetString(value);
        List<string> found = [];
        for (var open = text.IndexOf('<', StringComparison.Ordinal); open >= 0 && found.Count < most;)
        {
            var close = text.IndexOf('>', open);
            if (close < 0) break;
            if (WithoutSpaces(text[(open + 1)..close]) is { Length: > 0 } id) found.Add(id);
            open = text.IndexOf('<', close);
        }
        if (found.Count > 0) return found;
        return [.. text.Split((char[])[' ', '\t', ',', '<', '>'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Contains('@', StringComparison.Ordinal)).Take(most)];
    }

    public static string? Word(byte[]? value) =>
        value is null ? null : Encoding.ASCII.GetString(value).Split(';', 2)[0].Trim().ToLower(CultureInfo.InvariantCulture);

    private static MailAddress? Address(string? email, string? name)
    {
        email = email?.Trim().Trim('\'', '"', '<', '>');
        name = name?.Replace("\0", "", StringComparison.Ordinal).Trim().Trim('"').Trim();
        if (name is { Length: >= 2 } && name[0] == '\'' && name[^1] == '\'') name = name[1..^1].Trim();
        // A word without an @ is the name of an account on some machine, by which nobody can be reached.
        if (!string.IsNullOrEmpty(email) && !email.Contains('@', StringComparison.Ordinal))
            (email, name) = (null, string.IsNullOrEmpty(name) ? email : name);
        if (string.IsNullOrEmpty(email)) email = null;
        if (string.IsNullOrEmpty(name)) name = null;
        return email is null && name is null ? null : new(email, name);
    }

    private static string WithoutSpaces(string id) => string.Concat(id.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("""(?:(?<name>[^"<>,;]*)"?\s*<(?<email>[^<>\s]+@[^<>\s]+)>?)|(?<email>[^\s<>,;"()]+@[^\s<>,;"()]+)""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Loose();
}
