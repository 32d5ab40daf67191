using System.Globalization;
using System.Text;

namespace Kith.Formats.Calendars;

/// <summary>Writes an iCalendar file (RFC 5545) as its entries come.</summary>
public sealed class CalendarWriter(Stream target)
{
    // RFC 5545 §3.1: at most 75 octets a line, its end not counted; the space that continues a line counts.
    private const int MostOctets = 75;

    /// <summary>Begins the calendar.</summary>
    /// <param name="product">Who made it (PRODID).</param>
    /// <param name="ct">Ends the writing.</param>
    public Task Begin(string product, CancellationToken ct = default) =>
        Write(Line("BEGIN", "VCALENDAR") + Line("VERSION", "2.0") + Line("PRODID", Escape(product)) + Line("CALSCALE", "GREGORIAN"), ct);

    /// <summary>Writes an occasion (VEVENT).</summary>
    /// <param name="uid">Identifies it over all exports.</param>
    /// <param name="stamp">When this was written (UTC).</param>
    /// <param name="start">When it begins (UTC).</param>
    /// <param name="summary">Its title.</param>
    /// <param name="description">More about it.</param>
    /// <param name="url">Its address, when it is an absolute one.</param>
    /// <param name="ct">Ends the writing.</param>
    public Task Event(string uid, DateTime stamp, DateTime start, string summary, string? description = null, string? url = null, CancellationToken ct = default) =>
        Write(
            Line("BEGIN", "VEVENT") + Line("UID", Escape(uid)) + Line("DTSTAMP", Utc(stamp)) + Line("DTSTART", Utc(start)) + Line("SUMMARY", Escape(summary))
            + Optional("DESCRIPTION", description) + Address(url) + Line("END", "VEVENT"),
            ct);

    /// <summary>Writes something to be done (VTODO) that is not done yet.</summary>
    /// <param name="uid">Identifies it over all exports.</param>
    /// <param name="stamp">When this was written (UTC).</param>
    /// <param name="due">The day it is due.</param>
    /// <param name="summary">What is to be done.</param>
    /// <param name="description">More about it.</param>
    /// <param name="ct">Ends the writing.</param>
    public Task ToDo(string uid, DateTime stamp, DateOnly due, string summary, string? description = null, CancellationToken ct = default) =>
        Write(
            Line("BEGIN", "VTODO") + Line("UID", Escape(uid)) + Line("DTSTAMP", Utc(stamp)) + Line("DUE;VALUE=DATE", due.ToString("yyyyMMdd", CultureInfo.InvariantCulture))
            + Line("SUMMARY", Escape(summary)) + Optional("DESCRIPTION", description) + Line("STATUS", "NEEDS-ACTION") + Line("END", "VTODO"),
            ct);

    /// <summary>Ends the calendar.</summary>
    public Task End(CancellationToken ct = default) => Write(Line("END", "VCALENDAR"), ct);

    private static string Optional(string name, string? text) => string.IsNullOrEmpty(text) ? "" : Line(name, Escape(text));

    // A URI is not text, so it is not escaped (§3.3.13); its own spelling has no character that could end a line.
    private static string Address(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? Line("URL", address.AbsoluteUri) : "";

    private static string Utc(DateTime at) => at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // §3.3.11. Control characters other than a tab stand nowhere in text.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n"))
            if (c == '\n')
                escaped.Append("\\n");
            else if (c is '\\' or ';' or ',')
                escaped.Append('\\').Append(c);
            else if (!char.IsControl(c) || c == '\t')
                escaped.Append(c);
        return escaped.ToString();
    }

    // Cut between characters, never within one (§3.1 allows the octets of one to be torn apart, and readers stumble over it).
    private static string Line(string name, string value)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        return folded.Append("\r\n").ToString();
    }

    private async Task Write(string lines, CancellationToken ct) => await target.WriteAsync(Encoding.UTF8.GetBytes(lines), ct);
}
