using System.Text.Json;

namespace Kith.Benchmarks;

/// <summary>Prints results on standard output and progress on standard error.</summary>
internal static class Print
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static void Document(object result) => Console.Out.WriteLine(JsonSerializer.Serialize(result, Options));

    internal static void Step(string what) => Console.Error.WriteLine(what);

    /// <summary>A figure with that many digits after the point.</summary>
    internal static double Round(double value, int digits = 2) => Math.Round(value, digits);
}
