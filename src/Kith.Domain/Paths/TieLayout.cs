using System.Runtime.InteropServices;

namespace Kith.Domain.Paths;

/// <summary>
/// Where the parts of a graph lie in its bytes, in memory as in a file: a header of 32 bytes (mark, people, directed ties, zeros), then
/// starts, neighbours (4 bytes each) and costs (2 bytes each), all little-endian.
/// </summary>
internal readonly record struct TieLayout(int People, int Directed)
{
    // "KITHTIE1" read as a little-endian number; another layout gets another digit.
    private const ulong Mark = 0x31454954_4854494BUL;

    private const int Header = 32, PeopleAt = 8, DirectedAt = 12;

    internal long Length => CostsAt + ((long)Directed * sizeof(ushort));

    /// <summary>Of the bytes; for each person the number of its first tie, then the number of all.</summary>
    internal Range Starts => Header..(int)NeighboursAt;

    internal Range Neighbours => (int)NeighboursAt..(int)CostsAt;

    internal Range Costs => (int)CostsAt..;

    private long NeighboursAt => Header + (((long)People + 1) * sizeof(int));

    private long CostsAt => NeighboursAt + ((long)Directed * sizeof(int));

    internal static TieLayout Read(ReadOnlySpan<byte> bytes)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Tie graphs need a little-endian machine.");
        if (bytes.Length < Header || MemoryMarshal.Read<ulong>(bytes) != Mark)
            throw Damaged("it does not begin like one");
        var layout = new TieLayout(MemoryMarshal.Read<int>(bytes[PeopleAt..]), MemoryMarshal.Read<int>(bytes[DirectedAt..]));
        if (layout.People < 0 || layout.Directed < 0 || layout.People == int.MaxValue)
            throw Damaged("its sizes are impossible");
        return layout.Length == bytes.Length ? layout : throw Damaged($"it should have {layout.Length} bytes and has {bytes.Length}");
    }

    internal static RefusedException Damaged(string why) => new("ties.damaged", $"This is not a whole file of ties: {why}. Build it again.");

    internal void WriteHeader(Span<byte> bytes)
    {
        MemoryMarshal.Write(bytes, Mark);
        MemoryMarshal.Write(bytes[PeopleAt..], People);
        MemoryMarshal.Write(bytes[DirectedAt..], Directed);
    }

    internal TieView View(ReadOnlySpan<byte> bytes) => new(
        MemoryMarshal.Cast<byte, int>(bytes[Starts]),
        MemoryMarshal.Cast<byte, int>(bytes[Neighbours]),
        MemoryMarshal.Cast<byte, ushort>(bytes[Costs]));
}
