using System.Text;
using CsCheck;
using Ical.Net;
using Kith.Formats.Calendars;

namespace Kith.Tests.Formats;

public sealed class CalendarWriterTests
{
    private static readonly DateTime Stamp = new(2030, 3, 6, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<string> Words = Gen.OneOf<string>(
        Gen.OneOf("\\", ";", ",", ":", "\"", "\n", "é", "漢", "😀", "\\n", "BEGIN:VEVENT", " "), Gen.Char.AlphaNumeric.Select(c => c.ToString())).Array[1, 120].Select(parts => "x" + string.Concat(parts) + "x");

    [Fact]
    public void Any_text_is_folded_by_octets_and_read_back() => Gen.Select(Words, Words).Sample((summary, description) =>
    {
        var text = Write(calendar => calendar.Event("1@example.com", Stamp, Stamp, summary, description));

        text.ShouldEndWith("\r\n");
        foreach (var line in text.Split("\r\n"))
        {
            Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75);
            line.ShouldNotContain('\n');
            line.ShouldNotContain('\r');
        }
        var read = Calendar.Load(text)!.Events.Single();
        read.Summary.ShouldBe(summary);
        read.Description.ShouldBe(description);
    });

    [Fact]
    public void A_character_is_never_cut_in_two()
    {
        var text = Write(calendar => calendar.Event("1", Stamp, Stamp, string.Concat(Enumerable.Repeat("漢", 100))));

        var lines = text.Split("\r\n").Where(line => line.Contains('漢', StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBe(5);
        lines.Sum(line => line.Count(c => c == '漢')).ShouldBe(100);
        text.ShouldNotContain('\uFFFD');
    }

    [Fact]
    public void Times_are_in_UTC_and_days_have_no_time()
    {
        var text = Write(async calendar =>
        {
            await calendar.Event("e@example.com", Stamp, new(2030, 5, 6, 17, 30, 9, DateTimeKind.Utc), "Dinner", url: "https://example.com/a b");
            await calendar.ToDo("t@example.com", Stamp, new(2030, 4, 2), "Thank Ana");
        });

        text.ShouldBe(string.Join("\r\n",
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT", "UID:e@example.com", "DTSTAMP:20300306T090000Z", "DTSTART:20300506T173009Z", "SUMMARY:Dinner", "URL:https://example.com/a%20b", "END:VEVENT",
            "BEGIN:VTODO", "UID:t@example.com", "DTSTAMP:20300306T090000Z", "DUE;VALUE=DATE:20300402", "SUMMARY:Thank Ana", "STATUS:NEEDS-ACTION", "END:VTODO",
            "END:VCALENDAR", ""));
    }

    [Theory]
    [InlineData("no address")]
    [InlineData("relative/path")]
    [InlineData("")]
    public void What_is_no_address_is_left_out(string url) => Write(calendar => calendar.Event("1", Stamp, Stamp, "Dinner", url: url)).ShouldNotContain("URL");

    [Fact]
    public void Control_characters_do_not_get_into_a_line() => Write(calendar => calendar.Event("1", Stamp, Stamp, "a\0b\u0007c\rd")).ShouldContain("SUMMARY:abc\\nd\r\n");

    private static string Write(Func<CalendarWriter, Task> entries)
    {
        using var target = new MemoryStream();
        var calendar = new CalendarWriter(target);
        calendar.Begin("-//Test//EN").IsCompletedSuccessfully.ShouldBeTrue();
        entries(calendar).IsCompletedSuccessfully.ShouldBeTrue();
        calendar.End().IsCompletedSuccessfully.ShouldBeTrue();
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
