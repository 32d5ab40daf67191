using CsCheck;
using Kith.Formats.Calendars;

namespace Kith.Tests.Formats.Calendars;

public sealed class CalendarProperties
{
    private static readonly byte[][] samples =
    [
        .. new[] { "ics", "vtodo" }.SelectMany(folder => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples", folder)))
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
    ];

    private static readonly Gen<string> Text =
        Gen.OneOf<string>(Gen.OneOf("\\", ",", ";", ":", "\"", "é", "😀", "李", " ", "a", "\n", "^", "=3D", "="), Gen.Char.AlphaNumeric.Select(c => c.ToString()))
            .Array[0, 60].Select(parts => string.Concat(parts).Trim());

    [Fact]
    public void Any_text_written_with_escapes_and_folds_is_read_back() =>
        Gen.Select(Text, Text, Gen.Int[10, 75], Gen.OneOf("\n", "\r\n")).Sample((summary, location, width, lineBreak) =>
        {
            var lines = new[] { "SUMMARY:" + Escape(summary), "LOCATION:" + Escape(location), "DTSTART:20240301" }.Select(line => Fold(line, width));
            var bytes = System.Text.Encoding.UTF8.GetBytes("BEGIN:VEVENT\n").Concat(lines.SelectMany(line => line)).Concat("END:VEVENT"u8.ToArray());

            var file = CalendarFile.Of([.. bytes.SelectMany(octet => octet == '\n' ? lineBreak.Select(c => (byte)c) : [octet])]);

            (file.Event.Summary ?? "").ShouldBe(summary);
            (file.Event.Location ?? "").ShouldBe(location);
            file.Issues.Total.ShouldBe(0);
        });

    [Fact]
    public void No_damage_makes_the_reader_throw_or_lose_the_way() =>
        Gen.Select(Gen.Int[0, samples.Length - 1], Gen.Select(Gen.Int[0, 4_000], Gen.Byte, Gen.Int[0, 3]).Array[1, 8]).Sample((sample, edits) =>
        {
            var bytes = samples[sample].ToList();
            foreach (var (at, octet, kind) in edits) Edit(bytes, at % bytes.Count, octet, kind);

            var file = CalendarFile.Of([.. bytes]);

            file.Items.Count.ShouldBeLessThan(40);
            Occurrences.Expand(file.Events, DateTime.MinValue, DateTime.MaxValue, "t.ics", new(), Few).Count.ShouldBeLessThanOrEqualTo(Few.MaxOccurrences);
            Meetings.Among(file.Events, ["ada.finch@example.com"]).Count().ShouldBeLessThanOrEqualTo(file.Events.Count);
        }, iter: 3_000);

    [Fact]
    public void No_rule_makes_the_expansion_throw_or_pass_its_limits()
    {
        var part = Gen.OneOf(
            "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=SECONDLY", "INTERVAL=1", "INTERVAL=9999", "INTERVAL=99999999999", "COUNT=3",
            "COUNT=9223372036854775807", "COUNT=-1", "UNTIL=99991231", "UNTIL=00010101T000000Z", "BYDAY=MO", "BYDAY=-53SU,5FR", "BYDAY=5MO", "BYDAY=XX",
            "BYMONTH=1", "BYMONTHDAY=31", "WKST=SU", "WKST=", "BYSETPOS=1", "=", ";");
        var start = Gen.OneOf("00010101", "00010101T000000Z", "99991231T235959Z", "99991231", "20240131T090000", "20240229", "TZID:20240331T023000");
        var zone = Gen.OneOf("", ";TZID=Europe/Berlin", ";TZID=Pacific/Kiritimati", ";TZID=UTC-12");
        Gen.Select(start, zone, part.Array[1, 6]).Sample((day, tzid, parts) =>
        {
            var file = CalendarFile.With($"DTSTART{tzid}:{day}", "DURATION:P1D", "RRULE:" + string.Join(';', parts), "RDATE:00010101,99991231", "EXDATE:20240101");

            Occurrences.Expand(file.Events, DateTime.MinValue, DateTime.MaxValue, "t.ics", new(), Few).Count.ShouldBeLessThanOrEqualTo(Few.MaxOccurrences);
        }, iter: 2_000);
    }

    private static readonly ExpansionLimits Few = new() { MaxOccurrences = 50, MaxPerEvent = 20, MaxStepsPerEvent = 200, MaxSteps = 2_000 };

    private static void Edit(List<byte> bytes, int at, byte octet, int kind)
    {
        if (kind == 0) bytes[at] = octet;
        else if (kind == 1) bytes.Insert(at, octet);
        else if (kind == 2 && bytes.Count > 1) bytes.RemoveAt(at);
        else bytes.InsertRange(at, bytes.Skip(at).Take(octet).ToArray());
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal);

    private static IEnumerable<byte> Fold(string line, int width) =>
        System.Text.Encoding.UTF8.GetBytes(line).Chunk(width).SelectMany((chunk, i) => i == 0 ? chunk : [(byte)'\n', (byte)' ', .. chunk]).Append((byte)'\n');
}
