using System.Globalization;
using static System.FormattableString;

namespace Kith.Formats.Calendars;

/// <summary>Groups content lines into components one at a time, mending what a file forgot to close.</summary>
internal sealed class Components(Stream source, string file, IssueLog issues, CalendarLimits limits)
{
    private static readonly string[] neverNested = ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"];

    private readonly List<Component> open = [];
    private readonly Queue<Component> closed = new();
    private string? method;
    private int tooDeep;
    private bool notUtf8, any;

    /// <summary>Every outermost component in the order of the file; a VCALENDAR comes without content, at its end.</summary>
    public IEnumerable<Component> Read()
    {
        var lines = new OctetLines(source, limits.MaxLineBytes);
        while (lines.Next())
        {
            if (lines.Bytes.Trim(" \t\0"u8).IsEmpty) continue;
            if (ContentLine.Parse(lines, () => NotUtf8(lines.Line)) is { } line) Take(line);
            else issues.Report(file, lines.Line, "calendar.line", "The line is not of the form NAME:value and was left out");
            if (lines.WasCut) issues.Report(file, lines.Line, "calendar.line.size", Invariant($"The line is longer than {limits.MaxLineBytes:N0} bytes and was cut"));
            while (closed.TryDequeue(out var done)) yield return done;
        }
        CloseDownTo(0, 0);
        if (!any) issues.Report(file, 0, "calendar.none", "There is no calendar in the file");
        while (closed.TryDequeue(out var done)) yield return done;
    }

    private void Take(ContentLine line)
    {
        if (line.Name == "BEGIN") Begin(Word(line.Value), line.Line);
        else if (line.Name == "END") End(Word(line.Value), line.Line);
        else if (open.Count > 0) Keep(open[^1], line);
        else if (line.Name == "METHOD") method = Word(line.Value);
    }

    private void Begin(string name, int line)
    {
        any = true;
        if (name == "VCALENDAR" || neverNested.Contains(name))
        {
            CloseDownTo(0, line);
            tooDeep = 0;
        }
        if (name == "VCALENDAR") method = null;
        else if (open.Count < limits.MaxDepth && tooDeep == 0) open.Add(new(name, line) { Method = method });
        else if (tooDeep++ == 0) issues.Report(file, line, "calendar.depth", Invariant($"More than {limits.MaxDepth} components inside each other; the inner ones were left out"));
    }

    private void End(string name, int line)
    {
        if (name == "VCALENDAR")
        {
            CloseDownTo(0, line);
            closed.Enqueue(new(name, line));
            method = null;
        }
        else if (tooDeep > 0) tooDeep--;
        else if (open.FindLastIndex(component => component.Name == name) is var at and >= 0)
        {
            CloseDownTo(at + 1, line);
            Close();
        }
        else issues.Report(file, line, "calendar.end", $"END:{Short(name)} closes nothing");
    }

    private void Keep(Component component, ContentLine line)
    {
        if (tooDeep > 0) return;
        if (component.Lines.Count < limits.MaxLines) component.Lines.Add(line);
        else if (!component.IsFull)
        {
            component.IsFull = true;
            issues.Report(file, line.Line, "calendar.lines", Invariant($"More than {limits.MaxLines:N0} lines in one {component.Name}; the rest was left out"));
        }
    }

    private void CloseDownTo(int depth, int line)
    {
        while (open.Count > depth)
        {
            issues.Report(file, line > 0 ? line : open[^1].Line, "calendar.end", $"{Short(open[^1].Name)} is not closed; it was taken to end here");
            Close();
        }
    }

    private void Close()
    {
        var component = open[^1];
        open.RemoveAt(open.Count - 1);
        if (open.Count == 0) closed.Enqueue(component);
        else if (open[^1].Name == "VTIMEZONE" && open[^1].Children.Count < limits.MaxObservances) open[^1].Children.Add(component);
    }

    private void NotUtf8(int line)
    {
        if (!notUtf8) issues.Report(file, line, "text.encoding", "The bytes on this line are not UTF-8; the text was read as windows-1252");
        notUtf8 = true;
    }

    private static string Word(string value) => value.Trim().ToUpper(CultureInfo.InvariantCulture);

    private static string Short(string name) => name.Length > 40 ? name[..40] : name;
}
