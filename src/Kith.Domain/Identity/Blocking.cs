namespace Kith.Domain.Identity;

/// <summary>
/// Finds the pairs worth comparing: records that share a key. Blocks too large to tell anything are divided by a second and a third
/// shared key, so that the number of candidates grows with the number of records and not with its square.
/// </summary>
internal sealed class Blocking
{
    private const int Cap = 64;

    private const int CapOfTwo = 32;

    private const int Window = 8;

    // Of what it takes to tell one record from all others, what shared keys must tell for a pair to be compared.
    private const float Enough = 0.6f;

    // In a larger set one key, however rare, is shared by strangers, so it takes more than that.
    private const float Many = 60_000;

    // Keys of a record that are combined with each other; the rarest come first.
    private const int MaxCombined = 9;

    private readonly List<BlockPass> passes = [];
    private readonly float enough;

    internal Blocking(Corpus corpus)
    {
        enough = (Enough * MathF.Log(Math.Max(2, corpus.Count))) + (2 * Math.Max(0, MathF.Log(corpus.Count / Many)));
        var source = new BlockingKeys(corpus);
        var offsets = new int[corpus.Count + 1];
        var keys = new List<ulong>(corpus.Count * 12);
        var own = new List<ulong>();
        for (var i = 0; i < corpus.Count; i++)
        {
            source.Collect(i, own);
            keys.AddRange(own);
            offsets[i + 1] = keys.Count;
        }
        passes.Add(new(offsets, keys, Cap, false));
        Divide(offsets, keys);
    }

    /// <summary>The records before this one that it is to be compared with.</summary>
    /// <param name="told">Room for one number per record, all zero before and after.</param>
    internal void Partners(int record, float[] told, List<int> partners)
    {
        partners.Clear();
        foreach (var pass in passes)
            pass.Partners(record, told, partners);
        var kept = 0;
        for (var i = 0; i < partners.Count; i++)
        {
            var other = partners[i];
            if (told[other] >= enough) partners[kept++] = other;
            told[other] = 0;
        }
        partners.RemoveRange(kept, partners.Count - kept);
    }

    private void Divide(int[] offsets, List<ulong> keys)
    {
        var first = passes[0];
        var (twoOffsets, two) = (new int[offsets.Length], new List<ulong>());
        var common = new List<int>();
        for (var record = 0; record + 1 < offsets.Length; record++)
        {
            Common(first, keys, offsets[record], offsets[record + 1], common);
            for (var i = 0; i < common.Count; i++)
                for (var j = i + 1; j < common.Count; j++)
                    two.Add(Joined(keys[common[i]], keys[common[j]]));
            twoOffsets[record + 1] = two.Count;
        }
        if (two.Count == 0)
            return;
        var second = new BlockPass(twoOffsets, two, CapOfTwo, false);
        passes.Add(second);
        var (threeOffsets, three) = (new int[offsets.Length], new List<ulong>());
        for (var record = 0; record + 1 < offsets.Length; record++)
        {
            Common(first, keys, offsets[record], offsets[record + 1], common);
            var at = twoOffsets[record];
            for (var i = 0; i < common.Count; i++)
                for (var j = i + 1; j < common.Count; j++, at++)
                {
                    if (!second.IsOversize(at)) continue;
                    three.Add(two[at]);
                    for (var k = j + 1; k < common.Count; k++)
                        three.Add(Joined(two[at], keys[common[k]]));
                }
            threeOffsets[record + 1] = three.Count;
        }
        if (three.Count > 0)
            passes.Add(new(threeOffsets, three, Window, true));
    }

    // In the order of the keys' numbers, so that two records combine them alike.
    private static void Common(BlockPass pass, List<ulong> keys, int from, int to, List<int> common)
    {
        common.Clear();
        for (var at = from; at < to; at++)
            if (pass.IsOversize(at)) common.Add(at);
        if (common.Count > MaxCombined)
        {
            common.Sort((a, b) => pass.Size(a) != pass.Size(b) ? pass.Size(a).CompareTo(pass.Size(b)) : a.CompareTo(b));
            common.RemoveRange(MaxCombined, common.Count - MaxCombined);
        }
        common.Sort((a, b) => keys[a].CompareTo(keys[b]));
    }

    private static ulong Joined(ulong a, ulong b) => BlockingKeys.Mix(unchecked(a + b));
}
