using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kith.Importing;

/// <summary>The natural keys of imported rows: the same row has the same key in every export.</summary>
internal static class Keys
{
    /// <summary>The kind of <see cref="Kith.Domain.PersonSource"/> that people from LinkedIn carry.</summary>
    internal const string Kind = "linkedin";

    internal const string Connection = "li:c:";
    internal const string Message = "li:m:";
    internal const string Invitation = "li:i:";
    internal const string Pending = "li:p:";
    internal const string Recommendation = "li:r:";
    internal const string Endorsement = "li:e:";
    internal const string Follow = "li:f:";
    internal const string Owner = "li:o:";
    internal const string Event = "li:v:";
    internal const string Job = "li:j:";
    internal const string Project = "li:w:";
    internal const string Meeting = "cal:m:";
    internal const string CalendarEvent = "cal:v:";
    internal const string Mail = "mail:m:";
    internal const string Thread = "mail:t:";
    internal const string Monica = "monica:";
    internal const string Signature = "mail:s:";

    /// <summary>A short key made of the parts that identify a row.</summary>
    internal static string Of(string kind, params ReadOnlySpan<string?> parts)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(Joined(parts)), hash);
        return kind + Convert.ToHexStringLower(hash[..12]);
    }

    /// <summary>What dictionaries keep instead of a long key: 16 bytes, the same in every process.</summary>
    internal static UInt128 Hash(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    internal static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    internal static string Time(DateTime? utc) => utc?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    // A unit separator cannot stand in a value, so ("ab", "c") and ("a", "bc") differ.
    private static string Joined(ReadOnlySpan<string?> parts) => string.Join('\u001f', parts);
}
