namespace Kith.Domain.Identity;

/// <summary>A distinct value of a column in the forms it is compared in.</summary>
internal sealed class Value(int id, string text, FieldKind kind)
{
    private string[]? words;
    private string? sound;
    private string? joined;

    /// <summary>Its number in its column; -1 for a value no record of the column has.</summary>
    internal int Id { get; } = id;

    internal string Text { get; } = text;

    internal ulong Letters { get; } = Similarity.Letters(text);

    // What most comparisons end at stands in the value itself: a text is another place in memory.

    /// <summary>Letters of the text.</summary>
    internal int Length { get; } = text.Length;

    internal char Initial { get; } = text.Length > 0 ? text[0] : '\0';

    internal bool HasWords { get; } = text.Contains(' ', StringComparison.Ordinal);

    /// <summary>The part by which two values of the kind are alike, as a number: of an e-mail address what stands before the @, of a telephone number its end.</summary>
    internal uint Part { get; } = kind switch
    {
        FieldKind.Email => Number(text.AsSpan(0, text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? at : text.Length)),
        FieldKind.Phone => Number(text.AsSpan(Math.Max(0, text.Length - Comparison.PhoneEnd))),
        FieldKind.GivenName or FieldKind.FamilyName => Number(Phonetic.Key(text.Replace(" ", "", StringComparison.Ordinal))),
        _ => 0,
    };

    /// <summary>The given names it is a short form of.</summary>
    internal IReadOnlyList<string> Formal { get; } = kind == FieldKind.GivenName ? Nicknames.NamesBehind(text) : [];

    /// <summary>How many records have it.</summary>
    internal int Count { get; set; }

    /// <summary>How rare it is, from 0 (no two others share it) to 7.</summary>
    internal int Rarity { get; set; }

    internal DateParts? Date { get; } = kind == FieldKind.Date ? DateParts.Read(text) : null;

    internal string[] Words => words ??= HasWords ? Text.Split(' ') : [Text];

    /// <summary>The text without its spaces.</summary>
    internal string Joined => joined ??= Text.Replace(" ", "", StringComparison.Ordinal);

    internal string Sound => sound ??= Phonetic.Key(Joined);

    /// <summary>The part of an e-mail address before the @.</summary>
    internal ReadOnlySpan<char> Local => Text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? Text.AsSpan(0, at) : Text;

    /// <summary>The text by which a value of that kind is told from others; empty for none.</summary>
    internal static string Normal(FieldKind kind, string raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
            return "";
        switch (kind)
        {
            case FieldKind.Email:
                return raw.Trim().ToLowerInvariant();
            case FieldKind.LinkedIn:
                return Slug(raw);
            case FieldKind.Date:
                return DateParts.Read(raw) is { } date ? $"{date.Year:0000}-{date.Month:00}-{date.Day:00}" : "";
            case FieldKind.Phone:
                return Kept(raw, char.IsAsciiDigit);
            case FieldKind.Id or FieldKind.PostalCode or FieldKind.HouseNumber:
                return Kept(raw, char.IsLetterOrDigit);
            default:
                return Transliteration.Fold(raw);
        }
    }

    // FNV-1a.
    private static uint Number(ReadOnlySpan<char> text)
    {
        var number = 2166136261u;
        foreach (var letter in text)
            number = unchecked((number ^ letter) * 16777619u);
        return number;
    }

    private static string Slug(string raw)
    {
        var slug = raw.Trim().TrimEnd('/').ToLowerInvariant();
        var at = slug.IndexOf("/in/", StringComparison.Ordinal);
        slug = at >= 0 ? slug[(at + 4)..] : slug;
        var end = slug.AsSpan().IndexOfAny('/', '?', '#');
        return end >= 0 ? slug[..end] : slug;
    }

    private static string Kept(string raw, Func<char, bool> keep)
    {
        var kept = raw.Length <= 128 ? stackalloc char[raw.Length] : new char[raw.Length];
        var length = 0;
        foreach (var letter in raw)
            if (keep(letter)) kept[length++] = char.ToLowerInvariant(letter);
        return kept[..length].SequenceEqual(raw) ? raw : new(kept[..length]);
    }
}
