using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Kith.Formats.VCards;

/// <summary>Turns the octets of a value into text, whatever the program that wrote them took for a charset.</summary>
internal static class CardEncoding
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding of a CHARSET parameter; null when nobody knows it.</summary>
    public static Encoding? Of(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset)) return null;
        charset = charset.Trim().Trim('"');
        if (charset.Equals("utf8", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8;
        // Latin-1 is written by programs that mean the code page of Windows, as in HTML.
        if (IsLatin(charset)) return Windows1252;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Decodes by the charset declared, else as UTF-8, else as windows-1252.</summary>
    /// <param name="octets">The value.</param>
    /// <param name="declared">The value's CHARSET.</param>
    /// <param name="isRaw">False for quoted-printable, whose octets nobody re-encodes on the way.</param>
    /// <param name="wasGuessed">Whether the octets are neither UTF-8 nor of a declared charset.</param>
    public static string Decode(ReadOnlySpan<byte> octets, Encoding? declared, bool isRaw, out bool wasGuessed)
    {
        wasGuessed = false;
        if (Ascii.IsValid(octets) && declared is null or UTF8Encoding || declared == Windows1252) return Latin(octets, declared, isRaw);
        if (declared is not null and not UTF8Encoding) return WithoutNul(declared.GetString(octets));
        if (Utf8.IsValid(octets)) return WithoutNul(Encoding.UTF8.GetString(octets));
        wasGuessed = declared is null;
        return IsDamagedUtf8(octets) ? Repair(octets) : WithoutNul(Windows1252.GetString(octets));
    }

    public static string Decode(ReadOnlySpan<byte> octets, Encoding encoding) => WithoutNul(encoding.GetString(octets));

    private static string Latin(ReadOnlySpan<byte> octets, Encoding? declared, bool isRaw)
    {
        // A file converted to UTF-8 keeps its CHARSET=ISO-8859-1; text that happens to be UTF-8 by chance is next to unknown.
        var isAscii = declared != Windows1252 || Ascii.IsValid(octets);
        if (isAscii || (isRaw && Utf8.IsValid(octets))) return WithoutNul(Encoding.UTF8.GetString(octets));
        return WithoutNul(Windows1252.GetString(octets));
    }

    private static bool IsLatin(string charset) =>
        charset.ToUpperInvariant() is "ISO-8859-1" or "ISO8859-1" or "ISO_8859-1" or "LATIN1" or "LATIN-1" or "US-ASCII" or "ASCII"
            or "WINDOWS-1252" or "CP1252" or "ANSI";

    // More good sequences than bad ones: a few places broke. In a code page good ones come by chance only.
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> octets)
    {
        int good = 0, bad = 0;
        while (!octets.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(octets, out var rune, out var used);
            if (status != OperationStatus.Done) bad++;
            else if (!rune.IsAscii) good++;
            octets = octets[used..];
        }
        return good > bad;
    }

    private static string Repair(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder(octets.Length);
        while (!octets.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(octets, out var rune, out var used);
            if (status == OperationStatus.Done) text.Append(rune.ToString());
            // A character cut off at the end was never one of the code page.
            else if (status == OperationStatus.InvalidData) text.Append(Windows1252.GetString(octets[..used]));
            octets = octets[used..];
        }
        return WithoutNul(text.ToString());
    }

    // No database keeps a NUL in text, and no person means one.
    private static string WithoutNul(string text) =>
        text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;
}
