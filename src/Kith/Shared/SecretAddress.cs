using System.Buffers.Text;
using System.Security.Cryptography;

namespace Kith.Shared;

/// <summary>
/// The secret part of the address of a public page: which workspace it belongs to, since whoever opens it is not signed in, and 128 random bits.
/// </summary>
public static class SecretAddress
{
    private const int Guids = 16;

    /// <summary>A new token, 43 letters, digits, dashes and underscores (base64url, RFC 4648 §5).</summary>
    public static string New(Guid workspace)
    {
        Span<byte> bytes = stackalloc byte[2 * Guids];
        workspace.TryWriteBytes(bytes);
        RandomNumberGenerator.Fill(bytes[Guids..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The workspace a token belongs to; null where it is no token.</summary>
    public static Guid? Workspace(string token)
    {
        Span<byte> bytes = stackalloc byte[2 * Guids];
        return token.Length == Base64Url.GetEncodedLength(bytes.Length) && Base64Url.IsValid(token) && Base64Url.TryDecodeFromChars(token, bytes, out var length) && length == bytes.Length
            ? new Guid(bytes[..Guids])
            : null;
    }
}
