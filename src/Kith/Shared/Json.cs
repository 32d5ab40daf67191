using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kith.Shared;

/// <summary>How every surface writes JSON: camel case, words for choices, and what is missing is absent.</summary>
public static class Json
{
    /// <summary>For what is written outside a request.</summary>
    public static readonly JsonSerializerOptions Options = Made();

    /// <summary>Shapes the options of a request.</summary>
    public static void Shape(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Shape(options);
        return options;
    }
}
