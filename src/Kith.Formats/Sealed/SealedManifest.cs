using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kith.Formats.Sealed;

/// <summary>What a sealed zip says about itself: which format it is, when it was made, and what each of its files must be.</summary>
/// <param name="Format">The name of the format.</param>
/// <param name="Version">The version of the format; a reader refuses a version it does not know.</param>
/// <param name="At">When it was made (UTC).</param>
/// <param name="Files">Every file but the manifest, in the order of the zip.</param>
public sealed record SealedManifest(string Format, int Version, DateTime At, IReadOnlyList<SealedFile> Files)
{
    /// <summary>The name of the manifest in the zip.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>The manifest of these bytes; null when they are none.</summary>
    internal static SealedManifest? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<SealedManifest>(bytes, Json) is { } read && read.Files.All(f => f is { Bytes: >= 0 }) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One file of a sealed zip.</summary>
/// <param name="Name">Its name in the zip.</param>
/// <param name="Bytes">Its length, unpacked.</param>
/// <param name="Sha256">The SHA-256 of its bytes, unpacked, in lower-case hex.</param>
/// <param name="Rows">How many lines a file of JSON lines has; absent for any other.</param>
public sealed record SealedFile(string Name, long Bytes, string Sha256, long? Rows = null);

/// <summary>How large a sealed zip may be before it is refused.</summary>
public sealed record SealedLimits
{
    public static SealedLimits Default { get; } = new();

    public int MaxEntries { get; init; } = 200;

    public long MaxEntryBytes { get; init; } = 16L << 30;

    public long MaxTotalBytes { get; init; } = 32L << 30;

    /// <summary>Inflated bytes for each packed byte, looked at past the first MiB.</summary>
    public int MaxRatio { get; init; } = 200;

    public int MaxManifestBytes { get; init; } = 1 << 20;
}
