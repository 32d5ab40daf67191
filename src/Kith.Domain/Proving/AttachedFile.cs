using System.Text.Unicode;

namespace Kith.Domain.Proving;

/// <summary>What a file is, told by its bytes: a name or a header may say anything.</summary>
public static class AttachedFile
{
    private const int LongestName = 80;

    private static readonly Dictionary<string, string> Endings = new()
    {
        ["application/pdf"] = ".pdf",
        ["image/png"] = ".png",
        ["image/jpeg"] = ".jpg",
        ["image/webp"] = ".webp",
        ["text/plain"] = ".txt",
    };

    /// <summary>The media type of a PDF, PNG, JPEG or WebP file or of plain text in UTF-8; null for anything else.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> file) => file switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => IsText(file) ? "text/plain" : null,
    };

    /// <summary>A name that is safe on every disk and says the truth about its type: letters, digits, spaces, dots, dashes and the ending of the type.</summary>
    public static string SafeName(string? name, string type)
    {
        var ending = Endings.GetValueOrDefault(type, ".bin");
        // A browser may send a whole path, of either kind of system.
        var last = (name ?? "").Split('/', '\\')[^1];
        var known = Endings.Values.Append(".jpeg").FirstOrDefault(e => last.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var stem = known is null ? last : last[..^known.Length];
        var safe = string.Concat(stem.EnumerateRunes().Select(r => System.Text.Rune.IsLetterOrDigit(r) || r.Value is ' ' or '-' or '_' or '.' ? r.ToString() : "_").Take(LongestName));
        safe = safe.Trim(' ', '.', '_', '-');
        return (safe.Length == 0 ? "evidence" : safe) + ending;
    }

    private static bool IsText(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty || !Utf8.IsValid(file))
            return false;
        foreach (var one in file)
            if (one < 0x20 && one is not (0x09 or 0x0A or 0x0C or 0x0D) || one == 0x7F)
                return false;
        return true;
    }
}
