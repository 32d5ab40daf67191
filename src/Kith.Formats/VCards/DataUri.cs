using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Kith.Formats.VCards;

/// <summary>Base64 as cards carry it, also in data: addresses (RFC 2397).</summary>
internal static class DataUri
{
    public static SearchValues<byte> Alphabet { get; } =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    public static bool TryRead(string value, out string? mediaType, out ReadOnlyMemory<byte> bytes)
    {
        (mediaType, bytes) = (null, default);
        var start = value.AsSpan().TrimStart();
        return (start.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || start.StartsWith("data\\:", StringComparison.OrdinalIgnoreCase))
            && TryRead(Encoding.UTF8.GetBytes(Escapes.Read(value)), out mediaType, out bytes);
    }

    /// <summary>Reads <c>data:image/png;base64,...</c>, whose semicolon and comma may be escaped.</summary>
    public static bool TryRead(ReadOnlySpan<byte> value, out string? mediaType, out ReadOnlyMemory<byte> bytes)
    {
        (mediaType, bytes) = (null, default);
        value = value.Trim(" \t"u8);
        if (value.Length < 5 || !Ascii.EqualsIgnoreCase(value[..5], "data:"u8)) return false;
        var comma = value.IndexOf((byte)',');
        if (comma < 0) return false;
        var head = Encoding.Latin1.GetString(value[5..comma]).Replace("\\", "", StringComparison.Ordinal);
        if (!head.EndsWith("base64", StringComparison.OrdinalIgnoreCase) || !TryDecode(value[(comma + 1)..], out bytes)) return false;
        mediaType = MediaTypes.Named(head[..^6].Split(';')[0].Trim());
        return true;
    }

    /// <summary>Decodes base64, passing over white space and what is missing at the end.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> value, out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        var text = new byte[value.Length + 3];
        var count = 0;
        foreach (var octet in value)
            if (octet is not ((byte)' ' or (byte)'\t' or (byte)'=')) text[count++] = octet;
        // A lone sixth of the last byte: the end was cut off.
        if (count % 4 == 1) count--;
        if (count == 0) return false;
        while (count % 4 != 0) text[count++] = (byte)'=';
        var decoded = new byte[count / 4 * 3];
        if (Base64.DecodeFromUtf8(text.AsSpan(0, count), decoded, out _, out var written) != OperationStatus.Done) return false;
        bytes = decoded.AsMemory(0, written);
        return true;
    }
}
