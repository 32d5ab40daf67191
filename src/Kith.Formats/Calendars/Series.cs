namespace Kith.Formats.Calendars;

/// <summary>All that files say about one UID: the latest version of the event and of each changed occurrence.</summary>
internal sealed class Series
{
    private Series(IReadOnlyList<CalendarEvent> versions)
    {
        Master = versions.Where(version => version.RecurrenceId is null).Aggregate((CalendarEvent?)null, Later);
        CalendarEvent[] changes = [.. versions.Where(version => version.RecurrenceId is not null)
            .GroupBy(version => version.RecurrenceId!.Order)
            .Select(same => same.Aggregate((CalendarEvent?)null, Later)!)];
        Replaced = TimeSet.Empty.With(changes.Select(change => change.RecurrenceId!));
        Changed = [.. changes.Where(change => !IsCancellation(change))];
        IsCancelled = Master is not null && IsCancellation(Master);
    }

    public CalendarEvent? Master { get; }

    /// <summary>The original starts of occurrences that were changed or cancelled.</summary>
    public TimeSet Replaced { get; }

    public IReadOnlyList<CalendarEvent> Changed { get; }

    public bool IsCancelled { get; }

    /// <summary>Groups events by UID in the order of their first mention; an event without UID stands alone.</summary>
    public static IEnumerable<Series> Of(IEnumerable<CalendarEvent> events)
    {
        List<List<CalendarEvent>> groups = [];
        Dictionary<string, List<CalendarEvent>> byUid = new(StringComparer.Ordinal);
        foreach (var each in events)
        {
            if (each.Uid is null || !byUid.TryGetValue(each.Uid, out var group))
            {
                groups.Add(group = []);
                if (each.Uid is not null) byUid.Add(each.Uid, group);
            }
            group.Add(each);
        }
        return groups.Select(group => new Series(group));
    }

    public static bool IsCancellation(CalendarEvent happening) => happening.Method == "CANCEL" || happening.Status == "CANCELLED";

    // A reply tells of one attendee, so it never outdoes the meeting itself (RFC 5546 §3.2.3); a cancellation wins a tie.
    private static CalendarEvent Later(CalendarEvent? one, CalendarEvent other) =>
        one is null || Rank(other).CompareTo(Rank(one)) >= 0 ? other : one;

    private static (bool, int, bool) Rank(CalendarEvent version) => (version.Method != "REPLY", version.Sequence, IsCancellation(version));
}

/// <summary>Times to look others up in, however each of them was written.</summary>
internal sealed record TimeSet(IReadOnlySet<DateTime> Moments, IReadOnlySet<DateTime> Locals, IReadOnlySet<DateTime> Days)
{
    public static TimeSet Empty { get; } = new(new HashSet<DateTime>(), new HashSet<DateTime>(), new HashSet<DateTime>());

    public TimeSet With(IEnumerable<CalendarTime> times)
    {
        CalendarTime[] all = [.. times];
        if (all.Length == 0) return this;
        return new(
            Moments.Concat(all.Where(time => time.Kind != TimeKind.Date).Select(time => time.Order)).ToHashSet(),
            Locals.Concat(all.Where(time => time.Kind == TimeKind.Floating).Select(time => time.Local)).ToHashSet(),
            Days.Concat(all.Where(time => time.Kind == TimeKind.Date).Select(time => time.Local)).ToHashSet());
    }

    public bool Has(CalendarTime time) => Moments.Contains(time.Order) || Locals.Contains(time.Local) || Days.Contains(time.Local.Date);
}
