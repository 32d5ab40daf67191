using System.Text;

namespace Kith.Formats.Csv;

/// <summary>Guesses the code page of bytes that are not Unicode, from which bytes follow each other and which letters are common.</summary>
public static class CodePages
{
    private const int Western = 1252;

    /// <summary>The code pages Outlook writes in the languages we know, the commonest first.</summary>
    public static IReadOnlyList<int> Known { get; } = [Western, 1250, 1251, 1253, 1254, 932];

    /// <summary>The text of some bytes in a code page; what the page does not have becomes U+FFFD.</summary>
    public static string Text(ReadOnlySpan<byte> bytes, int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetString(bytes);

    /// <summary>Whether the bytes are in a code page: neither UTF-8 with a damaged place nor UTF-16.</summary>
    public static bool IsLegacy(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..] || bytes.Contains((byte)0)) return false;
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == System.Buffers.OperationStatus.Done) good += length > 1 ? 1 : 0;
            else if (status == System.Buffers.OperationStatus.InvalidData) bad++;
            bytes = bytes[length..];
        }
        return bad > good;
    }

    /// <summary>The likeliest code page of legacy bytes; the header may know better.</summary>
    public static int Guess(ReadOnlySpan<byte> bytes)
    {
        var letters = new int[256];
        int high = 0, inRuns = 0, run = 0;
        foreach (var b in bytes)
        {
            run = b >= 0x80 ? run + 1 : 0;
            if (b < 0x80) continue;
            letters[b]++;
            high++;
            // Western words have single accented letters; three in a row are another script.
            inRuns += run == 3 ? 3 : run > 3 ? 1 : 0;
        }
        if (high == 0) return Western;
        if (LooksJapanese(bytes)) return 932;
        if (inRuns * 2 > high) return IsGreek(letters) ? 1253 : 1251;
        if (Sum(letters, 0xF0, 0xFD, 0xFE, 0xDD, 0xDE) > 0 && letters[0xE6] == 0 && Sum(letters, 0xF6, 0xFC, 0xE7, 0xFD) > 0
            && Sum(letters, 0xE1, 0xF3, 0xFA) == 0) return 1254;
        return HasCentralEuropeanLetters(bytes) ? 1250 : Western;
    }

    private static bool LooksJapanese(ReadOnlySpan<byte> bytes)
    {
        int pairs = 0, kana = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b < 0x80 || b is >= 0xA1 and <= 0xDF) continue;
            if (b is 0x80 or 0xA0 or > 0xFC) return false;
            if (++i == bytes.Length) break;
            if (bytes[i] is < 0x40 or 0x7F or > 0xFC) return false;
            pairs++;
            // Leads of kana, punctuation and the common characters.
            kana += b is >= 0x81 and <= 0x9F ? 1 : 0;
        }
        return pairs > 0 && kana * 2 > pairs;
    }

    // Alpha, omicron, iota, tau, sigma and the accented vowels against o, a, i, t, r of Russian.
    private static bool IsGreek(int[] letters) =>
        Sum(letters, 0xE1, 0xE9, 0xEF, 0xF3, 0xF2, 0xF4, 0xDC, 0xDD, 0xDF) > Sum(letters, 0xEE, 0xE0, 0xE8, 0xF2, 0xF0, 0xEB, 0xFF);

    // These are signs in windows-1252, and no sign stands beside a letter: Ł ł Ą ą Ż ż Ś ś Ź ź Ľ ľ.
    private static bool HasCentralEuropeanLetters(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is not (0xA3 or 0xB3 or 0xA5 or 0xB9 or 0xAF or 0xBF or 0x8C or 0x9C or 0x8F or 0x9F or 0xBC or 0xBE)) continue;
            var before = i > 0 && char.IsAsciiLetter((char)bytes[i - 1]);
            var after = i + 1 < bytes.Length && char.IsAsciiLetterLower((char)bytes[i + 1]);
            if (after && (before || bytes[i] is 0xA3 or 0xAF or 0x8C or 0x8F)) return true;
        }
        return false;
    }

    private static int Sum(int[] letters, params ReadOnlySpan<int> which)
    {
        var sum = 0;
        foreach (var one in which) sum += letters[one];
        return sum;
    }
}
