namespace Kith.Formats.LinkedIn;

/// <summary>The checksum that zip archives keep of each entry (ISO 3309).</summary>
internal static class Crc32
{
    public const uint Start = 0xFFFFFFFF;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Row)];

    public static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes) crc = Table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return crc;
    }

    public static uint End(uint crc) => ~crc;

    private static uint Row(int value)
    {
        var row = (uint)value;
        for (var bit = 0; bit < 8; bit++) row = (row & 1) == 0 ? row >> 1 : 0xEDB88320 ^ (row >> 1);
        return row;
    }
}
