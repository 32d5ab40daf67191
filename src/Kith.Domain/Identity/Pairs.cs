namespace Kith.Domain.Identity;

/// <summary>Compares two records column by column; the outcome is a pattern of <see cref="Level"/>s.</summary>
internal static class Pairs
{
    /// <summary>The pattern of two records of a corpus.</summary>
    internal static ulong Compare(Corpus corpus, int a, int b)
    {
        var pattern = 0ul;
        var columns = corpus.Columns;
        var rowA = corpus.FirstOf(a);
        var rowB = corpus.FirstOf(b);
        for (var i = 0; i < columns.Length; i++)
        {
            if (rowA[i] is not { } x || rowB[i] is not { } y) continue;
            var column = columns[i];
            pattern |= (ulong)(column.HasMore ? Best(column.Kind, x, column.More(a), y, column.More(b)) : One(column.Kind, x, y)) << (Level.Bits * i);
        }
        return corpus.Given < 0 || corpus.Family < 0 ? pattern : Crossed(pattern, corpus, rowA[corpus.Given], rowA[corpus.Family], rowB[corpus.Given], rowB[corpus.Family]);
    }

    /// <summary>The pattern of two records that need not be in the corpus.</summary>
    internal static ulong Compare(Corpus corpus, Row a, Row b)
    {
        var pattern = 0ul;
        for (var i = 0; i < corpus.Columns.Length; i++)
            if (a.First(i) is { } x && b.First(i) is { } y)
                pattern |= (ulong)Best(corpus.Columns[i].Kind, x, a.More(i), y, b.More(i)) << (Level.Bits * i);
        return corpus.Given < 0 || corpus.Family < 0 ? pattern : Crossed(pattern, corpus,
            a.First(corpus.Given), a.First(corpus.Family), b.First(corpus.Given), b.First(corpus.Family));
    }

    // The best among alternatives; the rarest, if they share several.
    private static int Best(FieldKind kind, Value a, ReadOnlySpan<Value> moreA, Value b, ReadOnlySpan<Value> moreB)
    {
        if (moreA.IsEmpty && moreB.IsEmpty)
            return One(kind, a, b);
        var best = Level.Different;
        for (var i = -1; i < moreA.Length; i++)
            for (var j = -1; j < moreB.Length; j++)
                best = Math.Min(best, One(kind, i < 0 ? a : moreA[i], j < 0 ? b : moreB[j]));
        return best;
    }

    /// <summary>Of alternatives, the two that agree best.</summary>
    internal static (Value A, Value B) Alike(FieldKind kind, ReadOnlySpan<Value> a, ReadOnlySpan<Value> b)
    {
        var (best, least) = ((a[0], b[0]), int.MaxValue);
        foreach (var x in a)
            foreach (var y in b)
                if (One(kind, x, y) is var level && level < least)
                    (best, least) = ((x, y), level);
        return best;
    }

    private static int One(FieldKind kind, Value a, Value b) =>
        IsOne(a, b) ? Level.Shared(a.Rarity) : Level.Of(Comparison.Compare(kind, a, b));

    // A column has each of its values once.
    private static bool IsOne(Value a, Value b) => ReferenceEquals(a, b) || ((a.Id < 0 || b.Id < 0) && a.Text == b.Text);

    // "Isla Hall" and "Hall Isla"; also where one of the four is missing.
    private static ulong Crossed(ulong pattern, Corpus corpus, Value? givenA, Value? familyA, Value? givenB, Value? familyB)
    {
        var (given, family) = (Level.At(pattern, corpus.Given), Level.At(pattern, corpus.Family));
        var close = Level.Of(Agreement.Close);
        if ((given > 0 && given <= close) || (family > 0 && family <= close))
            return pattern;
        var one = Alike(givenA, familyB);
        var two = Alike(familyA, givenB);
        if (one == false || two == false || (one is null && two is null))
            return pattern;
        var crossed = Level.Of(Agreement.Crossed);
        // One exchange is one fact, not two.
        return given > 0 ? Level.Put(Level.Put(pattern, corpus.Given, crossed), corpus.Family, 0) : Level.Put(pattern, corpus.Family, crossed);
    }

    private static bool? Alike(Value? a, Value? b) =>
        a is null || b is null ? null : Comparison.Word(a, b) <= Agreement.Close;
}
