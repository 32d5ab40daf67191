using System.Text;
using System.Text.Unicode;

namespace Kith.Formats.Calendars;

/// <summary>Turns octets of a stated or unstated character set into text.</summary>
internal static class Octets
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Decodes by the named character set, else as UTF-8 with windows-1252 for what is not UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, Action notUtf8)
    {
        if (bytes.IsEmpty) return "";
        if (Utf8.IsValid(bytes)) return Clean(NamedOrNull(charset, bytes)?.GetString(bytes) ?? Encoding.UTF8.GetString(bytes));
        if (NamedOrNull(charset, bytes) is { } named) return Clean(named.GetString(bytes));
        notUtf8();
        return Clean(Mixed(bytes));
    }

    public static byte[] FromQuotedPrintable(ReadOnlySpan<byte> bytes)
    {
        var decoded = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
            if (bytes[i] == '=' && i + 2 < bytes.Length && Hex(bytes[i + 1]) is var high and >= 0 && Hex(bytes[i + 2]) is var low and >= 0)
            {
                decoded[length++] = (byte)((high << 4) | low);
                i += 2;
            }
            else decoded[length++] = bytes[i];
        return decoded[..length];
    }

    private static int Hex(byte digit) => char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32(((char)digit).ToString(), 16) : -1;

    // A stated charset is believed unless it is UTF-8 anyway, or the octets are plain UTF-8 with characters beyond ASCII (a common lie).
    private static Encoding? NamedOrNull(string? charset, ReadOnlySpan<byte> bytes)
    {
        if (charset is null || charset.StartsWith("utf", StringComparison.OrdinalIgnoreCase)) return null;
        if (bytes.IndexOfAnyExceptInRange((byte)0, (byte)127) >= 0 && Utf8.IsValid(bytes)) return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // Real UTF-8 in the line means one damaged place; only ASCII means a line of the old code page.
    private static string Mixed(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var chars = new char[bytes.Length];
        while (!bytes.IsEmpty)
        {
            Utf8.ToUtf16(bytes, chars, out var used, out var written, replaceInvalidSequences: false);
            text.Append(chars, 0, written);
            if (used == bytes.Length) break;
            text.Append(Windows1252.GetString(bytes.Slice(used, 1)));
            bytes = bytes[(used + 1)..];
        }
        return text.ToString();
    }

    // No database keeps a NUL in text, and no person means one.
    private static string Clean(string text) => text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;
}
