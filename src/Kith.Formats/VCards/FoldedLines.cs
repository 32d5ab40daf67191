using System.Buffers;
using System.Text;

namespace Kith.Formats.VCards;

/// <summary>Lines in UTF-8, folded at 75 octets between characters (RFC 6350 §3.2).</summary>
internal sealed class FoldedLines
{
    private const int MaxOctets = 75;

    private readonly ArrayBufferWriter<byte> octets = new(1_024);

    public ReadOnlySpan<byte> Written => octets.WrittenSpan;

    public void Add(string line)
    {
        var rest = (ReadOnlySpan<byte>)Encoding.UTF8.GetBytes(line);
        for (var room = MaxOctets; rest.Length > room; room = MaxOctets - 1)
        {
            var cut = room;
            while (IsInside(rest[cut])) cut--;
            octets.Write(rest[..cut]);
            octets.Write("\r\n "u8);
            rest = rest[cut..];
        }
        octets.Write(rest);
        octets.Write("\r\n"u8);
    }

    private static bool IsInside(byte octet) => (octet & 0xC0) == 0x80;
}
