using System.Numerics;

namespace Kith.Domain.Identity;

/// <summary>How alike two strings are.</summary>
public static class Similarity
{
    private const int MaxLength = 64;

    /// <summary>Jaro's similarity with Winkler's bonus for a common beginning, 0 to 1 (Winkler 1990, prefix scale 0.1, up to 4 letters).</summary>
    public static double JaroWinkler(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = Cut(a);
        b = Cut(b);
        var jaro = Jaro(a, b);
        var prefix = 0;
        while (prefix < 4 && prefix < a.Length && prefix < b.Length && a[prefix] == b[prefix])
            prefix++;
        return jaro + (prefix * 0.1 * (1 - jaro));
    }

    /// <summary>
    /// Insertions, deletions, replacements and exchanges of neighbours between two strings (optimal string alignment), or
    /// <paramref name="limit"/> + 1 as soon as there are more.
    /// </summary>
    public static int Edits(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        a = Cut(a);
        b = Cut(b);
        while (a.Length > 0 && b.Length > 0 && a[0] == b[0])
        {
            a = a[1..];
            b = b[1..];
        }
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        if (a.Length == 0 || b.Length == 0)
            return Math.Max(a.Length, b.Length);
        return Rows(a, b, limit);
    }

    private static int Rows(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        // Only cells at most "limit" off the diagonal can end within the limit.
        var (width, none) = (b.Length + 1, limit + 1);
        Span<int> rows = stackalloc int[3 * width];
        var before = rows[..width];
        var above = rows[width..(2 * width)];
        var row = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
            above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (from, to) = (Math.Max(1, i - limit), Math.Min(b.Length, i + limit));
            row[from - 1] = from == 1 ? i : none;
            if (to == i + limit) above[to] = none;
            var least = none;
            for (var j = from; j <= to; j++)
            {
                var cost = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost = Math.Min(cost, before[j - 2] + 1);
                row[j] = cost;
                least = Math.Min(least, cost);
            }
            if (least > limit)
                return none;
            var free = before;
            before = above;
            above = row;
            row = free;
        }
        return Math.Min(above[^1], none);
    }

    private static double Jaro(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length == 0 || b.Length == 0)
            return a.Length == b.Length ? 1 : 0;
        var reach = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        var (usedA, usedB, common) = (0ul, 0ul, 0);
        for (var i = 0; i < a.Length; i++)
        {
            var end = Math.Min(b.Length - 1, i + reach);
            for (var j = Math.Max(0, i - reach); j <= end; j++)
            {
                if (a[i] != b[j] || (usedB & (1ul << j)) != 0) continue;
                usedA |= 1ul << i;
                usedB |= 1ul << j;
                common++;
                break;
            }
        }
        if (common == 0)
            return 0;
        var exchanged = 0;
        for (int i = 0, j = 0; i < a.Length; i++)
        {
            if ((usedA & (1ul << i)) == 0) continue;
            while ((usedB & (1ul << j)) == 0) j++;
            if (a[i] != b[j++]) exchanged++;
        }
        double m = common;
        return ((m / a.Length) + (m / b.Length) + ((m - (exchanged / 2)) / m)) / 3;
    }

    /// <summary>Which letters and digits a text has, as a set of 64 bits; others share the bits that are left.</summary>
    internal static ulong Letters(ReadOnlySpan<char> text)
    {
        var letters = 0ul;
        foreach (var letter in Cut(text))
            letters |= 1ul << (letter is >= 'a' and <= 'z' ? letter - 'a' : letter is >= '0' and <= '9' ? 26 + letter - '0' : 36 + (letter % 28));
        return letters;
    }

    /// <summary>Whether Jaro-Winkler can reach the limit at all, judged by the letters alone.</summary>
    internal static bool CanReach(double limit, Value a, Value b)
    {
        double common = Math.Min(a.Length - BitOperations.PopCount(a.Letters & ~b.Letters), b.Length - BitOperations.PopCount(b.Letters & ~a.Letters));
        var jaro = ((common / a.Length) + (common / b.Length) + 1) / 3;
        var prefix = a.Initial == b.Initial ? 4 : 0;
        return jaro + (prefix * 0.1 * (1 - jaro)) >= limit;
    }

    // What is longer than a line of an address is told apart by its beginning; it keeps the work on hostile values small.
    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text) => text.Length > MaxLength ? text[..MaxLength] : text;
}
