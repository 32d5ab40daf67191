using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kith.Domain.Calendars;

/// <summary>
/// Public holidays that hold in a whole country, by rules of ours (HolidayRules.txt). What only a region keeps, and what a government moves from year to year
/// or the moon decides, is not in them.
/// </summary>
public static partial class Holidays
{
    private static readonly Dictionary<string, string[]> Rules = Read();
    private static readonly ConcurrentDictionary<(string, int), HashSet<DateOnly>> Years = [];

    /// <summary>The countries whose holidays are known: ISO 3166 codes.</summary>
    public static IReadOnlyCollection<string> Countries => Rules.Keys;

    /// <summary>The holidays of a year, weekends included; none for a country that is not known.</summary>
    /// <param name="country">ISO 3166 code, or null.</param>
    public static IReadOnlySet<DateOnly> Of(string? country, int year) =>
        country is not null && Rules.TryGetValue(country.ToUpperInvariant(), out var rules) ? Years.GetOrAdd((country.ToUpperInvariant(), year), _ => Days(rules, year)) : new HashSet<DateOnly>();

    private static HashSet<DateOnly> Days(string[] rules, int year)
    {
        var parsed = rules.Select(rule => Rule().Match(rule)).Where(rule => Holds(rule.Groups["years"].Value, year))
            .Select(rule => (Day: DayOf(rule.Groups["day"].Value, year), Moves: rule.Groups["moves"].Value)).OrderBy(rule => rule.Day).ToList();
        var days = parsed.Select(rule => rule.Day).ToHashSet();
        // In order, because the second of two holidays on one weekend finds the Monday taken.
        foreach (var (day, moves) in parsed)
            if (Substitute(day, moves, days) is { } instead)
                days.Add(instead);
        // A New Year's Day on a Saturday is kept in the year before.
        if (rules.Contains("01-01=") && new DateOnly(year + 1, 1, 1).DayOfWeek == DayOfWeek.Saturday)
            days.Add(new(year, 12, 31));
        return days;
    }

    private static DateOnly? Substitute(DateOnly day, string moves, HashSet<DateOnly> taken) => (moves, day.DayOfWeek) switch
    {
        ("=", DayOfWeek.Saturday) => day.AddDays(-1),
        ("=" or "*", DayOfWeek.Sunday) => Free(day, taken),
        ("+", DayOfWeek.Saturday or DayOfWeek.Sunday) => Free(day, taken),
        _ => null,
    };

    private static DateOnly Free(DateOnly day, HashSet<DateOnly> taken)
    {
        do
            day = day.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || taken.Contains(day));
        return day;
    }

    private static DateOnly DayOf(string rule, int year) => rule switch
    {
        ['E', ..] => Easter.Western(year).AddDays(Number(rule[1..])),
        ['O', ..] => Easter.Orthodox(year).AddDays(Number(rule[1..])),
        [_, _, '.', ..] => Nth(year, Number(rule[..2]), Number(rule[3..^3]), Weekday(rule[^3..])),
        [_, _, '-', _, _, '>', ..] => Toward(Fixed(rule, year), Weekday(rule[6..]), 1),
        [_, _, '-', _, _, '<', ..] => Toward(Fixed(rule, year), Weekday(rule[6..]), -1),
        _ => Fixed(rule, year),
    };

    private static DateOnly Fixed(string rule, int year) => new(year, Number(rule[..2]), Number(rule[3..5]));

    private static DateOnly Nth(int year, int month, int count, DayOfWeek weekday) => count > 0
        ? Toward(new(year, month, 1), weekday, 1).AddDays(7 * (count - 1))
        : Toward(new DateOnly(year, month, 1).AddMonths(1).AddDays(-1), weekday, -1);

    private static DateOnly Toward(DateOnly day, DayOfWeek weekday, int step)
    {
        while (day.DayOfWeek != weekday)
            day = day.AddDays(step);
        return day;
    }

    private static bool Holds(string years, int year) => years switch
    {
        "" => true,
        ['-', ..] => year <= Number(years[1..]),
        _ => year >= Number(years),
    };

    private static DayOfWeek Weekday(string word) => word switch
    {
        "mon" => DayOfWeek.Monday,
        "thu" => DayOfWeek.Thursday,
        "sat" => DayOfWeek.Saturday,
        _ => throw new FormatException($"{word} is no weekday of a rule."),
    };

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static Dictionary<string, string[]> Read()
    {
        using var reader = new StreamReader(typeof(Holidays).Assembly.GetManifestResourceStream("HolidayRules.txt")!);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(line => line[0], line => line[1..]);
    }

    [GeneratedRegex("^(?<day>[^+=*@]+?|[EO][+-][0-9]+)(?<moves>[+=*]?)(@(?<years>-?[0-9]+))?$")]
    private static partial Regex Rule();
}
