using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Kith.Formats.Monica;

/// <summary>Reads values of a JSON file whatever kind they turn out to be; nothing is thrown for data.</summary>
internal static class MonicaJson
{
    public static JsonElement Get(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in some name; the others are still good.
            return element.EnumerateObject().FirstOrDefault(property => IsNamed(property, name)).Value;
        }
    }

    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>The trimmed text or number; null when it is empty or neither.</summary>
    public static string? Text(this JsonElement element)
    {
        var text = element.ValueKind switch
        {
            JsonValueKind.String => Whole(element),
            JsonValueKind.Number => element.GetRawText(),
            _ => ""
        };
        text = text.Replace("\0", "", StringComparison.Ordinal).Trim();
        return text.Length == 0 ? null : text;
    }

    public static string? Text(this JsonElement element, string name) => element.Get(name).Text();

    // PHP writes true, 1 or "1" by the version of its database driver.
    public static bool Is(this JsonElement element, string name) =>
        element.Get(name) is var value && (value.ValueKind == JsonValueKind.True || value.Text() is "1" or "true" or "yes");

    public static int? Number(this JsonElement element, string name) =>
        int.TryParse(element.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateTime? Instant(this JsonElement element, string name) =>
        DateTimeOffset.TryParse(element.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcDateTime
            : null;

    public static DateOnly? Day(this JsonElement element, string name) =>
        element.Text(name) is { Length: >= 10 } text
        && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The JSON itself, with what is not UTF-8 replaced.</summary>
    public static string Raw(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? "" : Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element));

    private static bool IsNamed(JsonProperty property, string name)
    {
        try
        {
            return property.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // Half of a surrogate pair or a byte that is not UTF-8 makes the library throw; the rest of the text is still good.
    private static string Whole(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Unescaped(element.Raw().AsSpan()[1..^1]);
        }
    }

    private static string Unescaped(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 == raw.Length)
            {
                text.Append(raw[i]);
                continue;
            }
            i++;
            if (raw[i] == 'u' && i + 4 < raw.Length && ushort.TryParse(raw.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 4;
            }
            else text.Append(raw[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' or 'f' => ' ', var other => other });
        }
        return string.Concat(text.ToString().EnumerateRunes());
    }
}
