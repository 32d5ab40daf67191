using System.Numerics;

namespace Kith.Domain.Identity;

/// <summary>
/// One pass of blocking: which records share a bucket of keys. Buckets are not told apart beyond their hash: a collision only adds a candidate.
/// </summary>
internal sealed class BlockPass
{
    private readonly int[] offsets;
    private readonly int[] buckets;
    private readonly int[] sizes;
    private readonly int[] starts;
    private readonly int[] members;
    private readonly int cap;
    private readonly bool windowed;

    /// <param name="offsets">Where the keys of a record begin; one more than there are records.</param>
    /// <param name="cap">The records of a block that are compared with each other.</param>
    /// <param name="windowed">Whether a larger block is not left out, but each record of it compared with the few before it.</param>
    internal BlockPass(int[] offsets, List<ulong> keys, int cap, bool windowed)
    {
        this.offsets = offsets;
        this.cap = cap;
        this.windowed = windowed;
        var mask = (int)(BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(keys.Count, 16, 1 << 28)) * 2) - 1;
        buckets = new int[keys.Count];
        sizes = new int[mask + 1];
        for (var i = 0; i < buckets.Length; i++)
            sizes[buckets[i] = (int)(keys[i] & (ulong)mask)]++;
        starts = new int[mask + 1];
        var total = 0;
        for (var i = 0; i < sizes.Length; i++)
        {
            starts[i] = total;
            if (IsUsed(sizes[i])) total += sizes[i];
        }
        members = new int[total];
        Fill();
    }

    /// <summary>Whether the block of a record's n-th key is too large to tell anything.</summary>
    internal bool IsOversize(int at) => sizes[buckets[at]] > cap;

    internal int Size(int at) => sizes[buckets[at]];

    /// <summary>Adds what stands before a record in its blocks, and how much the shared keys tell: the logarithm of records per block, summed up.</summary>
    internal void Partners(int record, float[] told, List<int> partners)
    {
        for (var at = offsets[record]; at < offsets[record + 1]; at++)
        {
            var bucket = buckets[at];
            if (!IsUsed(sizes[bucket])) continue;
            var block = members.AsSpan(starts[bucket], sizes[bucket]);
            var end = windowed ? block.BinarySearch(record) : block.Length;
            var tells = MathF.Log((offsets.Length - 1f) / Math.Min(block.Length, cap));
            for (var i = windowed ? Math.Max(0, end - cap) : 0; i < end; i++)
            {
                var other = block[i];
                if (other >= record) break;
                if (told[other] == 0) partners.Add(other);
                told[other] += tells;
            }
        }
    }

    private bool IsUsed(int size) => size >= 2 && (windowed || size <= cap);

    private void Fill()
    {
        var next = (int[])starts.Clone();
        for (var record = 0; record + 1 < offsets.Length; record++)
            for (var at = offsets[record]; at < offsets[record + 1]; at++)
                if (IsUsed(sizes[buckets[at]]))
                    members[next[buckets[at]]++] = record;
    }
}
