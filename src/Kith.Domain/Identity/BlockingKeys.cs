namespace Kith.Domain.Identity;

/// <summary>What records of one person are likely to share, as 64-bit hashes: sounds of names, halves of numbers, parts of dates, words.</summary>
internal sealed class BlockingKeys(Corpus corpus)
{
    private const int MaxKeys = 40;

    private const int MaxWords = 6;

    /// <summary>The keys of a record, each once.</summary>
    internal void Collect(int record, List<ulong> keys)
    {
        keys.Clear();
        for (var i = 0; i < corpus.Columns.Length; i++)
        {
            var column = corpus.Columns[i];
            if (column.First(record) is not { } first) continue;
            Add(column.Kind, i, first, keys);
            foreach (var value in column.More(record))
                Add(column.Kind, i, value, keys);
        }
    }

    private static void Add(FieldKind kind, int column, Value value, List<ulong> keys)
    {
        switch (kind)
        {
            case FieldKind.GivenName or FieldKind.FamilyName or FieldKind.FullName:
                Names(value, keys);
                break;
            case FieldKind.Email:
                Put(keys, Hash(value.Text, kind, 0));
                Put(keys, Hash(value.Local, kind, 0));
                break;
            case FieldKind.Date when value.Date is { } date:
                Dates(date, column, keys);
                break;
            case FieldKind.Phone or FieldKind.Id:
                Codes(kind, value.Text, column, keys);
                break;
            case FieldKind.Region or FieldKind.Country:
                break;
            case FieldKind.Street or FieldKind.Organisation or FieldKind.Title or FieldKind.Text:
                Words(value, column, keys);
                break;
            case FieldKind.City:
                Put(keys, Hash(value.Sound, kind, column));
                break;
            default:
                Put(keys, Hash(value.Text, kind, column));
                break;
        }
    }

    // Given and family names share their keys, so that exchanged names meet.
    private static void Names(Value value, List<ulong> keys)
    {
        for (var i = 0; i < value.Words.Length && i < MaxWords; i++)
        {
            var word = value.Words[i];
            if (word.Length < 2) continue;
            Put(keys, Hash(value.Words.Length == 1 ? value.Sound : Phonetic.Key(word), FieldKind.FullName, 0));
            foreach (var name in Nicknames.NamesBehind(word))
                Put(keys, Hash(Phonetic.Key(name), FieldKind.FullName, 0));
        }
    }

    private static void Dates(DateParts date, int column, List<ulong> keys)
    {
        var (low, high) = date.Month <= date.Day ? (date.Month, date.Day) : (date.Day, date.Month);
        if (low > 0)
            Put(keys, Mix(((ulong)low << 32) | (uint)high, FieldKind.Date, column));
        if (date.Year == 0)
            return;
        Put(keys, Mix(((ulong)(uint)date.Year << 8) | (1ul << 40) | (uint)date.Month, FieldKind.Date, column));
        Put(keys, Mix(((ulong)(uint)date.Year << 8) | (1ul << 41) | (uint)date.Day, FieldKind.Date, column));
    }

    private static void Codes(FieldKind kind, string text, int column, List<ulong> keys)
    {
        if (kind == FieldKind.Phone)
            text = text.Length > 9 ? text[^9..] : text;
        var half = text.Length / 2;
        Put(keys, Hash(text, kind, column));
        if (half < 2)
            return;
        Put(keys, Hash(text.AsSpan(0, half), kind, column + 64));
        Put(keys, Hash(text.AsSpan(half), kind, column + 128));
    }

    private static void Words(Value value, int column, List<ulong> keys)
    {
        Put(keys, Hash(value.Text, FieldKind.Text, column));
        if (value.Words.Length < 2)
            return;
        for (var i = 0; i < value.Words.Length && i < MaxWords; i++)
            if (value.Words[i].Length >= 3)
                Put(keys, Hash(value.Words[i], FieldKind.Text, column));
    }

    private static void Put(List<ulong> keys, ulong key)
    {
        if (keys.Count < MaxKeys && !keys.Contains(key))
            keys.Add(key);
    }

    // FNV-1a, which needs no state and is the same in every process.
    private static ulong Hash(ReadOnlySpan<char> text, FieldKind kind, int column)
    {
        var hash = 14695981039346656037ul;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * 1099511628211ul);
        return Mix(hash, kind, column);
    }

    private static ulong Mix(ulong value, FieldKind kind, int column) => Mix(unchecked(value + (((ulong)kind * 512) + (ulong)column) * 0x9e3779b97f4a7c15ul));

    /// <summary>Spreads the bits of a number (SplitMix64's finaliser).</summary>
    internal static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ul;
            value = (value ^ (value >> 27)) * 0x94d049bb133111ebul;
            return value ^ (value >> 31);
        }
    }
}
