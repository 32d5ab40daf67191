using Kith.Formats.Calendars;

namespace Kith.Tests.Formats.Calendars;

public sealed class MeetingsTests
{
    private const string Start = "DTSTART:20240101T090000Z";
    private const string Me = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.com";
    private const string Other = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@example.org";

    [Theory]
    [InlineData(true, Start, Me, Other)]
    [InlineData(true, Start, "ORGANIZER:mailto:ada@example.org", Me)]
    [InlineData(true, Start, "ORGANIZER:mailto:ME@example.com", Other)]
    [InlineData(false, "DTSTART;VALUE=DATE:20240101", Me, Other)]
    [InlineData(false, Start, "ATTENDEE;PARTSTAT=DECLINED:mailto:Me@Example.com", Other)]
    [InlineData(false, Start, Me)]
    [InlineData(false, Start)]
    [InlineData(false, Start, "ORGANIZER:mailto:me@example.com", "ATTENDEE;CUTYPE=ROOM:mailto:room@example.com")]
    [InlineData(false, Start, Me, "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.org")]
    [InlineData(false, Start, Me, Other, "STATUS:CANCELLED")]
    public void A_meeting_is_where_the_owner_met_somebody(bool isMeeting, params string[] lines) =>
        Meetings.Among(CalendarFile.With(lines).Events, ["me@example.com"]).Any().ShouldBe(isMeeting);

    [Fact]
    public void An_occurrence_that_was_declined_alone_is_no_meeting()
    {
        var file = CalendarFile.Of($"""
            BEGIN:VEVENT
            UID:w
            {Start}
            RRULE:FREQ=DAILY;COUNT=3
            {Me}
            {Other}
            END:VEVENT
            BEGIN:VEVENT
            UID:w
            RECURRENCE-ID:20240102T090000Z
            DTSTART:20240102T090000Z
            {Me.Replace("ACCEPTED", "DECLINED", StringComparison.Ordinal)}
            {Other}
            END:VEVENT
            """);
        var occurrences = Occurrences.Expand(file.Events, DateTime.MinValue, DateTime.MaxValue, "t.ics", new());

        Meetings.Among(occurrences, ["me@example.com"]).Select(each => each.Start.Local.Day).ShouldBe([1, 3]);
    }
}
