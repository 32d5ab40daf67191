using Kith.Formats.Calendars;

namespace Kith.Tests.Formats.Calendars;

public sealed class CalendarTimeTests
{
    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20240301", "2024-03-01", TimeKind.Date)]
    [InlineData("DTSTART:20240301", "2024-03-01", TimeKind.Date)]
    [InlineData("DTSTART;VALUE=DATE;TZID=Europe/Berlin:20240301", "2024-03-01", TimeKind.Date)]
    [InlineData("DTSTART;VALUE=DATE:20240301T000000", "2024-03-01", TimeKind.Date)]
    [InlineData("DTSTART:20240301T090000", "2024-03-01T09:00:00", TimeKind.Floating)]
    [InlineData("DTSTART:20240301T090000T", "2024-03-01T09:00:00", TimeKind.Floating)]
    [InlineData("DTSTART:2024-03-01T09:00", "2024-03-01T09:00:00", TimeKind.Floating)]
    [InlineData("DTSTART:20240301T090000Z", "2024-03-01T09:00:00Z", TimeKind.Utc)]
    [InlineData("DTSTART;TZID=Etc/UTC:20240301T090000", "2024-03-01T09:00:00Z", TimeKind.Utc)]
    [InlineData("DTSTART:20240301T240000Z", "2024-03-02T00:00:00Z", TimeKind.Utc)]
    [InlineData("DTSTART:20240301T235960Z", "2024-03-01T23:59:59Z", TimeKind.Utc)]
    [InlineData("DTSTART;TZID=Europe/Berlin:20240301T090000", "2024-03-01T09:00:00+01:00", TimeKind.Zoned)]
    [InlineData("DTSTART;TZID=\"america/new_york\":20240701T090000", "2024-07-01T09:00:00-04:00", TimeKind.Zoned)]
    [InlineData("DTSTART;TZID=/mozilla.org/20070129_1/America/New_York:20240701T090000", "2024-07-01T09:00:00-04:00", TimeKind.Zoned)]
    [InlineData("DTSTART;TZID=Tokyo Standard Time:20240701T090000", "2024-07-01T09:00:00+09:00", TimeKind.Zoned)]
    [InlineData("DTSTART;TZID=(UTC-03:30) Brasília:20240701T090000", "2024-07-01T09:00:00-03:30", TimeKind.Zoned)]
    [InlineData("DTSTART;TZID=\"(UTC-03:00) Brasília\":20240701T090000", "2024-07-01T09:00:00-03:00", TimeKind.Zoned)]
    [InlineData("DTSTART:20240701T090000+0530", "2024-07-01T09:00:00+05:30", TimeKind.Zoned)]
    public void A_time_keeps_what_was_said(string line, string iso, TimeKind kind)
    {
        var start = CalendarFile.With(line).Event.Start!;

        (start.Iso, start.Kind).ShouldBe((iso, kind));
        start.Utc.HasValue.ShouldBe(kind is TimeKind.Utc or TimeKind.Zoned);
    }

    [Theory]
    [InlineData("20240230")]
    [InlineData("20240301T250000Z")]
    [InlineData("00000101T000000")]
    [InlineData("tomorrow")]
    [InlineData("-0011130T100000")]
    public void A_bad_date_is_reported_and_the_event_kept(string value)
    {
        var file = CalendarFile.With("SUMMARY:Still here", "DTSTART:" + value);

        file.Event.Summary.ShouldBe("Still here");
        file.Event.Start.ShouldBeNull();
        file.Problems.ShouldBe([(4, "calendar.date")]);
    }

    [Fact]
    public void A_zone_that_nobody_knows_is_reported_once_and_its_times_are_local()
    {
        var file = CalendarFile.With("DTSTART;TZID=Nowhere/Middle:20240301T090000", "DTEND;TZID=Nowhere/Middle:20240301T100000");

        file.Event.Start!.Iso.ShouldBe("2024-03-01T09:00:00");
        file.Event.Start.Zone.ShouldBe("Nowhere/Middle");
        file.Event.End!.Utc.ShouldBeNull();
        file.Problems.ShouldBe([(3, "calendar.zone")]);
    }

    [Theory]
    [InlineData("20240331T015959", "+01:00")]
    [InlineData("20240331T023000", "+01:00")]
    [InlineData("20240331T030000", "+02:00")]
    [InlineData("20241027T013000", "+02:00")]
    [InlineData("20241027T030000", "+01:00")]
    [InlineData("19500101T000000", "+00:30")]
    [InlineData("19700101T000000", "+01:00")]
    public void A_zone_of_the_file_counts_even_if_it_stands_after_the_event(string time, string offset)
    {
        var text = $"""
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;TZID=Our Own:{time}
            END:VEVENT
            BEGIN:VEVENT
            DTSTART:20240101T000000Z
            END:VEVENT
            BEGIN:VTIMEZONE
            TZID:Our Own
            BEGIN:STANDARD
            DTSTART:19601030T030000
            TZOFFSETFROM:+0030
            TZOFFSETTO:+0100
            END:STANDARD
            BEGIN:STANDARD
            DTSTART:19811025T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:19810329T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            END:VTIMEZONE
            END:VCALENDAR
            """;

        var file = CalendarFile.Of(text);

        file.Events[0].Start!.Iso.ShouldEndWith(offset);
        file.Events[1].Start!.Kind.ShouldBe(TimeKind.Utc);
        file.Issues.Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("DTSTART:20240301T090000Z", "PT1H30M", "2024-03-01T10:30:00Z")]
    [InlineData("DTSTART:20240301", "P1W", "2024-03-08")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20240330T120000", "P1D", "2024-03-31T12:00:00+02:00")]
    [InlineData("DTSTART;TZID=Europe/Berlin:20240330T120000", "PT24H", "2024-03-31T13:00:00+02:00")]
    [InlineData("DTSTART:99991231T000000Z", "P9D", null)]
    [InlineData("DTSTART:20240301T090000Z", "P999999999W", null)]
    public void A_duration_is_counted_from_the_start(string start, string duration, string? end) =>
        CalendarFile.With(start, "DURATION:" + duration).Event.End?.Iso.ShouldBe(end);
}
