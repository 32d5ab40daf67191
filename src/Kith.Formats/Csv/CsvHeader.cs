using System.Globalization;

namespace Kith.Formats.Csv;

/// <summary>The columns of a delimited file, found by name whatever their order, case, spaces or punctuation.</summary>
public sealed class CsvHeader
{
    private readonly Dictionary<string, int> firstByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> asked = new(StringComparer.Ordinal);

    public CsvHeader(IReadOnlyList<string> names)
    {
        Names = names;
        for (var i = 0; i < names.Count; i++)
            if (KeyOf(names[i]) is { Length: > 0 } key)
            {
                // A name may stand several times (LinkedIn's Ad_Targeting has three "Company Names"): the first one counts.
                firstByKey.TryAdd(key, i);
                Width = i + 1;
            }
    }

    /// <summary>The columns as written.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The fields a row must have: all columns but the empty ones at the end.</summary>
    public int Width { get; }

    public bool Has(string name) => IndexOf(name) >= 0;

    /// <summary>The first column of that name, or -1.</summary>
    public int IndexOf(string name)
    {
        if (asked.TryGetValue(name, out var index)) return index;
        return asked[name] = firstByKey.GetValueOrDefault(KeyOf(name), -1);
    }

    /// <summary>All columns of that name.</summary>
    public IEnumerable<int> IndexesOf(string name)
    {
        var key = KeyOf(name);
        return Enumerable.Range(0, Names.Count).Where(i => KeyOf(Names[i]) == key);
    }

    public override string ToString() => string.Join(", ", Names.Take(Width));

    /// <summary>What stays of a column or file name when case, spaces and punctuation are taken away.</summary>
    public static string KeyOf(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);
}
