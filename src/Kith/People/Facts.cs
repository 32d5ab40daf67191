using System.Globalization;
using System.Net.Mail;
using Kith.Data;
using Kith.Domain;
using Kith.Formats.LinkedIn;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Turns what a user typed about a person into what is stored, or refuses it with a sentence.</summary>
internal static class Facts
{
    private const int Longest = 300;

    /// <summary>Trimmed; null when nothing is left; refused when it is longer than any name or address.</summary>
    internal static string? Text(string? text, int longest = Longest)
    {
        var trimmed = text?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null
            : trimmed.Length <= longest ? trimmed
            : throw new RefusedException("input.too-long", $"\"{trimmed[..20]}…\" is longer than {longest} characters.");
    }

    internal static string? Email(string? text) => Text(text) switch
    {
        null => null,
        var email when MailAddress.TryCreate(email, out var parsed) && parsed.Address == email => email,
        var email => throw new RefusedException("person.email", $"\"{email}\" is not an e-mail address."),
    };

    internal static string? Phone(string? text) => Text(text) switch
    {
        null => null,
        var phone when phone.Any(char.IsAsciiDigit) => phone,
        var phone => throw new RefusedException("person.phone", $"\"{phone}\" is not a telephone number."),
    };

    /// <summary>E.164 where the number was written with its country; without one nobody can tell.</summary>
    internal static string? E164(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return phone.StartsWith('+') && digits.Length is >= 7 and <= 15 ? "+" + digits : null;
    }

    internal static string? Url(string? text)
    {
        if (Text(text, 2000) is not { } url)
            return null;
        var whole = url.Contains("://", StringComparison.Ordinal) ? url : "https://" + url;
        return Uri.TryCreate(whole, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.Host.Contains('.')
            ? whole
            : throw new RefusedException("person.url", $"\"{url}\" is not a web address.");
    }

    /// <summary>The key of a profile address, or of a bare key.</summary>
    internal static string? LinkedIn(string? text) => Text(text, 2000) switch
    {
        null => null,
        var slug when !slug.Contains('/') && !slug.Any(char.IsWhiteSpace) => slug.ToLowerInvariant(),
        var url => ProfileSlug.Of(url) ?? throw new RefusedException("person.linkedin", "A LinkedIn address looks like linkedin.com/in/name."),
    };

    /// <summary>An ISO date, or <c>--MM-DD</c> where the year is not known.</summary>
    internal static string? Birthday(string? text)
    {
        if (Text(text) is not { } birthday)
            return null;
        // The leap year lets the 29 February of an unknown year through.
        var probe = birthday.StartsWith("--", StringComparison.Ordinal) ? "2000-" + birthday[2..] : birthday;
        return DateOnly.TryParseExact(probe, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? birthday
            : throw new RefusedException("person.birthday", "A birthday looks like 1987-04-21, or --04-21 when the year is not known.");
    }

    /// <summary>A day, a month (its first day) or a year (its first day).</summary>
    internal static DateOnly? Since(string? text) => Text(text) switch
    {
        null => null,
        { } date when DateOnly.TryParseExact(date, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => throw new RefusedException("position.date", "A date of a position looks like 2024, 2024-05 or 2024-05-17."),
    };

    /// <summary>Refuses a profile that another person has, in the trash or not: it is the one key LinkedIn gives.</summary>
    internal static async Task LinkedInIsFree(KithDb db, string? slug, Guid? own, CancellationToken ct)
    {
        if (slug is null)
            return;
        var other = await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).AsNoTracking()
            .Where(p => p.LinkedIn == slug && p.Id != own).Select(p => new { p.FullName, p.TrashedAt }).FirstOrDefaultAsync(ct);
        if (other is not null)
            throw new RefusedException("person.linkedin-taken", other.TrashedAt is null
                ? $"{other.FullName} already has this LinkedIn profile."
                : $"{other.FullName} has this LinkedIn profile and is in the trash; take them out of it instead.");
    }
}
