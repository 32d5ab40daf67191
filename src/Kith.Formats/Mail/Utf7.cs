using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Kith.Formats.Mail;

/// <summary>
/// Reads UTF-7 (RFC 2152), which Outlook once sent. .NET refuses it because markup can hide in it; here it only ever becomes plain text.
/// </summary>
internal static partial class Utf7
{
    private static readonly SearchValues<byte> base64 =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    public static bool IsName(string? charset) => charset is not null && charset.Trim().Equals("utf-7", StringComparison.OrdinalIgnoreCase);

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var plus = bytes.IndexOf((byte)'+');
            text.Append(Encoding.Latin1.GetString(plus < 0 ? bytes : bytes[..plus]));
            if (plus < 0) break;
            bytes = bytes[(plus + 1)..];
            var length = bytes.IndexOfAnyExcept(base64);
            if (length < 0) length = bytes.Length;
            if (length > 0) text.Append(FromBase64(bytes[..length]));
            else if (bytes is [(byte)'-', ..]) text.Append('+');
            bytes = bytes[length..];
            if (bytes is [(byte)'-', ..]) bytes = bytes[1..];
        }
        return text.ToString();
    }

    /// <summary>Writes encoded words (RFC 2047) that are in UTF-7 anew in UTF-8.</summary>
    public static byte[] WordsToUtf8(byte[] value)
    {
        if (value.AsSpan().IndexOf("=?"u8) < 0) return value;
        var text = Encoding.Latin1.GetString(value);
        return Word().IsMatch(text) ? Encoding.Latin1.GetBytes(Word().Replace(text, Utf8Word)) : value;
    }

    private static string Utf8Word(Match match)
    {
        var coded = match.Groups["text"].Value;
        var bytes = match.Groups["b"].Success
            ? Bits(Encoding.Latin1.GetBytes(coded))
            : Calendars.Octets.FromQuotedPrintable(Encoding.Latin1.GetBytes(coded.Replace('_', ' ')));
        return $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(Decode(bytes)))}?=";
    }

    private static string FromBase64(ReadOnlySpan<byte> coded)
    {
        var bytes = Bits(coded);
        return Encoding.BigEndianUnicode.GetString(bytes, 0, bytes.Length / 2 * 2);
    }

    // Base64 without padding; bits that fill no octet are dropped.
    private static byte[] Bits(ReadOnlySpan<byte> coded)
    {
        coded = coded.TrimEnd((byte)'=');
        List<byte> bytes = [];
        var (held, count) = (0, 0);
        foreach (var symbol in coded)
        {
            held = ((held << 6) | Value(symbol)) & 0xFFFF;
            count += 6;
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)((held >> count) & 0xFF));
        }
        return [.. bytes];
    }

    private static int Value(byte symbol) => (char)symbol switch
    {
        >= 'A' and <= 'Z' => symbol - 'A',
        >= 'a' and <= 'z' => symbol - 'a' + 26,
        >= '0' and <= '9' => symbol - '0' + 52,
        '+' => 62,
        _ => 63
    };

    [GeneratedRegex(@"=\?(?:unicode-1-1-)?utf-7(?:\*[^?]*)?\?(?:(?<b>b)|q)\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
