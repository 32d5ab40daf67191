namespace Kith.Domain.Identity;

/// <summary>The records column by column, in the order of their keys.</summary>
internal sealed class Corpus
{
    /// <summary>A pattern of agreements is kept in 64 bits.</summary>
    internal const int MaxColumns = 64 / Level.Bits;

    // In a handful of records a value that all have may well be a key; in more it tells nothing.
    private const int FewRecords = 50;

    // Record by record, because candidates are compared record by record.
    private readonly Value?[] first;
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);

    internal Corpus(IReadOnlyList<IdentityRecord> records)
    {
        Records = new IdentityRecord[records.Count];
        for (var i = 0; i < records.Count; i++)
            Records[i] = records[i];
        Array.Sort(Records, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        var columns = new Dictionary<(FieldKind, string?), Column>();
        HasParts = Array.Exists(Records, static record => Has(record, FieldKind.GivenName) || Has(record, FieldKind.FamilyName));
        for (var i = 0; i < Records.Length; i++)
        {
            byKey[Records[i].Key] = i;
            foreach (var value in Has(Records[i], FieldKind.FullName) ? NameParts.Of(Records[i], HasParts) : Records[i].Values)
            {
                if (!columns.TryGetValue((value.Kind, value.Field), out var column))
                    columns.Add((value.Kind, value.Field), column = new(value.Kind, value.Field, Records.Length));
                column.Add(i, value.Text);
            }
        }
        var kept = new List<Column>(columns.Values);
        kept.RemoveAll(column => column.Distinct < (Records.Length < FewRecords ? 1 : 2));
        kept.Sort(static (a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : string.CompareOrdinal(a.Name, b.Name));
        if (kept.Count > MaxColumns)
            kept.RemoveRange(MaxColumns, kept.Count - MaxColumns);
        foreach (var column in kept)
            column.Close();
        Columns = [.. kept];
        first = new Value?[Records.Length * Columns.Length];
        for (var column = 0; column < Columns.Length; column++)
            for (var record = 0; record < Records.Length; record++)
                first[(record * Columns.Length) + column] = Columns[column].First(record);
        Given = Array.FindIndex(Columns, static column => column.Kind == FieldKind.GivenName);
        Family = Array.FindIndex(Columns, static column => column.Kind == FieldKind.FamilyName);
    }

    internal IdentityRecord[] Records { get; }

    internal Column[] Columns { get; }

    /// <summary>The column of given names, or -1.</summary>
    internal int Given { get; }

    /// <summary>The column of family names, or -1.</summary>
    internal int Family { get; }

    internal int Count => Records.Length;

    /// <summary>Whether names come in parts.</summary>
    internal bool HasParts { get; }

    /// <summary>The values of a record, which need not be one of the set.</summary>
    internal Row RowOf(IdentityRecord record)
    {
        var values = new List<Value>[Columns.Length];
        foreach (var value in NameParts.Of(record, HasParts))
        {
            var column = Array.FindIndex(Columns, c => c.Kind == value.Kind && c.Name == value.Field);
            if (column >= 0 && Columns[column].Find(value.Text) is { Text.Length: > 0 } found)
                (values[column] ??= []).Add(found);
        }
        return new(values);
    }

    /// <summary>The first value of a record in each column.</summary>
    internal ReadOnlySpan<Value?> FirstOf(int record) => first.AsSpan(record * Columns.Length, Columns.Length);

    internal int IndexOf(string key) => byKey.GetValueOrDefault(key, -1);

    internal static bool Has(IdentityRecord record, FieldKind kind)
    {
        for (var i = 0; i < record.Values.Count; i++)
            if (record.Values[i].Kind == kind) return true;
        return false;
    }
}
