namespace Kith.Domain.Identity;

/// <summary>Short, pet and foreign forms of given names; the sources stand in <c>Nicknames.txt</c>.</summary>
public static class Nicknames
{
    private static readonly Dictionary<string, List<string>> Formal = Read();

    /// <summary>Whether the folded name is a usual short form of the other.</summary>
    public static bool IsShortFor(string form, string name) => Formal.TryGetValue(form, out var names) && names.Contains(name);

    /// <summary>Whether two folded given names are forms of one name: Bob and Robert, Bob and Rob.</summary>
    public static bool Related(string a, string b) => IsShortFor(a, b) || IsShortFor(b, a) || ShareName(a, b);

    /// <summary>The names that the folded name is a form of.</summary>
    public static IReadOnlyList<string> NamesBehind(string form) => Formal.TryGetValue(form, out var names) ? names : [];

    private static bool ShareName(string a, string b)
    {
        if (!Formal.TryGetValue(a, out var first) || !Formal.TryGetValue(b, out var second))
            return false;
        foreach (var name in first)
            if (second.Contains(name)) return true;
        return false;
    }

    private static Dictionary<string, List<string>> Read()
    {
        var formal = new Dictionary<string, List<string>>(2_048, StringComparer.Ordinal);
        using var text = new StreamReader(typeof(Nicknames).Assembly.GetManifestResourceStream("Nicknames.txt")!);
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            foreach (var entry in line.Split(' '))
            {
                var colon = entry.IndexOf(':', StringComparison.Ordinal);
                var name = entry[..colon];
                foreach (var form in entry[(colon + 1)..].Split(','))
                {
                    if (!formal.TryGetValue(form, out var names))
                        formal.Add(form, names = []);
                    names.Add(name);
                }
            }
        }
        return formal;
    }
}
