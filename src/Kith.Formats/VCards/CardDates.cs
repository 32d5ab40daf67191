using System.Globalization;
using static System.FormattableString;

namespace Kith.Formats.VCards;

/// <summary>Birthdays and anniversaries in the many ways programs write them (RFC 6350 §4.3, ISO 8601:2000 truncated).</summary>
internal static class CardDates
{
    // Apple writes this year for a date without one.
    public const int NoYear = 1604;

    /// <summary>An ISO date or <c>--MM-DD</c>; null when the value is neither. The time of day is left out.</summary>
    public static string? Read(VCardProperty property) =>
        Read(property.Value, property.Parameters.First("X-APPLE-OMIT-YEAR"));

    /// <summary>Whether there is something that should be a date and is none, and the line does not say that it is text.</summary>
    public static bool IsUnreadable(VCardProperty property) =>
        property.Value.Length > 0 && Read(property) is null && !"TEXT".Equals(property.Parameters.First("VALUE"), StringComparison.OrdinalIgnoreCase);

    public static string? Read(string value, string? omittedYear)
    {
        var text = value.AsSpan().Trim();
        if (text.StartsWith("--")) return MonthAndDay(text[2..]);
        var digits = Digits(text);
        if (digits < 4 || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        int month, day;
        if (digits >= 8)
        {
            month = Number(text, 4);
            day = Number(text, 6);
            // 19723101: two programs of the nineties put the day first.
            if (month > 12 && day <= 12) (month, day) = (day, month);
        }
        else if (digits != 4 || !TryParts(text[4..], out month, out day)) return null;
        var hasNoYear = year is 0 or NoYear || omittedYear?.Trim() == year.ToString("0000", CultureInfo.InvariantCulture);
        return Iso(hasNoYear ? 0 : year, month, day);
    }

    private static string? MonthAndDay(ReadOnlySpan<char> text)
    {
        if (Digits(text) >= 4) return Iso(0, Number(text, 0), Number(text, 2));
        return text.Length > 0 && TryParts(string.Concat("-", text), out var month, out var day) ? Iso(0, month, day) : null;
    }

    // -03-22, -3-2, /03/22: what follows the year.
    private static bool TryParts(ReadOnlySpan<char> text, out int month, out int day)
    {
        (month, day) = (0, 0);
        if (text.IsEmpty || text[0] is not ('-' or '/' or '.')) return false;
        var separator = text[0];
        text = text[1..];
        var length = Digits(text);
        if (length is 0 or > 2 || length == text.Length || text[length] != separator) return false;
        month = Number(text, 0, length);
        text = text[(length + 1)..];
        length = Digits(text);
        if (length is 0 or > 2) return false;
        day = Number(text, 0, length);
        return true;
    }

    private static string? Iso(int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year == 0 ? NoYear : year, month)) return null;
        return year == 0 ? Invariant($"--{month:00}-{day:00}") : Invariant($"{year:0000}-{month:00}-{day:00}");
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count])) count++;
        return count;
    }

    private static int Number(ReadOnlySpan<char> text, int at, int length = 2) =>
        int.Parse(text.Slice(at, length), NumberStyles.None, CultureInfo.InvariantCulture);
}
