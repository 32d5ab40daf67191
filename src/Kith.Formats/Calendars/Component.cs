namespace Kith.Formats.Calendars;

/// <summary>What stands between a BEGIN and its END.</summary>
internal sealed class Component(string name, int line)
{
    /// <summary>Upper case, for example VEVENT.</summary>
    public string Name { get; } = name;

    public int Line { get; } = line;

    public List<ContentLine> Lines { get; } = [];

    /// <summary>The parts of a time zone; those of other components are not kept.</summary>
    public List<Component> Children { get; } = [];

    /// <summary>The METHOD of the calendar around it, upper case.</summary>
    public string? Method { get; init; }

    /// <summary>Whether lines were left out because there were too many.</summary>
    public bool IsFull { get; set; }

    public ContentLine? First(string name) => Lines.Find(line => line.Name == name);

    public IEnumerable<ContentLine> All(string name) => Lines.Where(line => line.Name == name);

    public string? Text(string name) => First(name)?.Text;
}
