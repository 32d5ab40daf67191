namespace Kith.Domain.Identity;

/// <summary>All values of one field over all records, each distinct value once.</summary>
internal sealed class Column(FieldKind kind, string? name, int records)
{
    private readonly Dictionary<string, Value> raw = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Value> values = new(StringComparer.Ordinal);
    private readonly Value?[] first = new Value?[records];
    private Value[]?[]? more;

    internal FieldKind Kind { get; } = kind;

    internal string? Name { get; } = name;

    /// <summary>Records that have a value.</summary>
    internal int Filled { get; private set; }

    internal int Distinct => values.Count;

    /// <summary>Whether some record has several values.</summary>
    internal bool HasMore => more is not null;

    internal IEnumerable<Value> Values => values.Values;

    internal Value? First(int record) => first[record];

    internal ReadOnlySpan<Value> More(int record) => more is null ? [] : more[record];

    internal void Add(int record, string text)
    {
        if (!raw.TryGetValue(text, out var value))
            raw.Add(text, value = Known(text, Value.Normal(Kind, text)));
        if (value.Text.Length == 0)
            return;
        if (first[record] is null)
        {
            first[record] = value;
            Filled++;
            value.Count++;
        }
        else if (first[record] != value && !More(record).Contains(value))
        {
            more ??= new Value[]?[first.Length];
            more[record] = [.. more[record] ?? [], value];
            value.Count++;
        }
    }

    /// <summary>The value of that text, which need not stand in any record.</summary>
    internal Value Find(string text)
    {
        var normal = Value.Normal(Kind, text);
        return values.TryGetValue(normal, out var value) ? value : new(-1, normal, Kind);
    }

    /// <summary>Ranks the values by how rare they are; the spellings that were read are of no more use.</summary>
    internal void Close()
    {
        raw.Clear();
        var width = Math.Max(1, Math.Log2(first.Length) / Level.Rarities);
        foreach (var value in values.Values)
            value.Rarity = value.Count < 3 ? 0 : Math.Min(Level.Rarities - 1, (int)(Math.Log2(value.Count - 1) / width));
    }

    /// <summary>The values that several records have, by rarity.</summary>
    internal IEnumerable<(int Rarity, List<int> Records)> Members(int records)
    {
        var members = new List<int>?[values.Count];
        for (var record = 0; record < records; record++)
            if (first[record] is { Count: > 1 } value)
                (members[value.Id] ??= []).Add(record);
        foreach (var value in values.Values)
            if (members[value.Id] is { Count: > 1 } shared)
                yield return (value.Rarity, shared);
    }

    private Value Known(string text, string normal)
    {
        if (normal.Length == 0)
            return new(-1, "", Kind);
        if (!values.TryGetValue(normal, out var value))
            values.Add(normal, value = new(values.Count, normal, Kind));
        return value;
    }
}
