namespace Kith.Formats.VCards;

/// <summary>What kind of picture or sound a line holds.</summary>
internal static class MediaTypes
{
    /// <summary>From MEDIATYPE, from TYPE (<c>JPEG</c>, <c>image/png</c>), or from the first bytes; null when none tells.</summary>
    public static string? Of(VCardParameters parameters, ReadOnlySpan<byte> bytes)
    {
        if (Named(parameters.First("MEDIATYPE")) is { } declared) return declared;
        foreach (var type in parameters.Types)
            if (OfType(type) is { } known) return known;
        return bytes switch
        {
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
            _ => null
        };
    }

    /// <summary>The media type that a value of TYPE means; null when it means something else (<c>work</c>).</summary>
    public static string? OfType(string type)
    {
        var lower = type.Trim().ToLowerInvariant();
        return lower switch
        {
            "jpeg" or "jpg" => "image/jpeg",
            "png" or "gif" or "webp" or "bmp" or "tiff" or "heic" => $"image/{lower}",
            "x509" => "application/x-x509-ca-cert",
            "pgp" => "application/pgp-keys",
            "wave" or "wav" => "audio/wav",
            _ => Named(lower)
        };
    }

    /// <summary>The word of 3.0 for a media type (<c>JPEG</c>), or the type where there is none.</summary>
    public static string WordOf(string type)
    {
        var word = type[(type.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return OfType(word) == type ? word.ToUpperInvariant() : type;
    }

    /// <summary>The media type in lower case if it has the form of one (RFC 6838 §4.2).</summary>
    public static string? Named(string? type)
    {
        var slash = type?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        var isOne = slash > 0 && slash < type!.Length - 1 && type.LastIndexOf('/') == slash && type.All(IsAllowed);
        return isOne ? type!.ToLowerInvariant() : null;
    }

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '+' or '-' or '_';
}
