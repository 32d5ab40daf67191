using System.Globalization;
using System.Text.RegularExpressions;
using Kith.Formats.LinkedIn;
using static System.FormattableString;

namespace Kith.Formats.ContactCsv;

/// <summary>Reads the birthdays and anniversaries of address books, with or without a year, in every order programs write.</summary>
public static partial class ContactDates
{
    private const int LongestDate = 48;

    // Google and Apple keep a birthday without a year in 1604.
    private const int NoYear = 1604;

    private static readonly string[] Named =
    [
        "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy", "d-MMM-yyyy", "d-MMM-yy", "d. MMMM yyyy",
        "ddd, d MMM yyyy", "dddd, MMMM d, yyyy", "dddd, d MMMM yyyy"
    ];

    private static readonly string[] NamedWithoutYear = ["d MMM", "d MMMM", "MMM d", "MMMM d"];

    /// <summary>The date as <c>yyyy-MM-dd</c>, or <c>--MM-dd</c> where the year is not known; null when it is none.</summary>
    public static string? Read(string text, DateOrder order)
    {
        var clean = Clean(text);
        if (IsEmpty(clean)) return null;
        if (WithoutYear().Match(clean) is { Success: true } bare) return Write(null, bare.Groups[1].Value, bare.Groups[2].Value);
        if (YearFirst().Match(clean) is { Success: true } iso) return Write(iso.Groups[1].Value, iso.Groups[2].Value, iso.Groups[3].Value);
        if (Numbers().Match(clean) is { Success: true } numbers) return ReadNumbers(numbers, order);
        if (DateTime.TryParseExact(clean, Named, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var named))
            return Write(named.Year, named.Month, named.Day);
        return DateTime.TryParseExact(clean + " 2000", [.. NamedWithoutYear.Select(format => format + " yyyy")],
            CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day)
            ? Write(null, day.Month, day.Day)
            : null;
    }

    /// <summary>What one date proves about the order of its column; null when it proves nothing.</summary>
    public static DateOrder? OrderIn(string text)
    {
        if (!IsOrdered(text, out var first, out var second)) return null;
        if (first > 12 && second is >= 1 and <= 12) return DateOrder.DayFirst;
        return second > 12 && first is >= 1 and <= 12 ? DateOrder.MonthFirst : null;
    }

    /// <summary>Whether the two orders give two different days.</summary>
    public static bool IsAmbiguous(string text) =>
        IsOrdered(text, out var first, out var second) && first != second && first is >= 1 and <= 12 && second is >= 1 and <= 12;

    /// <summary>Whether the text says that there is no date: <c>0/0/00</c>, <c>0.0.00</c>, <c>Keine Angabe</c>.</summary>
    public static bool IsEmpty(string text)
    {
        var clean = text.Trim();
        if (clean.Length == 0) return true;
        return clean.Any(char.IsAsciiDigit)
            ? clean.All(c => c is '0' or '/' or '.' or '-' or ' ' or ':') && !clean.StartsWith("--", StringComparison.Ordinal)
            : !clean.Any(char.IsLetter) || Placeholders.Contains(clean);
    }

    // What Outlook writes into an unset field in its languages.
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Keine Angabe", "Keine", "Unspecified", "None", "Non spécifié", "Aucun", "Aucune", "No especificado", "Non specificato", "Niet-gespecificeerd",
        "Geen", "Não especificado", "Nieokreślona", "Brak", "Ospecificerat", "Inga", "なし", "Нет", "Yok"
    };

    private static bool IsOrdered(string text, out int first, out int second)
    {
        var match = Numbers().Match(Clean(text));
        var isOrdered = match.Success && match.Groups[2].Value != ".";
        first = isOrdered ? Number(match.Groups[1].Value) : 0;
        second = isOrdered ? Number(match.Groups[3].Value) : 0;
        return isOrdered;
    }

    private static string? ReadNumbers(Match match, DateOrder order)
    {
        var (first, second, year) = (match.Groups[1].Value, match.Groups[3].Value, match.Groups[4].Value);
        // With dots the day comes first everywhere; a number over 12 is a day whatever the column's order.
        var dayFirst = match.Groups[2].Value == "." ? Number(second) <= 12 : Number(first) > 12 || (order == DateOrder.DayFirst && Number(second) <= 12);
        return dayFirst ? Write(year, second, first) : Write(year, first, second);
    }

    private static string? Write(string? year, string month, string day)
    {
        if (year is null) return Write((int?)null, Number(month), Number(day));
        var number = Number(year);
        // Nobody in an address book is born later than a few years ago.
        if (year.Length <= 2) number += number > 25 ? 1900 : 2000;
        return Write(number, Number(month), Number(day));
    }

    internal static string? Write(int? year, int month, int day)
    {
        if (year is NoYear or 0) year = null;
        if (month is < 1 or > 12 || day < 1 || year is < 1 or > 9999 || day > DateTime.DaysInMonth(year ?? 2000, month)) return null;
        return year is null ? Invariant($"--{month:00}-{day:00}") : Invariant($"{year:0000}-{month:00}-{day:00}");
    }

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Clean(string text) =>
        text.Length > LongestDate ? "" : Time().Replace(string.Concat(text.Select(c => char.IsWhiteSpace(c) ? ' ' : c)).Trim(), "").Trim();

    [GeneratedRegex(@"[T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\.[0-9]+)? ?([AaPp]\.?[Mm]\.?)?( ?Z| ?UTC|[+-][0-9]{2}:?[0-9]{2})?$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^-- ?([0-9]{1,2})-?([0-9]{2})$")]
    private static partial Regex WithoutYear();

    [GeneratedRegex(@"^([0-9]{4})(?:[-/.] ?|年)?([0-9]{1,2})(?:[-/.] ?|月)?([0-9]{1,2})日?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^([0-9]{1,2})([-/.]) ?([0-9]{1,2})[-/.] ?([0-9]{4}|[0-9]{2})\.?$")]
    private static partial Regex Numbers();
}
