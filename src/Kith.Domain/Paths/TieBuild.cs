using System.Runtime.InteropServices;

namespace Kith.Domain.Paths;

/// <summary>Puts ties in order by counting: no list per person, two passes over the ties, one sort of each person's own.</summary>
internal static class TieBuild
{
    internal static byte[] Bytes(int people, ReadOnlySpan<Tie> ties)
    {
        var starts = Starts(people, ties);
        var keys = Scattered(starts, ties);
        var directed = KeepStrongest(starts, keys);
        var layout = new TieLayout(people, directed);
        if (layout.Length > Array.MaxLength)
            throw new ArgumentException($"A graph has at most {Array.MaxLength} bytes.", nameof(ties));
        var bytes = new byte[layout.Length];
        layout.WriteHeader(bytes);
        starts.CopyTo(MemoryMarshal.Cast<byte, int>(bytes.AsSpan(layout.Starts)));
        var neighbours = MemoryMarshal.Cast<byte, int>(bytes.AsSpan(layout.Neighbours));
        var costs = MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan(layout.Costs));
        for (var i = 0; i < directed; i++)
            (neighbours[i], costs[i]) = ((int)(uint)(keys[i] & uint.MaxValue), (ushort)(keys[i] >> 32));
        return bytes;
    }

    private static int[] Starts(int people, ReadOnlySpan<Tie> ties)
    {
        var starts = new int[people + 1];
        foreach (var (one, other, strength) in ties)
        {
            if (Math.Min(one, other) < 0 || Math.Max(one, other) >= people)
                throw new ArgumentOutOfRangeException(nameof(ties), $"A tie between {one} and {other}, but there are {people} people.");
            if (!(strength is > 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(ties), $"A strength is above 0 and at most 1, and not {strength}.");
            if (one == other)
                continue;
            starts[one + 1]++;
            starts[other + 1]++;
        }
        for (var person = 0; person < people; person++)
            starts[person + 1] += starts[person];
        return starts;
    }

    // A key is cost, then neighbour: its natural order is the order of the graph.
    private static ulong[] Scattered(int[] starts, ReadOnlySpan<Tie> ties)
    {
        var keys = new ulong[starts[^1]];
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        foreach (var (one, other, strength) in ties)
        {
            if (one == other)
                continue;
            var cost = (ulong)TieCost.Of(strength) << 32;
            keys[next[one]++] = cost | (uint)other;
            keys[next[other]++] = cost | (uint)one;
        }
        return keys;
    }

    // Sorts each person's ties and moves them together, leaving out the weaker ones of a pair; tells how many are left.
    private static int KeepStrongest(int[] starts, ulong[] keys)
    {
        var lastOf = new int[starts.Length];
        var (kept, begin) = (0, 0);
        for (var person = 0; person < starts.Length - 1; person++)
        {
            var own = keys.AsSpan(begin..starts[person + 1]);
            begin = starts[person + 1];
            own.Sort();
            foreach (var key in own)
            {
                var neighbour = (int)(key & uint.MaxValue);
                if (lastOf[neighbour] == person + 1)
                    continue;
                lastOf[neighbour] = person + 1;
                keys[kept++] = key;
            }
            starts[person + 1] = kept;
        }
        return kept;
    }
}
