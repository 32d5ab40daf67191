using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kith.Archiving;

/// <summary>The archive's name, version and JSON: ISO dates, instants in UTC with milliseconds, words for choices. See docs/archive.md.</summary>
internal static class ArchiveFormat
{
    internal const string Name = "kith-archive";

    internal const int Version = 1;

    /// <summary>The one file that holds no rows: the workspace's own settings.</summary>
    internal const string Settings = "workspace.jsonl";

    internal static readonly JsonSerializerOptions Json = new()
    {
        // The reader is a program or an editor, never a page, so names keep their letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new Instants(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private sealed class Instants : JsonConverter<DateTime>
    {
        private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && DateTime.TryParseExact(reader.GetString(), Form, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
                ? at
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));
    }
}
