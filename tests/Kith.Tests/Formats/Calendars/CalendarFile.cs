using System.Text;
using Kith.Formats;
using Kith.Formats.Calendars;

namespace Kith.Tests.Formats.Calendars;

/// <summary>What one calendar file was read into.</summary>
internal sealed class CalendarFile
{
    private CalendarFile(byte[] bytes, CalendarLimits? limits)
    {
        using var stream = new MemoryStream(bytes);
        Items = [.. CalendarReader.Read(stream, "t.ics", Issues, limits)];
    }

    public IssueLog Issues { get; } = new();

    public IReadOnlyList<CalendarItem> Items { get; }

    public IReadOnlyList<CalendarEvent> Events => [.. Items.OfType<CalendarEvent>()];

    public IReadOnlyList<CalendarTask> Tasks => [.. Items.OfType<CalendarTask>()];

    public CalendarEvent Event => Events.ShouldHaveSingleItem();

    public IEnumerable<(int Line, string Code)> Problems => Issues.Items.Select(issue => (issue.Line, issue.Code));

    public static CalendarFile Sample(string folder, string name) =>
        new(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", folder, name)), null);

    public static CalendarFile Of(byte[] bytes, CalendarLimits? limits = null) => new(bytes, limits);

    public static CalendarFile Of(string text, CalendarLimits? limits = null) => new(Encoding.UTF8.GetBytes(text), limits);

    /// <summary>One event with these lines.</summary>
    public static CalendarFile With(params string[] lines) => Of(Wrap(lines));

    public static string Wrap(params string[] lines) =>
        string.Join('\n', ["BEGIN:VCALENDAR", "BEGIN:VEVENT", .. lines, "END:VEVENT", "END:VCALENDAR"]);
}
