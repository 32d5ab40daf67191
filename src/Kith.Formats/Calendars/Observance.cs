using System.Globalization;

namespace Kith.Formats.Calendars;

/// <summary>A STANDARD or DAYLIGHT part of a VTIMEZONE (RFC 5545 §3.6.5): from when on which offset holds.</summary>
/// <param name="Start">The first onset in local time.</param>
/// <param name="From">The offset before an onset.</param>
/// <param name="To">The offset after an onset.</param>
/// <param name="Yearly">The rule of the onsets that follow, if any.</param>
/// <param name="Until">The last moment at which the rule may set in.</param>
/// <param name="Others">Onsets listed one by one.</param>
internal sealed record Observance(
    DateTime Start, TimeSpan From, TimeSpan To, YearlyOnset? Yearly, DateTime Until, IReadOnlyList<DateTime> Others)
{
    private const int MostOthers = 100;

    public static Observance? Parse(Component part)
    {
        if (part.First("DTSTART") is not { } first || TimeText.Parse(first.Value) is not { } start) return null;
        if (TimeText.Offset(part.First("TZOFFSETTO")?.Value) is not { } to) return null;
        var from = TimeText.Offset(part.First("TZOFFSETFROM")?.Value) ?? to;
        var rule = part.First("RRULE") is { } line ? RuleParts.Parse(line.Value) : null;
        var until = rule?.GetValueOrDefault("UNTIL") is { } end && TimeText.Parse(end) is { } last ? last.Local : DateTime.MaxValue;
        var others = part.All("RDATE").SelectMany(rdate => rdate.Value.Split(',')).Take(MostOthers)
            .Select(TimeText.Parse).OfType<TimeText>().Select(time => time.Local);
        return new(start.Local, from, to, rule is null ? null : YearlyOnset.Parse(rule, start.Local), until, [.. others]);
    }

    /// <summary>The last onset not after the time. Clock times that the onset skips still count as before it.</summary>
    public DateTime? LastOnset(DateTime local)
    {
        if (To > From) local = Clock.Add(local, From - To) ?? local;
        DateTime? last = Start <= local ? Start : null;
        foreach (var other in Others)
            if (other <= local && (last is null || other > last)) last = other;
        for (var year = local.Year; Yearly is not null && year >= local.Year - 1 && year >= Math.Max(1, Start.Year); year--)
            if (Yearly.In(year) is { } onset && onset <= local && onset <= Until && (last is null || onset > last)) last = onset;
        return last;
    }
}

/// <summary>The nth or last weekday of a month, or a fixed day, at a clock time.</summary>
internal sealed record YearlyOnset(int Month, DayOfWeek? Day, int Nth, int MonthDay, TimeSpan Time)
{
    public static YearlyOnset? Parse(IReadOnlyDictionary<string, string> rule, DateTime start)
    {
        if (rule.GetValueOrDefault("FREQ") != "YEARLY") return null;
        var month = int.TryParse(rule.GetValueOrDefault("BYMONTH"), NumberStyles.None, CultureInfo.InvariantCulture, out var named) && named is >= 1 and <= 12
            ? named : start.Month;
        var earliest = (rule.GetValueOrDefault("BYMONTHDAY") ?? "").Split(',')
            .Select(day => int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 31 ? number : 0)
            .Where(day => day > 0).DefaultIfEmpty(0).Min();
        var weekday = WeekdayRule.ParseList(rule.GetValueOrDefault("BYDAY") ?? "") is [var first, ..] ? first : null;
        return new(month, weekday?.Day, weekday?.Nth ?? 0, earliest > 0 ? earliest : weekday is null ? start.Day : 0, start.TimeOfDay);
    }

    public DateTime? In(int year)
    {
        var days = DateTime.DaysInMonth(year, Month);
        if (Day is null) return MonthDay <= days ? new DateTime(year, Month, MonthDay) + Time : null;
        // BYMONTHDAY=8,9,...,14 with BYDAY=SU is another way to say the second Sunday.
        if (MonthDay > 0 && Nth == 0) return Weekdays.OnOrAfter(new(year, Month, Math.Min(MonthDay, days)), Day.Value) is { } day ? day + Time : null;
        return Weekdays.NthInMonth(year, Month, Day.Value, Nth == 0 ? 1 : Nth) is { } found ? found + Time : null;
    }
}
