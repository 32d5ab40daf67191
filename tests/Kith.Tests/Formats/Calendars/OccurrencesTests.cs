using Kith.Formats;
using Kith.Formats.Calendars;

namespace Kith.Tests.Formats.Calendars;

public sealed class OccurrencesTests
{
    [Theory]
    [InlineData("20240101", "FREQ=DAILY;COUNT=3", "2024-01-01 2024-01-02 2024-01-03")]
    [InlineData("20240101", "FREQ=DAILY;INTERVAL=10;UNTIL=20240121", "2024-01-01 2024-01-11 2024-01-21")]
    [InlineData("20240105", "FREQ=DAILY;BYDAY=MO,TU;COUNT=3", "2024-01-05 2024-01-08 2024-01-09")]
    [InlineData("20240102", "FREQ=WEEKLY;COUNT=3;BYDAY=TU,TH", "2024-01-02 2024-01-04 2024-01-09")]
    [InlineData("20240102", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "2024-01-02 2024-01-07 2024-01-16 2024-01-21")]
    [InlineData("20240102", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "2024-01-02 2024-01-14 2024-01-16 2024-01-28")]
    [InlineData("20240131", "FREQ=MONTHLY;COUNT=3", "2024-01-31 2024-03-31 2024-05-31")]
    [InlineData("20240115", "FREQ=MONTHLY;BYMONTHDAY=15;COUNT=2", "2024-01-15 2024-02-15")]
    [InlineData("20240126", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "2024-01-26 2024-02-23 2024-03-29")]
    [InlineData("20240101", "FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=3", "2024-01-01 2024-01-15 2024-02-05")]
    [InlineData("20240229", "FREQ=YEARLY;COUNT=2", "2024-02-29 2028-02-29")]
    [InlineData("20241128", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2", "2024-11-28 2025-11-27")]
    [InlineData("20240101", "FREQ=YEARLY;BYDAY=1MO;COUNT=2", "2024-01-01 2025-01-06")]
    public void A_series_takes_place_when_its_rule_says(string start, string rule, string days) =>
        string.Join(' ', Expand(CalendarFile.With("DTSTART;VALUE=DATE:" + start, "RRULE:" + rule)).Select(each => each.Start.Iso)).ShouldBe(days);

    [Fact]
    public void The_clock_time_stays_when_the_clocks_change()
    {
        var file = CalendarFile.With(
            "DTSTART;TZID=Europe/Berlin:20240330T090000", "DTEND;TZID=Europe/Berlin:20240330T100000", "RRULE:FREQ=DAILY;UNTIL=20240331T070000Z");

        Expand(file).Select(each => (each.Start.Iso, each.End!.Iso)).ShouldBe([
            ("2024-03-30T09:00:00+01:00", "2024-03-30T10:00:00+01:00"), ("2024-03-31T09:00:00+02:00", "2024-03-31T10:00:00+02:00")]);
    }

    [Fact]
    public void Changed_cancelled_excluded_and_added_times_are_respected()
    {
        var text = """
            BEGIN:VEVENT
            UID:s
            SUMMARY:Old name
            SEQUENCE:0
            DTSTART:20240101T090000Z
            RRULE:FREQ=DAILY;COUNT=9
            END:VEVENT
            BEGIN:VEVENT
            UID:s
            SUMMARY:Stand-up
            SEQUENCE:2
            DTSTART:20240101T100000Z
            RRULE:FREQ=DAILY;COUNT=5
            EXDATE:20240102T100000Z
            RDATE:20240109T100000Z,20240105T100000Z
            END:VEVENT
            BEGIN:VEVENT
            UID:s
            SUMMARY:Moved
            RECURRENCE-ID:20240103T100000Z
            DTSTART:20240103T150000Z
            END:VEVENT
            BEGIN:VEVENT
            UID:s
            STATUS:CANCELLED
            RECURRENCE-ID:20240104T100000Z
            DTSTART:20240104T100000Z
            END:VEVENT
            """;

        Expand(CalendarFile.Of(text)).Select(each => $"{each.Start.Iso} {each.Event.Summary}").ShouldBe([
            "2024-01-01T10:00:00Z Stand-up", "2024-01-03T15:00:00Z Moved", "2024-01-05T10:00:00Z Stand-up", "2024-01-09T10:00:00Z Stand-up"]);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 0)]
    [InlineData(-1, 1)]
    public void A_cancellation_takes_the_event_away_unless_it_was_called_again(int newer, int left)
    {
        var meeting = CalendarFile.With("UID:m", "SEQUENCE:5", "DTSTART:20240101T090000Z").Event;
        var cancelled = meeting with { Method = "CANCEL", Sequence = meeting.Sequence + newer };

        Expand([cancelled, meeting]).Count.ShouldBe(left);
    }

    [Fact]
    public void A_reply_does_not_replace_the_meeting_it_answers()
    {
        var meeting = CalendarFile.With("UID:m", "SUMMARY:All of us", "DTSTART:20240101T090000Z").Event;

        Expand([meeting, meeting with { Method = "REPLY", Sequence = 9, Summary = "Re" }]).ShouldHaveSingleItem().Event.Summary.ShouldBe("All of us");
    }

    [Theory]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=HOURLY;COUNT=3")]
    [InlineData("FREQ=DAILY;BYHOUR=1,2,3")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20")]
    [InlineData("FREQ=DAILY;INTERVAL=0")]
    [InlineData("FREQ=DAILY;UNTIL=never")]
    [InlineData("W2 TU #10")]
    public void A_rule_that_is_not_worked_out_is_reported_and_leaves_its_first_time(string rule)
    {
        var issues = new IssueLog();

        Occurrences.Expand(CalendarFile.With("DTSTART:20240101T090000Z", "RRULE:" + rule).Events, From, To, "t.ics", issues)
            .ShouldHaveSingleItem().Event.Rrule.ShouldBe(rule);

        issues.Items.ShouldHaveSingleItem().ShouldBe(new("t.ics", 2, "calendar.rule", "The recurrence rule was not worked out; only the first time is known"));
    }

    [Theory]
    [InlineData("FREQ=DAILY;COUNT=1000000000")]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=YEARLY;BYDAY=SU,MO,TU,WE,TH,FR,SA")]
    public void A_series_without_measure_ends_where_the_limits_say(string rule)
    {
        var limits = new ExpansionLimits { MaxOccurrences = 150, MaxPerEvent = 100, MaxStepsPerEvent = 1_000 };
        var issues = new IssueLog();
        var events = Enumerable.Repeat(CalendarFile.With("DTSTART:20240101T090000Z", "RRULE:" + rule).Event, 3);

        Occurrences.Expand(events, From, DateTime.MaxValue, "t.ics", issues, limits).Count.ShouldBe(150);

        issues.Items.Select(issue => issue.Code).Distinct().ShouldBe(["calendar.occurrences"]);
    }

    [Fact]
    public void Steps_are_counted_over_all_events_together()
    {
        var limits = new ExpansionLimits { MaxSteps = 1_000 };
        var issues = new IssueLog();
        var ancient = CalendarFile.With("DTSTART:16010101T090000Z", "RRULE:FREQ=DAILY;COUNT=1000000000").Event;

        Occurrences.Expand(Enumerable.Repeat(ancient, 5), From, To, "t.ics", issues, limits).ShouldBeEmpty();

        issues.Items.Count(issue => issue.Code == "calendar.steps").ShouldBe(5);
    }

    [Fact]
    public void An_old_series_is_not_walked_through_from_its_beginning()
    {
        var limits = new ExpansionLimits { MaxSteps = 400 };
        var daily = CalendarFile.With("DTSTART:16010101T090000Z", "RRULE:FREQ=DAILY").Event;

        var found = Occurrences.Expand([daily], From, From.AddDays(30), "t.ics", new(), limits);

        found.Count.ShouldBe(30);
        found[0].Start.Iso.ShouldBe("2024-01-01T09:00:00Z");
    }

    private static readonly DateTime From = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime To = new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static IReadOnlyList<Occurrence> Expand(CalendarFile file) => Expand(file.Events);

    private static IReadOnlyList<Occurrence> Expand(IEnumerable<CalendarEvent> events) => Occurrences.Expand(events, From, To, "t.ics", new());
}
