using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kith.CommandLine;

/// <summary>The JSON of the command line: camel case, ISO dates, words for choices, nothing for what is missing.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Contract = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The reader is a program or a terminal, never a page, so names keep their letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        WriteIndented = true,
    };

    private static readonly JsonSerializerOptions Line = new(Contract) { WriteIndented = false };

    /// <summary>Prints one document.</summary>
    internal static void Write(TextWriter output, object document) => output.WriteLine(JsonSerializer.Serialize(document, Contract));

    /// <summary>Writes an array as its items come, one a line, and tells how many of the noun they were.</summary>
    internal static async Task<IReadOnlyDictionary<string, long>> WriteArray<T>(Stream target, string noun, IAsyncEnumerable<T> items, CancellationToken ct)
    {
        var count = 0L;
        await foreach (var item in items.WithCancellation(ct))
        {
            await target.WriteAsync(count++ == 0 ? "[\n"u8.ToArray() : ",\n"u8.ToArray(), ct);
            await JsonSerializer.SerializeAsync(target, item, Line, ct);
        }
        await target.WriteAsync(count == 0 ? "[]\n"u8.ToArray() : "\n]\n"u8.ToArray(), ct);
        return new Dictionary<string, long> { [noun] = count };
    }

    /// <summary>The document with one more property; the same where its value is missing.</summary>
    internal static object With(object document, string property, object? value)
    {
        var extended = JsonSerializer.SerializeToNode(document, Contract)!.AsObject();
        if (value is not null)
            extended[property] = JsonSerializer.SerializeToNode(value, Contract);
        return extended;
    }

    /// <summary>The word of a choice: <c>promise-by-me</c>.</summary>
    internal static string Word<T>(T choice)
        where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString());
}
