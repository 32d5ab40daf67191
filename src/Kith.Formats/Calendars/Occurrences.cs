using static System.FormattableString;

namespace Kith.Formats.Calendars;

/// <summary>One time at which an event takes place.</summary>
/// <param name="Event">The event as it is at that time: the changed one where the series was changed.</param>
public sealed record Occurrence(CalendarEvent Event, CalendarTime Start, CalendarTime? End);

/// <summary>Works out when events take place: series, exceptions, changed and cancelled occurrences.</summary>
public static class Occurrences
{
    /// <summary>
    /// The occurrences that start from <paramref name="from"/> (UTC) to before <paramref name="to"/>, in order. Dates and floating times
    /// are compared as if they were UTC. A rule that is not understood is reported, and its event taken as one that does not repeat.
    /// </summary>
    public static IReadOnlyList<Occurrence> Expand(
        IEnumerable<CalendarEvent> events, DateTime from, DateTime to, string file, IssueLog issues, ExpansionLimits? limits = null)
    {
        limits ??= ExpansionLimits.Default;
        var expansion = new Expansion(from, to, file, issues, limits);
        foreach (var series in Series.Of(events))
        {
            if (series.IsCancelled) continue;
            if (series.Master is { } master) expansion.Add(master, series.Replaced);
            foreach (var changed in series.Changed) expansion.AddOne(changed);
        }
        return expansion.InOrder();
    }

    /// <summary>What is gathered while expanding, and how much may still be.</summary>
    private sealed class Expansion(DateTime from, DateTime to, string file, IssueLog issues, ExpansionLimits limits)
    {
        private static readonly TimeSpan widestOffset = TimeSpan.FromDays(1);
        private readonly List<Occurrence> found = [];
        private long steps;
        private bool isFull;

        public IReadOnlyList<Occurrence> InOrder() => [.. found.OrderBy(occurrence => occurrence.Start.Order)];

        public void AddOne(CalendarEvent happening)
        {
            if (happening.Start is { } start) Keep(happening, start);
        }

        public void Add(CalendarEvent master, TimeSet replaced)
        {
            if (master.Start is not { } start) return;
            var except = replaced.With(master.Exceptions);
            var before = found.Count;
            var seen = new HashSet<DateTime>();
            foreach (var time in Times(master, start).Concat(master.Additions))
            {
                if (isFull || time.Order >= to && !master.Additions.Contains(time)) break;
                if (time.Order < from || except.Has(time) || !seen.Add(time.Order)) continue;
                if (found.Count - before == limits.MaxPerEvent)
                {
                    Report(master, "calendar.occurrences", Invariant($"The event takes place more than {limits.MaxPerEvent:N0} times; the rest was left out"));
                    break;
                }
                Keep(master, time);
            }
        }

        private IEnumerable<CalendarTime> Times(CalendarEvent master, CalendarTime start)
        {
            yield return start;
            if (master.Rrule is null) yield break;
            if (RecurrenceRule.Parse(master.Rrule, start.Local) is not { } rule)
            {
                Report(master, "calendar.rule", "The recurrence rule was not worked out; only the first time is known");
                yield break;
            }
            var count = 1L;
            var period = rule.PeriodBefore(start.Local, Clock.Add(from, -widestOffset) ?? DateTime.MinValue);
            for (var own = 0; ; own++, period++)
            {
                if (own == limits.MaxStepsPerEvent || steps++ >= limits.MaxSteps)
                {
                    Report(master, "calendar.steps", "The series is too long to be worked out; later times were left out");
                    yield break;
                }
                if (rule.Period(start.Local, period) is not { } days) yield break;
                foreach (var local in days)
                {
                    if (local <= start.Local) continue;
                    var time = start.At(local);
                    if (count++ >= rule.Count || IsPast(rule, time) || time.Order >= to) yield break;
                    yield return time;
                }
                // A period without days must not let the walk run on past the window.
                if (rule.Days.Count > 0 && Clock.Add(to, TimeSpan.FromDays(366)) is { } end && PeriodStart(rule, start, period) > end) yield break;
            }
        }

        private static DateTime PeriodStart(RecurrenceRule rule, CalendarTime start, long period)
        {
            var days = rule.Frequency switch { "DAILY" => 1, "WEEKLY" => 7, "MONTHLY" => 28, _ => 365 };
            return Clock.Add(start.Local, TimeSpan.FromDays((int)Math.Min(4_000_000, period * rule.Interval * days))) ?? DateTime.MaxValue;
        }

        private static bool IsPast(RecurrenceRule rule, CalendarTime time) =>
            rule.Until is { } until && (until.IsDate ? time.Local.Date > until.Local : (until.Utc is null ? time.Local : time.Order) > until.Local);

        private void Keep(CalendarEvent happening, CalendarTime start)
        {
            if (isFull || start.Order < from || start.Order >= to) return;
            if (isFull = found.Count >= limits.MaxOccurrences)
            {
                Report(happening, "calendar.occurrences", Invariant($"More than {limits.MaxOccurrences:N0} occurrences; the rest was left out"));
                return;
            }
            var shift = start.Local - happening.Start!.Local;
            var end = happening.End is { } last && Clock.Add(last.Local, shift) is { } moved ? (shift == TimeSpan.Zero ? last : last.At(moved)) : null;
            found.Add(new(happening, start, end));
        }

        private void Report(CalendarEvent happening, string code, string message) => issues.Report(file, happening.Line, code, message);
    }
}
