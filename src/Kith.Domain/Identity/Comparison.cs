using System.Numerics;

namespace Kith.Domain.Identity;

/// <summary>Compares two values by their kind.</summary>
internal static class Comparison
{
    /// <summary>Digits at the end of a telephone number that are dialled everywhere.</summary>
    internal const int PhoneEnd = 7;

    /// <summary>How well two different values agree.</summary>
    internal static Agreement Compare(FieldKind kind, Value a, Value b)
    {
        return kind switch
        {
            FieldKind.GivenName => Name(a, b, true),
            FieldKind.FamilyName => Name(a, b, false),
            FieldKind.FullName => FullName(a, b),
            FieldKind.Email => Email(a, b),
            FieldKind.Date => a.Date is { } x && b.Date is { } y ? x.Compare(y) : Agreement.Different,
            FieldKind.Phone or FieldKind.Id or FieldKind.PostalCode or FieldKind.HouseNumber => Code(kind, a, b),
            FieldKind.LinkedIn => Similarity.Edits(a.Text, b.Text, 1) <= 1 ? Agreement.Near : Agreement.Different,
            _ => Text(a, b)
        };
    }

    private static Agreement Name(Value a, Value b, bool given)
    {
        if (a.Length == 1 || b.Length == 1)
            return a.Initial == b.Initial ? Agreement.Near : Agreement.Different;
        if (given && Related(a, b))
            return Agreement.Variant;
        if ((a.HasWords || b.HasWords) && PartOf(a, b))
            return Agreement.Variant;
        return Word(a, b) is var word and < Agreement.Different ? word
            : a.Part == b.Part && a.Sound.Length > 1 && a.Sound == b.Sound ? Agreement.Near : Agreement.Different;
    }

    private static bool Related(Value a, Value b)
    {
        foreach (var name in a.Formal)
            if (name == b.Text || b.Formal.Contains(name)) return true;
        return b.Formal.Count > 0 && b.Formal.Contains(a.Text);
    }

    /// <summary>How alike two words are, letter by letter.</summary>
    internal static Agreement Word(Value a, Value b)
    {
        if (a.Length == 0 || b.Length == 0)
            return Agreement.Different;
        var shorter = Math.Min(a.Length, b.Length);
        var edits = Edits(a, b, 2);
        if (edits == 0)
            return Agreement.Same;
        if ((edits == 1 && shorter >= 3) || (edits == 2 && shorter >= 6))
            return Agreement.Close;
        if (!Similarity.CanReach(0.8, a, b))
            return edits <= 2 && shorter >= 4 ? Agreement.Near : Agreement.Different;
        var alike = Similarity.JaroWinkler(a.Text, b.Text);
        return alike >= 0.93 && shorter >= 4 ? Agreement.Close : alike >= 0.8 || (edits <= 2 && shorter >= 4) ? Agreement.Near : Agreement.Different;
    }

    // A letter that only one of the two has costs an edit.
    private static int Edits(Value a, Value b, int limit) =>
        Math.Max(BitOperations.PopCount(a.Letters & ~b.Letters), BitOperations.PopCount(b.Letters & ~a.Letters)) > limit
            ? limit + 1 : Similarity.Edits(a.Text, b.Text, limit);

    // "Garcia" and "Garcia Lopez", "Mac Donald" and "Macdonald".
    private static bool PartOf(Value a, Value b)
    {
        var (few, many) = a.Words.Length <= b.Words.Length ? (a.Words, b.Words) : (b.Words, a.Words);
        var found = 0;
        foreach (var word in few)
            if (word.Length > 1 && Array.IndexOf(many, word) >= 0) found++;
        return found == few.Length || a.Joined == b.Joined;
    }

    private static Agreement FullName(Value a, Value b)
    {
        var (few, many) = a.Words.Length <= b.Words.Length ? (a.Words, b.Words) : (b.Words, a.Words);
        Span<bool> taken = stackalloc bool[Math.Min(many.Length, 16)];
        var sum = 0.0;
        var worst = 1.0;
        for (var i = 0; i < few.Length && i < taken.Length; i++)
        {
            var (best, at) = (0.0, -1);
            for (var j = 0; j < taken.Length; j++)
            {
                if (taken[j]) continue;
                var like = Like(few[i], many[j]);
                if (like > best) (best, at) = (like, j);
            }
            if (at >= 0) taken[at] = true;
            sum += best;
            worst = Math.Min(worst, best);
        }
        var share = sum / many.Length;
        return (worst, few.Length) switch
        {
            ( >= 0.9, >= 2) => Agreement.Variant,
            ( >= 0.9, _) when many.Length == 1 => Agreement.Variant,
            ( >= 0.7, >= 2) => Agreement.Close,
            ( >= 0.7, _) when many.Length == 1 => Agreement.Close,
            _ => share >= 0.45 ? Agreement.Near : Agreement.Different
        };
    }

    private static double Like(string a, string b)
    {
        if (a == b)
            return 1;
        if (a.Length == 1 || b.Length == 1)
            return a[0] == b[0] ? 0.75 : 0;
        if (Nicknames.Related(a, b))
            return 0.95;
        return Word(new(-1, a, FieldKind.FullName), new(-1, b, FieldKind.FullName)) switch { Agreement.Close => 0.85, Agreement.Near => 0.6, _ => 0 };
    }

    private static Agreement Email(Value a, Value b)
    {
        if (a.Part == b.Part && a.Local.SequenceEqual(b.Local))
            return Agreement.Variant;
        var edits = Edits(a, b, 3);
        if (edits <= 2)
            return Agreement.Close;
        return edits <= 3 || (a.Initial == b.Initial && Similarity.JaroWinkler(a.Local, b.Local) >= 0.9) ? Agreement.Near : Agreement.Different;
    }

    private static Agreement Code(FieldKind kind, Value a, Value b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        if (kind == FieldKind.Phone && shorter >= PhoneEnd && a.Part == b.Part && a.Text.AsSpan(a.Length - PhoneEnd).SequenceEqual(b.Text.AsSpan(b.Length - PhoneEnd)))
            return Agreement.Variant;
        var edits = Edits(a, b, 2);
        if (edits == 1)
            return shorter >= 3 ? Agreement.Close : Agreement.Near;
        return (edits == 2 && shorter >= 4) || (shorter >= 4 && a.Initial == b.Initial && a.Text.AsSpan(0, shorter - 2).SequenceEqual(b.Text.AsSpan(0, shorter - 2)))
            ? Agreement.Near : Agreement.Different;
    }

    private static Agreement Text(Value a, Value b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        if (shorter < 3)
            return Agreement.Different;
        if ((a.HasWords || b.HasWords) && PartOf(a, b))
            return Agreement.Variant;
        var allowed = Math.Max(1, shorter / 6);
        var edits = Edits(a, b, allowed + 1);
        if (edits <= allowed)
            return Agreement.Close;
        if ((edits <= allowed + 1 && shorter >= 5)
            || (Similarity.CanReach(0.88, a, b) && Similarity.JaroWinkler(a.Text, b.Text) >= 0.88))
            return Agreement.Near;
        return a.HasWords && b.HasWords && Shared(a, b) ? Agreement.Near : Agreement.Different;
    }

    // More than half of the words of the shorter one stand in the other as well.
    private static bool Shared(Value a, Value b)
    {
        var (few, many) = a.Words.Length <= b.Words.Length ? (a.Words, b.Words) : (b.Words, a.Words);
        var found = 0;
        foreach (var word in few)
            foreach (var other in many)
            {
                if (word != other && (word.Length < 4 || Similarity.Edits(word, other, 1) > 1)) continue;
                found++;
                break;
            }
        return 2 * found > few.Length;
    }
}
