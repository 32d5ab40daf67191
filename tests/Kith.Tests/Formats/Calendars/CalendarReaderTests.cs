using System.Text;
using Kith.Formats.Calendars;

namespace Kith.Tests.Formats.Calendars;

public sealed class CalendarReaderTests
{
    [Fact]
    public void An_invitation_is_read_with_everybody_in_it()
    {
        var invitation = CalendarFile.Sample("ics", "outlook-invitation.ics").Event;

        invitation.Uid.ShouldBe("invite-1@example.com");
        invitation.Method.ShouldBe("REQUEST");
        invitation.Status.ShouldBe("CONFIRMED");
        invitation.Sequence.ShouldBe(3);
        invitation.Summary.ShouldBe("Planning");
        invitation.Description.ShouldBe("Agenda:\n1. Hello; 2. Coffee, and more\nhttps://example.com/a");
        invitation.Location.ShouldBe("Harbor Room");
        invitation.Url.ShouldBe("https://example.com/meet/1");
        invitation.Categories.ShouldBe(["Work", "Harbor, old"]);
        invitation.Line.ShouldBe(20);
        invitation.Organizer.ShouldBe(new("orla.quill@example.com", "Quill, Orla"));
        invitation.Attendees.ShouldBe([
            new("ivo.pett@example.org", "Pett, Ivo", "NEEDS-ACTION"),
            new("bo+lind@example.org", "Bo\"Bee\" Lind", "ACCEPTED"),
            new("harbor@example.com", "Harbor Room", "ACCEPTED", IsPerson: false)]);
        invitation.Start!.Iso.ShouldBe("2024-07-01T09:00:00+02:00");
        invitation.End!.Utc.ShouldBe(new DateTime(2024, 7, 1, 8, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void A_calendar_of_the_nineties_is_read_too()
    {
        var file = CalendarFile.Sample("ics", "vcalendar-1.0.ics");

        file.Event.Summary.ShouldBe("Café mit Jürg");
        file.Event.Description.ShouldBe("First line\nSecond line");
        file.Event.Categories.ShouldBe(["MEETING", "TRAVEL"]);
        file.Event.Organizer.ShouldBe(new("ada.finch@example.com", "Ada Finch"));
        file.Event.Attendees.ShouldBe([
            new("ada.finch@example.com", "Ada Finch", "ACCEPTED"), new("jo.rook@example.org", null, "NEEDS-ACTION")]);
        file.Event.Rrule.ShouldBe("W2 TU #10");
        file.Tasks.ShouldHaveSingleItem().Done.ShouldBeTrue();
        file.Issues.Total.ShouldBe(0);
    }

    [Fact]
    public void Nothing_is_lost_of_a_file_that_forgets_to_close_and_says_nonsense()
    {
        var file = CalendarFile.Sample("ics", "unfinished.ics");

        file.Events.Select(each => (each.Uid, each.Start?.Iso, each.End?.Iso, each.Method, each.Line)).ShouldBe([
            ("a", "2024-03-01T09:00:00Z", null, null, 3),
            ("b", null, "2024-03-01T10:00:00Z", null, 7),
            ("c", "2024-03-02", "2024-03-04", "CANCEL", 20)]);
        file.Problems.ShouldBe([
            (7, "calendar.end"), (10, "calendar.date"), (11, "calendar.line"), (15, "calendar.end"), (16, "calendar.end"), (20, "calendar.end")]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\r\r\n")]
    public void Any_line_break_will_do(string lineBreak)
    {
        var file = CalendarFile.Of(CalendarFile.Wrap("SUMMARY:one", "  two", "\t three", "DTSTART:20240301").Replace("\n", lineBreak, StringComparison.Ordinal));

        file.Event.Summary.ShouldBe("one two three");
        file.Event.Start!.Iso.ShouldBe("2024-03-01");
        file.Issues.Total.ShouldBe(0);
    }

    [Fact]
    public void A_folded_line_is_joined_octet_by_octet()
    {
        byte[] text = Encoding.UTF8.GetBytes(CalendarFile.Wrap("SUMMARY:Grüße 😀", "DTSTART:20240301"));
        byte[] folded = [.. text.SelectMany(octet => octet >= 0x80 ? new byte[] { (byte)'\r', (byte)'\n', (byte)' ', octet } : [octet])];

        CalendarFile.Of(folded).Event.Summary.ShouldBe("Grüße 😀");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_is_no_part_of_the_text(string encoding)
    {
        var unicode = Encoding.GetEncoding(encoding);
        var text = CalendarFile.Wrap("SUMMARY:Grüße 😀", "DTSTART:20240301", "DESCRIPTION:" + new string('ü', 40_000));

        var file = CalendarFile.Of([.. unicode.GetPreamble(), .. unicode.GetBytes(text)]);

        file.Event.Summary.ShouldBe("Grüße 😀");
        file.Event.Description!.Length.ShouldBe(40_000);
        file.Issues.Total.ShouldBe(0);
    }

    [Fact]
    public void Octets_that_are_not_utf8_are_read_as_windows_1252_and_reported_once()
    {
        var file = CalendarFile.Of(Encoding.Latin1.GetBytes(CalendarFile.Wrap("SUMMARY:Grüße", "LOCATION:Köln", "DTSTART:20240301")));

        file.Event.Summary.ShouldBe("Grüße");
        file.Event.Location.ShouldBe("Köln");
        file.Problems.ShouldBe([(3, "text.encoding")]);
    }

    [Theory]
    [InlineData("ORGANIZER:ada@example.com", "ada@example.com", null)]
    [InlineData("ORGANIZER;CN=Ada:mailto:ada@example.com", "ada@example.com", "Ada")]
    [InlineData("ORGANIZER;CN='Ada':Mailto:ada@example.com?subject=x", "ada@example.com", "Ada")]
    [InlineData("ORGANIZER;CN=A^^da:mailto:ada@example.com", "ada@example.com", "A^da")]
    [InlineData("ORGANIZER;CN=Ada;EMAIL=ada@example.com:urn:uuid:7", "ada@example.com", "Ada")]
    [InlineData("ORGANIZER;CN=Ada:invalid:nomail", null, "Ada")]
    [InlineData("ORGANIZER:https://example.com/principals/ada", null, null)]
    [InlineData("ORGANIZER;CN=\"Ada:mailto:ada@example.com", "ada@example.com", "Ada")]
    public void An_organiser_is_found_in_every_spelling(string line, string? email, string? name)
    {
        var organizer = CalendarFile.With("DTSTART:20240301", line).Event.Organizer;

        (organizer?.Email, organizer?.Name).ShouldBe((email, name));
    }

    [Fact]
    public void What_is_too_deep_and_never_closed_hides_no_event_after_it()
    {
        var text = string.Concat(Enumerable.Repeat("BEGIN:X\n", 20)) + CalendarFile.Wrap("DTSTART:20240301");

        CalendarFile.Of(text).Event.Start!.Iso.ShouldBe("2024-03-01");
    }

    [Fact]
    public void A_file_without_a_calendar_is_reported() =>
        CalendarFile.Of("hello, world").Problems.ShouldContain((0, "calendar.none"));

    [Fact]
    public void What_is_too_much_is_left_out_and_reported()
    {
        var limits = new CalendarLimits { MaxLineBytes = 100, MaxLines = 5, MaxAttendees = 2, MaxItems = 2, MaxDepth = 3 };
        var attendees = Enumerable.Range(0, 4).Select(i => $"ATTENDEE:mailto:a{i}@example.com").ToArray();

        CalendarFile.Of(CalendarFile.Wrap("DTSTART:20240301", "SUMMARY:" + new string('x', 200)), limits).Event.Summary!.Length.ShouldBe(92);
        CalendarFile.Of(CalendarFile.Wrap(["DTSTART:20240301", .. attendees]), limits).Event.Attendees.Count.ShouldBe(2);
        var deep = CalendarFile.Of(CalendarFile.Wrap([.. Enumerable.Repeat("BEGIN:X", 9), "SUMMARY:inner", .. Enumerable.Repeat("END:X", 9), "DTSTART:20240301"]), limits);
        deep.Event.Start!.Iso.ShouldBe("2024-03-01");
        deep.Event.Summary.ShouldBeNull();
        deep.Problems.ShouldBe([(5, "calendar.depth")]);
        var many = CalendarFile.Of(string.Concat(Enumerable.Repeat(CalendarFile.Wrap("DTSTART:20240301") + "\n", 5)), limits);
        many.Items.Count.ShouldBe(2);
        many.Problems.ShouldBe([(12, "calendar.items")]);
        CalendarFile.Of(CalendarFile.Wrap("A:1", "A:2", "A:3", "A:4", "A:5", "DTSTART:20240301", "A:7"), limits).Problems
            .ShouldBe([(2, "calendar.start"), (8, "calendar.lines")], ignoreOrder: true);
    }
}
